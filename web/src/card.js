// A scored sheet: the total, what was lost and why, then every part of the report as Python set it.

import { h, made } from "./dom.js";
import { say } from "./words.js";

/** The total with its grade. */
export function totalOf(card) {
  const points = card.total ?? card.bounds.join("～");
  return h("p", { class: "total" },
    h("span", { class: "points" }, points),
    h("span", { class: "of" }, say("of", card.full)),
    card.grades.length ? h("span", { class: "grade" }, say("grade", card.grades.join(say("or")))) : "");
}

/** Each lost point with its reason and its remedy; then what is still missing. */
export function lossesOf(card) {
  const waiting = card.open.length
    ? [h("h3", {}, say("waiting")), h("ul", { class: "losses" }, card.open.map((line) => h("li", {}, h("strong", {}, line.indicator), h("p", {}, line.why))))]
    : [];
  const lost = card.losses.length
    ? h("ol", { class: "losses" }, card.losses.map(loss))
    : h("p", {}, card.open.length ? "" : say("noLosses"));
  return [h("h3", {}, say("losses")), lost, ...waiting];
}

function loss(line) {
  return h("li", {},
    h("p", { class: "loss-head" }, h("strong", {}, line.indicator),
      h("span", { class: "lost" }, say("lost", line.lost)),
      h("span", { class: "muted" }, say("pointsOf", line.earned, line.weight))),
    h("p", {}, line.why),
    line.arithmetic ? h("p", { class: "sum" }, line.arithmetic) : "",
    line.remedy ? h("p", { class: "remedy" }, `→ ${line.remedy}`) : "");
}

/** The parts of the report, each under its title; `only` names those that are wanted. */
export function partsOf(card, only) {
  const parts = card.parts.filter((part) => !only || only.includes(part.key));
  return parts.map((part) => {
    const section = h("section", { class: `part part-${part.key}` }, h("h3", {}, part.title), made(part.html, "report"));
    // Tables are wide, and scroll within themselves.
    for (const link of section.querySelectorAll('a[href^="#"]')) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const target = section.parentElement.querySelector(link.getAttribute("href"));
        target?.setAttribute("tabindex", "-1");
        target?.scrollIntoView({ block: "start" });
        target?.focus({ preventScroll: true });
      });
    }
    return section;
  });
}
