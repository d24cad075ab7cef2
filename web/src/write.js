// 编写: rules and actuals as text, their mistakes as they come, and the sheet beside them.

import { partsOf, totalOf } from "./card.js";
import { fileButton, fill, h, save, settled } from "./dom.js";
import { editor } from "./editor.js";
import { say } from "./words.js";

const LONG = 40_000; // characters from which on a longer pause is waited for
const MOST_ASKED = 12; // diagnostics whose corrections are worked out

export function writeTab(panel, page) {
  const boxes = { ruleset: h("div", { class: "editor" }), actuals: h("div", { class: "editor small-editor" }) };
  const problems = h("div", { class: "problems" });
  const card = h("div", { class: "card" });
  const head = h("div");
  const labels = {};
  const editors = {};
  let turn = 0;
  let last = null;
  let isEdited = false; // by hand, and not kept since

  for (const of of ["ruleset", "actuals"]) {
    editors[of] = editor(boxes[of], { of, label: say(of), page, changed: (isByHand) => { isEdited ||= isByHand; look(); } });
    labels[of] = h("h3", { id: `label-${of}` });
  }
  panel.append(h("div", { class: "split write" },
    h("section", { class: "texts", "aria-labelledby": "label-ruleset" }, head, labels.ruleset, boxes.ruleset, problems, labels.actuals, boxes.actuals),
    h("section", { class: "sheet-side", "aria-labelledby": "label-card" }, card)));

  const isLong = () => editors.ruleset.text().length > LONG;
  const now = settled(220, analyse);
  const later = settled(1200, analyse);
  const look = () => (isLong() ? later() : now());

  async function analyse() {
    turn += 1;
    const mine = turn;
    await page.ready;
    const told = await page.ask({ ask: "analyse", ruleset: editors.ruleset.text(), actuals: editors.actuals.text() });
    if (mine !== turn || told.failed) return;
    show(told);
    await addCorrections(told, mine);
  }

  function show(told) {
    for (const of of ["ruleset", "actuals"]) editors[of].show(told[of]);
    if (told.card || !editors.ruleset.text().trim()) last = told.card;
    drawProblems(told);
    drawCard(Boolean(told.card));
  }

  async function addCorrections(told, mine) {
    let asked = 0;
    for (const of of ["ruleset", "actuals"]) {
      for (const [number, each] of told[of].diagnostics.entries()) {
        if (asked >= MOST_ASKED) return;
        asked += 1;
        const { corrections } = await page.ask({ ask: "corrections", of, number });
        if (mine !== turn) return;
        each.corrections = corrections ?? [];
        if (each.corrections.length) {
          editors[of].show(told[of]);
          drawProblems(told);
        }
      }
    }
  }

  function drawProblems(told) {
    const items = ["ruleset", "actuals"].flatMap((of) => told[of].diagnostics.map((each) => problem(of, each)));
    const focused = document.activeElement?.dataset?.key;
    fill(problems, h("h3", {}, say("problems")), items.length ? h("ol", {}, items) : h("p", { class: "muted" }, say("noProblems")));
    if (focused) problems.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function problem(of, each) {
    const place = each.line ? say("lineOf", say(of), each.line) : say(of);
    const key = `${of}-${each.code}-${each.from}`;
    return h("li", { class: `problem ${each.severity}` },
      h("button", { type: "button", class: "problem-head", "data-key": key, onclick: () => editors[of].jump(each.from) },
        h("span", { class: "severity" }, say(`${each.severity}Kind`)), h("span", { class: "message" }, each.message), h("span", { class: "where" }, place)),
      each.notes.map((note) => h("p", { class: "small muted" }, note)),
      h("div", { class: "row" },
        (each.corrections ?? []).map((fix, at) => h("button", { type: "button", class: "button fix", "data-key": `${key}-${at}`, onclick: () => editors[of].correct(fix) }, say("apply", fix.title.replace(/^(改为：|change to: )/, "")))),
        h("button", { type: "button", class: "link", onclick: () => page.code(each.code) }, say("about", each.code))));
  }

  function drawCard(isNow) {
    const title = h("h3", { id: "label-card" }, say("card"));
    if (!last) return fill(card, title, h("p", { class: "muted" }, say("noCard")));
    card.classList.toggle("stale", !isNow);
    return fill(card, title,
      isNow ? null : h("p", { class: "stale-words" }, say("oldCard")),
      totalOf(last),
      h("p", {}, last.in_words),
      partsOf(last));
  }

  function drawHead() {
    for (const of of ["ruleset", "actuals"]) {
      labels[of].textContent = say(of);
      editors[of].relabel(say(of));
    }
    const layOut = (to) => h("button", { type: "button", class: "button", id: `lay-out-${to}`, onclick: () => layOutIn(to) }, say(to === "zh" ? "inChinese" : "inEnglish"));
    fill(head,
      h("h2", { class: "unseen" }, say("write")),
      h("div", { class: "row tools" },
        h("label", {}, h("span", { class: "unseen" }, say("shipped")), h("select", { id: "shipped", onchange: (event) => event.target.value && shipped(event.target.value) },
          h("option", { value: "" }, say("shipped")), page.examples().map((each) => h("option", { value: each.id }, each.title)))),
        fileButton(say("openFile"), [".ind", ".act"], "", openFile),
        h("span", { class: "group" }, h("span", { class: "muted" }, say("layOut")), layOut("zh"), layOut("en")),
        h("button", { type: "button", class: "button", onclick: () => keep("ruleset", ".ind") }, say("saveRules")),
        h("button", { type: "button", class: "button", onclick: () => keep("actuals", ".act") }, say("saveActuals"))),
      h("p", { class: "small muted" }, say("editorHint")));
  }

  function keep(of, ending) {
    isEdited = false;
    save(`${say(of)}${ending}`, editors[of].text(), "text/plain;charset=utf-8");
  }

  async function openFile(file) {
    const of = file.name.toLowerCase().endsWith(".act") ? "actuals" : "ruleset";
    last = null;
    editors[of].set(await file.text());
  }

  async function layOutIn(to) {
    let isKept = true;
    for (const of of ["ruleset", "actuals"]) {
      const told = await page.ask({ ask: "format", of, text: editors[of].text(), to });
      isKept = isKept && !told.is_unread;
      if (told.text !== editors[of].text()) editors[of].set(told.text);
    }
    page.announce(say(isKept ? "laidOut" : "notLaidOut"));
    if (!isKept) problems.scrollIntoView({ block: "nearest" });
  }

  async function shipped(id) {
    const told = await page.ask({ ask: "sheet", id });
    open(told);
  }

  function open({ ruleset, actuals }) {
    last = null;
    editors.ruleset.set(ruleset);
    editors.actuals.set(actuals);
  }

  drawHead();
  drawProblems({ ruleset: { diagnostics: [] }, actuals: { diagnostics: [] } });
  drawCard(true);
  return {
    open,
    take: openFile,
    isEdited: () => isEdited,
    begin: () => shipped(page.facts().first),
    offer: drawHead,
    isEmpty: () => !editors.ruleset.text() && !editors.actuals.text(),
    speak() {
      drawHead();
      if (editors.ruleset.text() || editors.actuals.text()) return look();
      drawProblems({ ruleset: { diagnostics: [] }, actuals: { diagnostics: [] } });
      return drawCard(true);
    },
  };
}
