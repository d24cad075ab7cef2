// One finding: what it says, and unfolded what it rests on and what to ask.

import { h } from "./dom.js";
import { say } from "./words.js";

export function findingItem(finding, number, { choose, code, show }) {
  const more = h("div", { class: "more", id: `finding-${number}`, hidden: true },
    h("dl", {},
      ...pair("askOffice", finding.ask, "ask"),
      ...pair("sum", finding.arithmetic, "sum"),
      ...cells(finding.cells),
      ...pair("confidence", say(finding.confidence))),
    finding.cells.length ? h("p", { class: "to-cell" }, h("button", { type: "button", class: "button", onclick: () => show(number) }, say("showCell"))) : "",
    h("p", {}, h("button", { type: "button", class: "link", onclick: () => code(finding.code) }, say("about", `${finding.code} ${finding.name}`))));
  const button = h("button", {
    type: "button", class: "finding-head", "aria-expanded": "false", "aria-controls": more.id, onclick: () => choose(number),
  },
  h("span", { class: "number" }, String(number + 1)),
  h("span", { class: "severity" }, say(finding.severity)),
  h("span", { class: "message" }, finding.message));
  const element = h("li", { class: `finding ${finding.severity}` }, button, more);
  return {
    element,
    button,
    open(isOpen) {
      more.hidden = !isOpen;
      button.setAttribute("aria-expanded", String(isOpen));
      element.classList.toggle("chosen", isOpen);
    },
  };
}

function pair(key, said, className = "") {
  return said ? [h("dt", {}, say(key)), h("dd", { class: className }, said)] : [];
}

function cells(all) {
  const told = all.filter((cell) => cell.text || cell.where);
  if (!told.length) return [];
  const said = told.map((cell) => h("li", {}, cell.where ? h("span", { class: "where" }, cell.where) : null, cell.text || say("emptyCell")));
  return [h("dt", {}, say("restsOn")), h("dd", {}, h("ul", { class: "cells" }, said))];
}
