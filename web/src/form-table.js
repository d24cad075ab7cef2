// The form as it is printed, its cells tinted where findings point.

import { h } from "./dom.js";
import { say } from "./words.js";

const MARGIN = 14;
const LOWEST = 320;
const RANK = { error: 0, warning: 1, note: 2 };

export function formTable(record, { choose, motion }) {
  const { table, findings } = record;
  const marked = []; // [cell, numbers of its findings]
  const rows = [];
  for (const cell of table.cells) {
    rows[cell.row] ??= h("tr");
    rows[cell.row].append(drawn(cell, findings, choose, marked));
  }
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => {
    const column = h("col");
    column.style.width = `${(100 * width) / whole}%`;
    return column;
  });
  const beside = table.beside.map((each) => {
    const item = h("li", {}, h("span", { class: "where" }, each.where), each.text);
    tint(item, each.findings, findings, choose, marked);
    return item;
  });
  const element = h("div", { class: "form-box" },
    h("div", { class: "form-scroll", tabindex: "0", role: "group", "aria-label": say("table") },
      h("table", { class: "form", lang: "zh-CN" }, h("colgroup", {}, columns), h("tbody", {}, rows))),
    beside.length ? h("div", { class: "beside" }, h("h4", {}, say("beside")), h("ul", {}, beside)) : "");
  // As high as what is left of the window, so that what is pointed at can be seen.
  const box = element.querySelector(".form-scroll");
  const side = matchMedia("(min-width: 1001px)");
  function fit() {
    if (!box.isConnected) {
      removeEventListener("scroll", fit);
      removeEventListener("resize", fit);
    } else {
      const room = innerHeight - Math.max(box.getBoundingClientRect().top, MARGIN) - MARGIN;
      box.style.maxHeight = side.matches ? `${Math.max(room, LOWEST)}px` : "";
    }
  }
  addEventListener("scroll", fit, { passive: true });
  addEventListener("resize", fit);

  // Within its own box always. The page itself moves for what stands outside the box, and only where
  // that is beside the findings: where it is below them, whoever reads would lose their place.
  function bring(cell, isMoving, isAsked) {
    fit();
    if (box.contains(cell)) {
      const [inner, outer] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
      // In the middle of what is seen of the box.
      const [top, bottom] = [Math.max(outer.top, 0), Math.min(outer.bottom, innerHeight)];
      const middle = bottom > top ? (top + bottom) / 2 : outer.top + outer.height / 2;
      box.scrollBy({
        top: inner.top + inner.height / 2 - middle,
        left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
        behavior: isMoving ? motion() : "auto",
      });
    }
    const seen = cell.getBoundingClientRect();
    const isOut = seen.top < 0 || seen.bottom > innerHeight;
    if (isAsked || (isMoving && isOut && side.matches && !box.contains(cell))) {
      cell.scrollIntoView({ block: isAsked ? "center" : "nearest", behavior: motion() });
    }
  }

  return {
    element,
    /** Frames the cells of a finding and brings the first; `isAsked`: the page moves to it as well. */
    mark(number, isMoving, isAsked = false) {
      let first = null;
      for (const [cell, numbers] of marked) {
        const isOf = numbers.includes(number);
        cell.classList.toggle("pointed", isOf);
        if (isOf) first ??= cell;
      }
      if (first) bring(first, isMoving, isAsked);
    },
  };
}

function drawn(cell, findings, choose, marked) {
  const classes = ["title", "head", "words", "marked"].filter((name) => cell[`is_${name}`]);
  const element = h(cell.is_head && cell.text ? "th" : "td", {
    colspan: cell.columns > 1 ? String(cell.columns) : null,
    rowspan: cell.rows > 1 ? String(cell.rows) : null,
    class: classes.join(" ") || null,
  }, cell.text);
  tint(element, cell.findings, findings, choose, marked);
  return element;
}

function tint(element, numbers, findings, choose, marked) {
  if (!numbers.length) return;
  const worst = numbers.map((at) => findings[at].severity).sort((a, b) => RANK[a] - RANK[b])[0];
  element.classList.add("has", worst);
  const shown = numbers.map((at) => at + 1).join(",");
  const said = `${shown} · ${numbers.map((at) => findings[at].message).join(" · ")}`;
  element.append(" ", h("button", { type: "button", class: "chip", "aria-label": said, title: said, onclick: () => choose(numbers) },
    shown));
  marked.push([element, numbers]);
}
