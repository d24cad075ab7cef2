// A line is coloured on the page as by the Pygments lexers, for every file that ships.

import assert from "node:assert";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { coloured } from "../src/colours.js";

const web = path.join(import.meta.dirname, "..");
const root = path.join(web, "..");
const colours = JSON.parse(fs.readFileSync(path.join(web, "build", "colours.json"), "utf8"));
const expected = JSON.parse(
  fs.readFileSync(path.join(root, "editors", "vscode", "test", "colours.json"), "utf8"),
);
const scopes = colours.scopes;

function stretches(line, patterns) {
  return coloured(line, patterns)
    .map(([from, to, kind]) => [line.slice(from, to).trim(), scopes[kind]])
    .filter(([text]) => text);
}

test("every shipped file is coloured alike", () => {
  assert.ok(Object.keys(expected).length >= 8);
  for (const [name, lines] of Object.entries(expected)) {
    const patterns = name.endsWith(".act") ? colours.actuals : colours.ruleset;
    const text = fs.readFileSync(path.join(root, name), "utf8").split("\n");
    text.forEach((line, index) => {
      assert.deepStrictEqual(stretches(line, patterns), lines[index], `${name}:${index + 1}`);
    });
  }
});

test("an awkward line takes no longer than it should", () => {
  const start = performance.now();
  for (const awkward of ["（".repeat(2000), "a ".repeat(2000), "(a".repeat(2000), "“".repeat(2000)]) {
    coloured(awkward, colours.ruleset);
  }
  assert.ok(performance.now() - start < 5000);
});
