// 核对: a form is dropped, its audit appears worst first, every finding points at its cells.

import { h, fill, fileButton, save } from "./dom.js";
import { findingItem } from "./findings.js";
import { formTable } from "./form-table.js";
import { SAMPLE } from "./sample.js";
import { lang, say } from "./words.js";

export function auditTab(panel, page) {
  const state = { file: null, profile: "mof-2020", answer: null, record: null, chosen: -1, busy: "", isOpen: true, reading: -1, pasted: "" };
  const readings = []; // every file that was read, to come back to
  let list = [];
  let table = null;

  // ---- what is asked

  /** `before`: which reading is repeated; a new one where none is said. */
  async function read(file, before) {
    Object.assign(state, { reading: before ?? readings.push(file) - 1, file, record: null, answer: null, chosen: -1, busy: file.name });
    draw();
    page.announce(page.facts() ? say("reading", file.name) : say("waitReady"));
    await page.ready;
    const content = file.blob ? new Uint8Array(await file.blob.arrayBuffer()) : undefined;
    const question = { ask: "read", name: file.name, text: file.text ?? "", profile: state.profile };
    state.answer = await page.ask(question, content);
    state.busy = "";
    state.isOpen = !state.answer.forms?.length;
    await look(0);
    if (state.record && file.text) state.pasted = "";
    if (before === undefined) page.been();
    if (state.record) {
      page.announce(say("done", state.record.head.summary));
      panel.querySelector("h2")?.focus();
    } else {
      page.announce(say("cannotRead"));
    }
  }

  async function look(number) {
    const told = state.answer?.forms?.length ? await page.ask({ ask: "audit", number }) : null;
    state.record = told;
    if (told) state.answer = { forms: told.forms, diagnostics: told.diagnostics };
    state.chosen = told?.findings.length ? 0 : -1;
    draw();
  }

  function close() {
    Object.assign(state, { isOpen: true, record: null, answer: null, file: null, reading: -1, chosen: -1 });
    draw();
  }

  const place = () => (state.reading < 0 ? null : { reading: state.reading, number: state.record?.number ?? 0 });

  /** Back, or forth, to a place that was. */
  async function go(wanted) {
    const now = place();
    if (wanted?.reading === now?.reading && wanted?.number === now?.number) return;
    if (!wanted || !readings[wanted.reading]) return close();
    if (wanted.reading !== now?.reading) await read(readings[wanted.reading], wanted.reading);
    if (state.record && state.record.number !== wanted.number) await look(wanted.number);
  }

  async function again() {
    if (state.answer?.failed || !state.answer) return draw();
    const { chosen } = state;
    if (state.record) {
      await look(state.record.number);
      choose(chosen, false);
    } else if (state.file) {
      await read(state.file, state.reading);
    }
    return undefined;
  }

  // ---- what is chosen

  function choose(number, isMoving = true) {
    state.chosen = number;
    list.forEach((item, at) => item.open(at === number));
    table?.mark(number, isMoving);
    // The one before was closed, perhaps above this one; what is longer than the window shows its head.
    if (isMoving && list[number]) {
      list[number].element.scrollIntoView({ block: "nearest" });
      list[number].button.scrollIntoView({ block: "nearest" });
    }
  }

  function fromCell(numbers) {
    const at = numbers.indexOf(state.chosen);
    choose(numbers[(at + 1) % numbers.length], false);
    list[state.chosen].element.scrollIntoView({ block: "nearest", behavior: page.motion() });
    list[state.chosen].button.focus({ preventScroll: true });
  }

  // ---- what is shown

  function draw() {
    list = [];
    table = null;
    const parts = state.record && !state.isOpen ? [] : [dropZone()];
    if (state.busy) parts.push(h("p", { class: "busy" }, say("reading", state.busy)));
    if (state.answer) parts.push(...answered());
    fill(panel, parts);
    if (state.record) choose(state.chosen, false);
  }

  function dropZone() {
    const text = h("textarea", { id: "pasted", rows: "5", "aria-label": say("pasteHint"), placeholder: say("pasteHint"), oninput: () => (state.pasted = text.value) });
    text.value = state.pasted;
    const audit = () => (state.pasted = text.value).trim() && read({ name: say("pasted"), text: text.value });
    return h("section", { class: "drop", "aria-label": say("drop") },
      h("h2", { tabindex: "-1" }, say("drop")),
      h("p", { class: "muted" }, say("dropKinds")),
      h("div", { class: "row" },
        fileButton(say("choose"), page.facts()?.endings ?? [], "primary", (file) => read({ name: file.name, blob: file })),
        h("button", { type: "button", class: "button", id: "example", onclick: () => read({ name: say("exampleName"), text: SAMPLE }) }, say("example"))),
      h("details", { open: Boolean(state.pasted) },
        h("summary", {}, say("paste")),
        text,
        h("button", { type: "button", class: "button", id: "audit-pasted", onclick: audit }, say("auditIt"))),
      scoredBy());
  }

  // A choice only where there is one.
  function scoredBy() {
    const profiles = page.facts()?.profiles ?? [];
    if (!profiles.length) return null;
    if (profiles.length === 1) return h("p", { class: "small", id: "profile" }, `${say("profile")} `, h("span", { class: "muted" }, profiles[0].title[lang()]));
    return h("p", { class: "small" }, h("label", { for: "profile" }, `${say("profile")} `),
      h("select", { id: "profile", onchange: (event) => (state.profile = event.target.value) },
        profiles.map(({ id, title }) => h("option", { value: id, selected: id === state.profile }, title[lang()]))));
  }

  function answered() {
    const { answer, record } = state;
    const said = [...(answer.failed ?? []), ...(answer.diagnostics ?? [])];
    const parts = [];
    const { file } = state;
    if (file?.left?.length) parts.push(h("p", { class: "left" }, say("onlyOne", file.name, file.left.join(say("comma")))));
    if (!record) parts.push(h("h2", { tabindex: "-1" }, say("cannotRead")));
    if (said.length && !record) parts.push(page.diagnostics(said));
    if (!record) return parts;
    return [...parts, top(), forms(), said.length ? folded(say("read"), page.diagnostics(said), said.some((each) => each.severity !== "note")) : null, body()];
  }

  function top() {
    const { head, score_reported: reported, score_computed: computed, bounds } = state.record;
    const points = computed ?? (bounds ? bounds.join("～") : say("open"));
    return h("section", { class: "result", "aria-labelledby": "result-title" },
      h("div", { class: "result-words" },
        h("p", { class: "kicker" }, [state.record.form, head.year].filter(Boolean).join(" · ")),
        h("h2", { id: "result-title", tabindex: "-1" }, head.title),
        h("p", { class: "lead" }, head.summary),
        h("p", { class: "muted" }, head.counted)),
      h("dl", { class: "scores" },
        h("div", {}, h("dt", {}, say("reported")), h("dd", {}, reported ?? say("none"))),
        h("div", { class: head.differs ? "other" : "" }, h("dt", {}, say("recomputed")), h("dd", { id: "recomputed" }, points))),
      h("div", { class: "row actions" },
        button("saveXlsx", () => form(".xlsx"), "primary"),
        button("saveDocx", () => form(".docx")),
        button("saveReport", report),
        button("saveQuestions", questions),
        button("toRules", rules),
        button("another", () => { close(); page.been(); panel.querySelector("h2").focus(); }, "plain")));
  }

  function button(key, work, kind = "") {
    return h("button", { type: "button", class: `button ${kind}`, id: key, onclick: work }, say(key));
  }

  function forms() {
    const all = state.answer.forms;
    if (all.length < 2) return null;
    return h("nav", { class: "forms", "aria-label": say("formsIn", all.length) },
      h("p", {}, say("formsIn", all.length)),
      h("ol", {}, all.map((each, number) =>
        h("li", {}, h("button", { type: "button", "aria-current": number === state.record.number ? "true" : null, onclick: () => other(number) },
          h("strong", {}, each.title), h("span", {}, each.summary))))));
  }

  async function other(number) {
    await look(number);
    page.been();
    panel.querySelector(".forms [aria-current]")?.focus();
  }

  function body() {
    const { record } = state;
    list = record.findings.map((finding, number) =>
      findingItem(finding, number, { choose: (at) => choose(at === state.chosen ? -1 : at), code: page.code, show: (at) => table.mark(at, true, true) }));
    table = formTable(record, { choose: fromCell, motion: page.motion });
    return h("div", { class: "split audit" },
      h("section", { class: "findings", "aria-labelledby": "findings-title" },
        h("h3", { id: "findings-title" }, say("findings")),
        list.length ? h("ol", {}, list.map((item) => item.element)) : h("p", {}, record.head.counted)),
      h("section", { class: "sheet-of-form", "aria-labelledby": "table-title" },
        h("h3", { id: "table-title" }, say("table")),
        h("p", { class: "small muted" }, say("tableHint")),
        table.element,
        folded(say("facts"), h("dl", { class: "facts" }, record.head.facts.flatMap(([label, fact]) => [h("dt", {}, label), h("dd", {}, fact)]))),
        told("assumed", record.head.assumed),
        told("notUnderstood", record.head.not_understood),
        told("unread", record.head.unread)));
  }

  function told(key, sentences) {
    return sentences.length ? folded(say(key), h("ul", {}, sentences.map((each) => h("li", {}, each)))) : null;
  }

  function folded(title, content, isOpen = false) {
    return h("details", { class: "folded", open: isOpen }, h("summary", {}, title), content);
  }

  // ---- what is taken along

  // The second form of 两张表.docx is 两张表-2.
  const stem = () => `${state.record.form.replace(/\.\w+(?=(#\d+)?$)/, "").replace(/#(\d+)$/, "-$1")}-${say("auditedName")}`;

  async function form(ending) {
    const name = `${stem()}${ending}`;
    const told = await page.ask({ ask: "form", number: state.record.number, name });
    if (told.content) save(name, told.content);
    else page.trouble([...(told.failed ?? []), ...(told.diagnostics ?? [])]);
  }

  async function report() {
    const told = await page.ask({ ask: "report", number: state.record.number });
    save(`${stem()}.md`, told.markdown, "text/markdown;charset=utf-8");
  }

  function questions() {
    const { head, findings } = state.record;
    const asked = findings.filter((each) => each.ask);
    const lines = asked.map((each, at) => `${at + 1}. ${each.message}\n   ${each.arithmetic ? `${say("sum")}：${each.arithmetic}\n   ` : ""}${say("askOffice")}：${each.ask}`);
    save(`${stem()}.txt`, `\ufeff${[say("questionsHead", head.title), "", ...lines].join("\r\n")}\r\n`, "text/plain;charset=utf-8");
  }

  async function rules() {
    const told = await page.ask({ ask: "rules", number: state.record.number });
    page.openInWrite(told);
  }

  draw();
  return {
    take: ([file, ...others]) => read({ name: file.name, blob: file, left: others.map((each) => each.name) }),
    speak: again,
    place,
    go,
    forget() {
      state.busy = "";
      close();
    },
    // What was asked for while Python was starting stays on the screen.
    begin: () => state.file || draw(),
  };
}
