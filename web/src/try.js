// 试算: a shipped ruleset as a form to fill in; change an actual, and the sheet answers.

import { lossesOf, partsOf, totalOf } from "./card.js";
import { fill, h, settled } from "./dom.js";
import { say } from "./words.js";

export function tryTab(panel, page) {
  const state = { sheet: null, values: {}, card: null };
  const head = h("div");
  const fields = h("div", { class: "fields" });
  const card = h("div", { class: "card" });
  let turn = 0;
  panel.append(head, h("div", { class: "split try" },
    h("section", { "aria-labelledby": "given-title" }, fields),
    h("section", { class: "sheet-side", "aria-labelledby": "try-card" }, card)));

  const look = settled(150, score);

  async function score() {
    if (!state.sheet?.id) return;
    turn += 1;
    const mine = turn;
    const told = await page.ask({ ask: "score", id: state.sheet.id, values: state.values });
    if (mine !== turn || !told.card) return;
    const before = state.card?.total;
    state.card = told.card;
    drawCard();
    const total = told.card.total ?? told.card.bounds.join("～");
    if (before !== told.card.total) page.announce(`${say("total")} ${total}`);
  }

  async function open(id) {
    state.sheet = await page.ask({ ask: "sheet", id });
    state.values = {};
    state.card = null;
    drawHead();
    drawFields();
    await score();
  }

  function drawHead() {
    fill(head, h("h2", { class: "unseen" }, say("try")),
      h("p", { class: "muted" }, say("tryHint")),
      h("div", { class: "row tools" },
        h("label", {}, `${say("sheetOf")} `, h("select", { id: "try-sheet", onchange: (event) => open(event.target.value) },
          page.examples().map((each) => h("option", { value: each.id, selected: each.id === state.sheet?.id }, each.title)))),
        h("button", { type: "button", class: "button", id: "reset", onclick: () => { state.values = {}; drawFields(); score(); } }, say("reset")),
        h("button", { type: "button", class: "button plain", onclick: () => page.openInWrite(state.sheet) }, say("toWrite"))));
  }

  function drawFields() {
    const title = h("h3", { id: "given-title" }, say("given"));
    const groups = [];
    for (const field of state.sheet.fields) {
      const [name] = field.section.split(" / ");
      if (groups.at(-1)?.name !== name) groups.push({ name, fields: [] });
      if (field.under && groups.at(-1).fields.at(-1)?.under !== field.under) groups.at(-1).fields.push({ under: field.under, isHead: true });
      groups.at(-1).fields.push(field);
    }
    fill(fields, title, groups.map((group) =>
      h("fieldset", {}, h("legend", {}, group.name || say("figures")), group.fields.map((field, at) => (field.isHead ? h("p", { class: "under" }, field.under) : fieldOf(field, at))))));
  }

  function fieldOf(field, at) {
    const id = `field-${state.sheet.fields.indexOf(field)}-${at}`;
    const value = state.values[field.key] ?? field.value;
    const change = (event) => {
      state.values[field.key] = event.target.value;
      event.target.closest(".field").classList.toggle("changed", event.target.value !== field.value);
      look();
    };
    const facts = [field.unit ? `${say("unit")} ${field.unit}` : "", field.asked ? `${say("target")} ${field.asked}` : "", field.weight ? `${say("weight")} ${field.weight}` : ""].filter(Boolean).join(" · ");
    const input = field.choices.length && (field.choices.includes(value) || !value)
      ? h("select", { id, onchange: change }, h("option", { value: "" }, say("missing")), field.choices.map((each) => h("option", { value: each, selected: each === value }, each)))
      : h("input", { id, type: "text", value, placeholder: say("missing"), autocomplete: "off", oninput: change });
    return h("div", { class: `field${value === field.value ? "" : " changed"}` },
      h("label", { for: id }, field.name, facts ? h("span", { class: "small muted" }, facts) : ""), input);
  }

  function drawCard() {
    const title = h("h3", { id: "try-card" }, say("card"));
    if (!state.card) return fill(card, title);
    return fill(card, title, totalOf(state.card), h("p", {}, state.card.in_words), lossesOf(state.card), partsOf(state.card, ["fall", "sheet", "lines", "findings"]));
  }

  return {
    begin: () => open(page.facts().first),
    offer: drawHead,
    isEmpty: () => !state.sheet,
    async speak() {
      drawHead();
      if (!state.sheet) return;
      const { values } = state;
      state.sheet = await page.ask({ ask: "sheet", id: state.sheet.id });
      state.values = values;
      drawFields();
      await score();
    },
  };
}
