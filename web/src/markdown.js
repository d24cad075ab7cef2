// The little Markdown that Python writes, as elements. Links are shown as their words.

import { h } from "./dom.js";

export function markdown(text) {
  const lines = text.split("\n");
  const found = [];
  for (let at = 0; at < lines.length; ) {
    const [element, next] = block(lines, at);
    if (element) found.push(element);
    at = next;
  }
  return found;
}

function block(lines, at) {
  const line = lines[at];
  if (!line.trim()) return [null, at + 1];
  if (line.startsWith("```")) {
    let end = at + 1;
    while (end < lines.length && !lines[end].startsWith("```")) end += 1;
    const code = h("pre", { tabindex: "0" }, h("code", {}, lines.slice(at + 1, end).join("\n")));
    return [code, end + 1];
  }
  const heading = /^(#+) (.*)$/.exec(line);
  if (heading) return [h(`h${Math.min(heading[1].length + 1, 6)}`, {}, inline(heading[2])), at + 1];
  if (/^[-*] /.test(line)) {
    const items = [];
    while (at < lines.length && /^[-*] /.test(lines[at])) items.push(h("li", {}, inline(lines[at++].slice(2))));
    return [h("ul", {}, items), at];
  }
  if (line.startsWith("|")) return table(lines, at);
  const words = [];
  while (at < lines.length && lines[at].trim() && !/^(```|#+ |[-*] |\|)/.test(lines[at])) words.push(lines[at++]);
  return [h("p", {}, inline(words.join("\n"))), Math.max(at, 1)];
}

function table(lines, at) {
  const rows = [];
  while (at < lines.length && lines[at].startsWith("|")) rows.push(lines[at++]);
  const cells = (row) => row.slice(1).replace(/\|\s*$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
  const [head, , ...body] = rows.map(cells);
  return [
    h("table", {},
      h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, inline(cell))))),
      h("tbody", {}, body.map((row) => h("tr", {}, row.map((cell) => h("td", {}, inline(cell))))))),
    at,
  ];
}

const INLINE = /`([^`]+)`|\*\*((?:[^*\\]|\\.)+)\*\*|\[((?:[^\]\\]|\\.)*)\]\([^)]*\)|\\([^\w\s])|(<br>|\n)/g;

function inline(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    found.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[1]) found.push(h("code", {}, match[1]));
    else if (match[2]) found.push(h("strong", {}, inline(match[2])));
    else if (match[3] !== undefined) found.push(...inline(match[3]));
    else if (match[4]) found.push(match[4]);
    else found.push(h("br"));
  }
  return [...found, text.slice(at)].filter(Boolean);
}
