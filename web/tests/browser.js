// A browser without a window and a server of the built page, for tests that do what a person does.

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import puppeteer from "puppeteer-core";

export const web = path.join(import.meta.dirname, "..");
export const root = path.join(web, "..");
export const dist = path.join(web, "dist");
export const CORPUS = path.join(root, "tests", "corpus");
export const FORM = path.join(CORPUS, "chaoyang-2024-report.txt");

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1",
];

/** Where the browser is; null where there is none. */
export function chromium() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return found.find((file) => fs.existsSync(file)) ?? null;
}

/** Why the tests in a browser cannot run here; undefined where they can. */
export function whyNot() {
  const why = !chromium() ? "no Chromium on this machine" : !fs.existsSync(path.join(dist, "index.html")) ? "web/dist is not built" : "";
  if (why && process.env.REQUIRE_EXTERNAL === "1") throw new Error(why);
  return why || undefined;
}

export async function browser() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "page-"));
  const started = await puppeteer.launch({ executablePath: chromium(), args: FLAGS, userDataDir: profile });
  return {
    started,
    async close() {
      await started.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** `indicator-dsl page --serve` on a free port; `stop` ends it. */
export async function server() {
  const python = process.env.PYTHON ?? path.join(root, ".venv", "bin", "python");
  const child = spawn(fs.existsSync(python) ? python : "python3", ["-m", "indicator_dsl", "page", "--serve", "--port", "0", "--lang", "en"], {
    cwd: root, stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise((done, failed) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) done(found[0]);
    });
    child.on("exit", () => failed(new Error(`no server: ${said}`)));
  });
  return {
    address,
    stop: () => new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.on("exit", done);
      child.kill("SIGINT");
      return setTimeout(() => child.kill("SIGKILL"), 3000).unref();
    }),
  };
}

/** A tab that keeps what it asked for and what went wrong in it. */
export async function tab(started, address, { width = 1366, height = 768, lang } = {}) {
  const page = await started.newPage();
  await page.setViewport({ width, height, hasTouch: width < 700, isMobile: width < 700 });
  const asked = [];
  const wrong = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => dialog.accept()); // rules that were edited are left
  page.on("pageerror", (fault) => wrong.push(String(fault)));
  page.on("console", (line) => ["error", "warn"].includes(line.type()) && wrong.push(line.text()));
  if (lang) await page.evaluateOnNewDocument((wanted) => localStorage.setItem("indicator-language", wanted), lang);
  await page.goto(address);
  return { page, asked, wrong };
}

export async function ready(page) {
  await page.waitForSelector("html[data-ready]", { timeout: 60_000 });
}

/** Drops a file on the page, as from a folder. */
export async function drop(page, file) {
  const content = fs.readFileSync(file).toString("base64");
  await page.evaluate(
    (name, text) => {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      for (const kind of ["dragover", "drop"]) {
        document.querySelector("main").dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    },
    path.basename(file),
    content,
  );
}

export async function textOf(page, selector) {
  await page.waitForSelector(selector);
  return page.$eval(selector, (element) => element.textContent);
}
