// The TextMate grammars colour every shipped file as the Pygments lexers do, character by character.

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

const here = path.join(__dirname, "..");
const root = path.join(here, "..", "..");
const expected = JSON.parse(fs.readFileSync(path.join(__dirname, "colours.json"), "utf8"));
const files = {
  "source.indicator": "indicator.json",
  "source.indicator-actuals": "indicator-actuals.json",
};

async function registry() {
  const wasm = fs.readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = path.join(here, "syntaxes", files[scope]);
      return textmate.parseRawGrammar(fs.readFileSync(file, "utf8"), file);
    },
  });
}

// Neighbouring stretches of one colour as one; blanks have none.
function stretches(line, tokens) {
  const found = [];
  for (const token of tokens) {
    const text = line.slice(token.startIndex, token.endIndex).trim();
    const scopes = token.scopes.slice(1);
    if (text && scopes.length) {
      const scope = scopes.at(-1).split(".").slice(0, -1).join(".");
      found.push([text, scope]);
    }
  }
  return found;
}

test("every shipped file is coloured alike", async () => {
  const known = await registry();
  assert.ok(Object.keys(expected).length >= 8);
  for (const [name, lines] of Object.entries(expected)) {
    const scope = name.endsWith(".act") ? "source.indicator-actuals" : "source.indicator";
    const grammar = await known.loadGrammar(scope);
    let stack = textmate.INITIAL;
    const text = fs.readFileSync(path.join(root, name), "utf8").split("\n");
    text.forEach((line, index) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      assert.deepStrictEqual(stretches(line, result.tokens), lines[index], `${name}:${index + 1}`);
    });
  }
});
