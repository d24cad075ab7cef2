// The colours of the language, from the patterns that Python puts together from its grammar: at each
// place of a line the first pattern that fits.

const COMPILED = new WeakMap();

function compiled(patterns) {
  let found = COMPILED.get(patterns);
  if (!found) {
    found = patterns.map((each) => ({ ...each, expression: new RegExp(each.regex, "uy") }));
    COMPILED.set(patterns, found);
  }
  return found;
}

/** The stretches of a line that have a colour, in order: [from, to, kind]. */
export function coloured(line, patterns) {
  const found = [];
  let at = 0;
  while (at < line.length) {
    const end = step(line, at, compiled(patterns), found);
    at = end > at ? end : at + 1;
  }
  return found;
}

function step(line, at, patterns, found) {
  for (const { expression, kinds, groups } of patterns) {
    expression.lastIndex = at;
    const match = expression.exec(line);
    if (!match || (!match[0] && !kinds.every((kind) => !kind))) continue;
    if (!match[0]) continue;
    let start = at;
    groups.forEach((group, index) => {
      const text = match[group] ?? "";
      if (text && kinds[index]) found.push([start, start + text.length, kinds[index]]);
      start += text.length;
    });
    return at + match[0].length;
  }
  return at;
}
