// Starts the language server for rulesets and actuals, and tells when it cannot be started.

const { commands, env, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function settings() {
  const chosen = workspace.getConfiguration("indicator-dsl");
  const [command, ...args] = chosen.get("command");
  const language = chosen.get("language");
  return { command, args: [...args, "lsp"], lang: language === "auto" ? env.language : language };
}

async function start() {
  const { command, args, lang } = settings();
  client = new LanguageClient(
    "indicator-dsl",
    "Indicator DSL",
    { command, args },
    {
      documentSelector: [{ language: "indicator" }, { language: "indicator-actuals" }],
      initializationOptions: { lang },
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.{ind,act}") },
    },
  );
  try {
    await client.start();
  } catch {
    tell(command, lang); // not waited for: nobody need answer it
  }
}

async function tell(command, lang) {
  const chinese = lang.startsWith("zh");
  const help = 'pip install "indicator-dsl[lsp]"';
  const said = chinese ? `无法启动 ${command}：请安装 ${help}` : `Cannot start ${command}: ${help}`;
  const open = chinese ? "打开设置" : "Open settings";
  if ((await window.showErrorMessage(said, open)) === open) {
    await commands.executeCommand("workbench.action.openSettings", "indicator-dsl.command");
  }
}

exports.activate = async (context) => {
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("indicator-dsl")) {
        await exports.deactivate();
        await start();
      }
    }),
  );
  await start();
};

exports.deactivate = async () => {
  if (client?.isRunning()) {
    await client.stop();
  }
};
