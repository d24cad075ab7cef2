// The extension starts the server as it is set, tells when it cannot, and follows its settings. VS Code and the client
// are stood in for: what they are asked is what is looked at.

const assert = require("node:assert");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const test = require("node:test");

const here = path.join(__dirname, "..");
const manifest = JSON.parse(fs.readFileSync(path.join(here, "package.json"), "utf8"));
const defaults = Object.fromEntries(
  Object.entries(manifest.contributes.configuration.properties).map(([name, said]) => [
    name.replace("indicator-dsl.", ""),
    said.default,
  ]),
);

// A desk with an editor and a client, fresh for each test, and all that was asked of them.
function desk({ chosen = {}, language = "en", fault = null, answer = undefined } = {}) {
  const asked = { clients: [], started: 0, stopped: 0, messages: [], commands: [], watched: [] };
  const settings = { ...defaults, ...chosen };
  const listeners = [];
  class LanguageClient {
    constructor(...said) {
      asked.clients.push(said);
      this.running = false;
    }
    async start() {
      if (fault) throw fault;
      asked.started += 1;
      this.running = true;
    }
    async stop() {
      asked.stopped += 1;
      this.running = false;
    }
    isRunning() {
      return this.running;
    }
  }
  const vscode = {
    commands: { executeCommand: async (...said) => asked.commands.push(said) },
    env: { language },
    window: {
      showErrorMessage: (...said) => {
        asked.messages.push(said);
        return answer === "never" ? new Promise(() => {}) : Promise.resolve(answer);
      },
    },
    workspace: {
      getConfiguration: (section) => {
        assert.strictEqual(section, "indicator-dsl");
        return { get: (name) => settings[name] };
      },
      createFileSystemWatcher: (pattern) => {
        asked.watched.push(pattern);
        return { pattern };
      },
      onDidChangeConfiguration: (listener) => {
        listeners.push(listener);
        return { dispose: () => {} };
      },
    },
  };
  const stand = { vscode, "vscode-languageclient/node": { LanguageClient } };
  const load = Module._load;
  const file = require.resolve("../extension.js");
  delete require.cache[file];
  Module._load = (name, ...rest) => stand[name] ?? load(name, ...rest);
  try {
    const extension = require(file);
    return {
      asked,
      extension,
      settings,
      context: { subscriptions: [] },
      change: (section) =>
        Promise.all(listeners.map((told) => told({ affectsConfiguration: (s) => s === section }))),
    };
  } finally {
    Module._load = load;
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("the server is started as it is set, for both languages", async () => {
  const { asked, extension, context } = desk();
  await extension.activate(context);
  assert.strictEqual(asked.started, 1);
  const [id, name, server, client] = asked.clients[0];
  assert.deepStrictEqual([id, name], ["indicator-dsl", "Indicator DSL"]);
  assert.deepStrictEqual(server, { command: "indicator-dsl", args: ["lsp"] });
  const languages = manifest.contributes.languages.map((each) => ({ language: each.id }));
  assert.deepStrictEqual(client.documentSelector, languages);
  assert.deepStrictEqual(client.initializationOptions, { lang: "en" });
  const endings = manifest.contributes.languages.flatMap((each) => each.extensions);
  for (const ending of endings) {
    assert.ok(asked.watched[0].includes(ending.slice(1)), ending);
  }
  assert.strictEqual(context.subscriptions.length, 1);
  assert.deepStrictEqual(asked.messages, []);
});

test("a command of several words, and a language of its own", async () => {
  const chosen = { command: ["python", "-m", "indicator_dsl"], language: "zh" };
  const { asked, extension, context } = desk({ chosen });
  await extension.activate(context);
  const [, , server, client] = asked.clients[0];
  assert.deepStrictEqual(server, { command: "python", args: ["-m", "indicator_dsl", "lsp"] });
  assert.deepStrictEqual(client.initializationOptions, { lang: "zh" });
});

for (const [language, word, open] of [
  ["en", "Cannot start", "Open settings"],
  ["zh-cn", "无法启动", "打开设置"],
]) {
  test(`a server that cannot be started is told in ${language}`, async () => {
    const fault = new Error("spawn indicator-dsl ENOENT");
    const { asked, extension, context } = desk({ language, fault, answer: open });
    await extension.activate(context);
    await settled();
    const [said, button] = asked.messages[0];
    assert.ok(said.startsWith(word), said);
    assert.ok(said.includes('pip install "indicator-dsl[lsp]"'), said);
    assert.strictEqual(button, open);
    assert.deepStrictEqual(asked.commands, [
      ["workbench.action.openSettings", "indicator-dsl.command"],
    ]);
    await extension.deactivate();
    assert.strictEqual(asked.stopped, 0);
  });
}

test("nobody has to answer the message before the extension is there", async () => {
  const { asked, extension, context } = desk({ fault: new Error("no"), answer: "never" });
  const done = await Promise.race([extension.activate(context).then(() => true), settled()]);
  assert.strictEqual(done, true);
  assert.strictEqual(asked.messages.length, 1);
  assert.deepStrictEqual(asked.commands, []);
});

test("a change of its settings starts the server anew, any other does not", async () => {
  const { asked, extension, context, change, settings } = desk();
  await extension.activate(context);
  await change("editor");
  assert.deepStrictEqual([asked.started, asked.stopped], [1, 0]);
  settings.command = ["uvx", "indicator-dsl"];
  await change("indicator-dsl");
  assert.deepStrictEqual([asked.started, asked.stopped], [2, 1]);
  assert.deepStrictEqual(asked.clients[1][2], { command: "uvx", args: ["indicator-dsl", "lsp"] });
});

test("it stops what runs, once, and nothing that never ran", async () => {
  const { asked, extension, context } = desk();
  await extension.deactivate();
  assert.strictEqual(asked.stopped, 0);
  await extension.activate(context);
  await extension.deactivate();
  await extension.deactivate();
  assert.strictEqual(asked.stopped, 1);
});
