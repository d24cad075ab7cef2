// Python in a thread of its own. It is handed everything it needs, and asks the network for nothing.

import "./alone.js";

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";

const HERE = "https://nowhere.invalid/";
const ASK = `
from indicator_dsl.page import Visit
visit = Visit()
lambda question, content=None: visit.ask(question, content.to_bytes() if content else b"")
`;
let ask;

async function start(parts) {
  const held = {
    [`${HERE}pyodide.asm.wasm`]: () => new Response(parts.python, { headers: { "Content-Type": "application/wasm" } }),
    [`${HERE}python_stdlib.zip`]: () => new Response(parts.library),
  };
  self.fetch = async (wanted) => {
    const answer = held[String(wanted?.url ?? wanted)];
    if (!answer) throw new Error("the page fetches nothing");
    return answer();
  };
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: HERE,
    packageBaseUrl: HERE,
    lockFileContents: { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", version: "314.0.7", python: "3.14.2" }, packages: {} },
    stdout: () => {},
    stderr: () => {},
  });
  postMessage({ progress: "packages" });
  python.unpackArchive(parts.packages, "zip", { extractDir: "/lib/python3.14/site-packages" });
  postMessage({ progress: "import" });
  ask = python.runPython(ASK);
}

function answer(question, content) {
  const told = ask(JSON.stringify(question), ...(content ? [content] : []));
  const record = JSON.parse(told.text);
  const file = told.content.toJs();
  told.destroy();
  if (file.length) record.content = file;
  return record;
}

// A start that fails within Pyodide is told nowhere else.
self.addEventListener("unhandledrejection", ({ reason }) => postMessage({ fault: String(reason?.message ?? reason) }));

self.onmessage = async ({ data }) => {
  try {
    if (data.parts) {
      await start(data.parts);
      postMessage({ ready: answer({ ask: "facts" }) });
    } else {
      postMessage({ number: data.number, record: answer(data.question, data.content) });
    }
  } catch (fault) {
    postMessage({ number: data.number, fault: String(fault?.message ?? fault) });
  }
};
