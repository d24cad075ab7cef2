// Puts the page together: Python's packages compiled for its browser, the scripts, one folder of files.

import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";
import { loadPyodide } from "pyodide";

const web = import.meta.dirname;
const dist = path.join(web, "dist");
const made = path.join(web, "build");
const runtime = path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));

// Sourceless modules start sooner and are smaller; only the very Python that runs them can make them.
const CARRIED = /node_modules\/(@codemirror\/|@lezer\/|@marijn\/|crelt$|style-mod$|w3c-keyname$|pyodide$)/;
let ofPython = "";

const COMPILE = `
import importlib.util, marshal, zipfile
texts = []
with zipfile.ZipFile("/packages.zip") as source, zipfile.ZipFile("/compiled.zip", "w") as target:
    for name in source.namelist():
        data = source.read(name)
        if name.endswith(".py"):
            code = compile(data, name, "exec", dont_inherit=True, optimize=2)
            header = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
            name, data = name + "c", header + marshal.dumps(code)
        target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        is_licence = ".dist-info/" in name and "licen" in name.rsplit("/", 1)[-1].lower()
        if is_licence and not name.startswith("indicator_dsl"):
            texts.append(f"==== {name.split('.dist-info')[0].replace('-', ' ')}\\n\\n{data.decode()}")
"\\n".join(texts)
`;

async function packages() {
  const python = await loadPyodide({ packageCacheDir: made });
  python.FS.writeFile("/packages.zip", new Uint8Array(fs.readFileSync(path.join(made, "packages.zip"))));
  ofPython = python.runPython(COMPILE);
  return Buffer.from(python.FS.readFile("/compiled.zip"));
}

async function script(entry, options) {
  const told = await build({
    entryPoints: [path.join(web, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome111", "edge111", "firefox115", "safari16.4"],
    legalComments: "none",
    logLevel: "error",
    loader: { ".json": "json" },
    external: ["node:*", "ws", "fs", "path", "url", "vm", "crypto", "child_process"],
    ...options,
  });
  return Buffer.from(told.outputFiles[0].contents);
}

function put(name, content) {
  const file = path.join(dist, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

// Each large part twice: to be fetched from a server, and as a script, which a page opened from a
// folder may load.
function putPart(name, content) {
  const packed = gzipSync(content, { level: 9 });
  put(`parts/${name}.gz`, packed);
  put(
    `parts/${name}.js`,
    `(globalThis.indicatorParts??={})[${JSON.stringify(name)}]="${packed.toString("base64")}";\n`,
  );
  return { name, size: packed.length };
}

function files(folder = dist, under = "") {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(path.join(folder, entry.name), `${under}${entry.name}/`)
      : [`${under}${entry.name}`],
  );
}

fs.rmSync(dist, { recursive: true, force: true });
const parts = [
  putPart("worker", await script("worker.js", { format: "iife", define: { "import.meta.url": JSON.stringify("https://nowhere.invalid/") } })),
  putPart("python", fs.readFileSync(path.join(runtime, "pyodide.asm.wasm"))),
  putPart("library", fs.readFileSync(path.join(runtime, "python_stdlib.zip"))),
  putPart("packages", await packages()),
];
const define = { PARTS: JSON.stringify(parts) };
put("page.js", await script("page.js", { format: "iife", define }));
put("index.html", fs.readFileSync(path.join(web, "src", "index.html")));
put("page.css", await script("page.css", { loader: { ".css": "css" } }));
for (const name of ["icon.svg", "page.webmanifest"]) {
  put(name, fs.readFileSync(path.join(web, "src", name)));
}
put("LICENSES.txt", licences());

const served = files().filter((name) => !/^parts\/.*\.js$/.test(name) && name !== "LICENSES.txt");
const sum = createHash("sha256");
for (const name of served.sort()) sum.update(name).update(fs.readFileSync(path.join(dist, name)));
const worker = await script("service-worker.js", {
  format: "iife",
  define: { FILES: JSON.stringify(served), VERSION: JSON.stringify(sum.digest("hex").slice(0, 16)) },
});
put("service-worker.js", worker);

// The texts under which the works of others may be carried on.
function licences() {
  const listed = JSON.parse(fs.readFileSync(path.join(web, "package-lock.json"))).packages;
  const carried = Object.entries(listed).filter(([name]) => CARRIED.test(name)).map(([name, facts]) => {
    const folder = path.join(web, name);
    const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? fs.readFileSync(path.join(folder, file), "utf8") : `${facts.license}: see the package of that name.`;
    return `==== ${name.replace(/^.*node_modules\//, "")} ${facts.version}\n\n${text.trim()}\n`;
  });
  return ["The page carries these works of others, each under its own licence.\n", ...carried, ofPython].join("\n");
}
