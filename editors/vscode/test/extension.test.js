// The extension starts the server by the settings' command, says what to install when it is missing, and stops it.

const assert = require("node:assert");
const Module = require("node:module");
const test = require("node:test");

// What stands in for VS Code and for the client of language servers, and what they were asked.
function stage({ settings = {}, language = "en", missing = false, answer } = {}) {
  const seen = { started: [], stopped: 0, errors: [], commands: [], listeners: [] };
  const chosen = { command: ["indicator-dsl"], language: "auto", ...settings };
  class LanguageClient {
    constructor(id, name, server, client) {
      Object.assign(this, { id, name, server, client, running: false });
    }
    async start() {
      seen.started.push(this);
      if (missing) {
        throw new Error(`spawn ${this.server.command} ENOENT`);
      }
      this.running = true;
    }
    async stop() {
      seen.stopped += 1;
      this.running = false;
    }
    isRunning() {
      return this.running;
    }
  }
  const vscode = {
    env: { language },
    commands: { executeCommand: async (...asked) => seen.commands.push(asked) },
    window: {
      showErrorMessage: async (...said) => {
        seen.errors.push(said);
        return answer?.(...said);
      },
    },
    workspace: {
      getConfiguration: (section) => {
        assert.strictEqual(section, "indicator-dsl");
        return { get: (key) => chosen[key] };
      },
      createFileSystemWatcher: (pattern) => ({ pattern }),
      onDidChangeConfiguration: (listener) => {
        seen.listeners.push(listener);
        return { dispose: () => {} };
      },
    },
  };
  const modules = { vscode, "vscode-languageclient/node": { LanguageClient } };
  return { seen, chosen, extension: loaded(modules) };
}

// The extension anew, with these modules in place of those an editor would give it.
function loaded(modules) {
  const path = require.resolve("../extension.js");
  delete require.cache[path];
  const load = Module._load;
  Module._load = (name, ...rest) => (Object.hasOwn(modules, name) ? modules[name] : load(name, ...rest));
  try {
    return require(path);
  } finally {
    Module._load = load;
  }
}

async function activated(options) {
  const staged = stage(options);
  const context = { subscriptions: [] };
  await staged.extension.activate(context);
  return { ...staged, context };
}

test("the server is started by the command of the settings", async () => {
  const command = ["python", "-m", "indicator_dsl"];
  const { seen, context } = await activated({ settings: { command }, language: "zh-cn" });
  const [{ id, server, client }] = seen.started;
  assert.strictEqual(id, "indicator-dsl");
  assert.deepStrictEqual(server, { command: "python", args: ["-m", "indicator_dsl", "lsp"] });
  assert.deepStrictEqual(client.initializationOptions, { lang: "zh-cn" });
  assert.deepStrictEqual(client.documentSelector, [
    { language: "indicator" },
    { language: "indicator-actuals" },
  ]);
  assert.strictEqual(client.synchronize.fileEvents.pattern, "**/*.{ind,act}");
  assert.strictEqual(context.subscriptions.length, 1);
  assert.deepStrictEqual(seen.errors, []);
});

test("a language that was chosen goes before the editor's own", async () => {
  const { seen } = await activated({ settings: { language: "zh" }, language: "en" });
  assert.deepStrictEqual(seen.started[0].client.initializationOptions, { lang: "zh" });
});

test("a server that is missing is told, with what to install", async () => {
  const { seen } = await activated({ missing: true });
  assert.deepStrictEqual(seen.errors, [
    ['Cannot start indicator-dsl: pip install "indicator-dsl[lsp]"', "Open settings"],
  ]);
  assert.deepStrictEqual(seen.commands, []);
});

test("it is told in Chinese, and leads to the setting", async () => {
  const { seen } = await activated({
    missing: true,
    language: "zh-cn",
    answer: (_, button) => button,
  });
  assert.deepStrictEqual(seen.errors, [
    ['无法启动 indicator-dsl：请安装 pip install "indicator-dsl[lsp]"', "打开设置"],
  ]);
  assert.deepStrictEqual(seen.commands, [
    ["workbench.action.openSettings", "indicator-dsl.command"],
  ]);
});

test("nobody has to answer before the extension is there", async () => {
  const never = new Promise(() => {});
  const begun = activated({ missing: true, answer: () => never });
  const settled = new Promise((resolve) => setImmediate(resolve, "waiting"));
  const { seen } = await Promise.race([begun, settled]);
  assert.strictEqual(seen?.errors.length, 1);
});

test("the server is stopped with the extension, once", async () => {
  const { seen, extension } = await activated();
  await extension.deactivate();
  await extension.deactivate();
  assert.strictEqual(seen.stopped, 1);
});

test("nothing is stopped that never ran", async () => {
  const { seen, extension } = await activated({ missing: true });
  await extension.deactivate();
  assert.strictEqual(seen.stopped, 0);
});

test("a changed setting starts the server anew, other settings do not", async () => {
  const { seen, chosen } = await activated();
  const [changed] = seen.listeners;
  await changed({ affectsConfiguration: () => false });
  assert.strictEqual(seen.started.length, 1);
  chosen.command = ["other"];
  await changed({ affectsConfiguration: (section) => section === "indicator-dsl" });
  assert.strictEqual(seen.stopped, 1);
  assert.deepStrictEqual(
    seen.started.map((client) => client.server.command),
    ["indicator-dsl", "other"],
  );
});
