// The page as a whole: its tabs, its language, Python's way into it, and what it keeps for later.

import { auditTab } from "./audit.js";
import { fill, h } from "./dom.js";
import { markdown } from "./markdown.js";
import { Stopped, ask, isFolder, isSlow, lacking, restart, start } from "./runtime.js";
import { tryTab } from "./try.js";
import { lang, say, speak } from "./words.js";
import { writeTab } from "./write.js";

const NAMES = ["audit", "write", "try"];
const byId = (id) => document.getElementById(id);
const still = matchMedia("(prefers-reduced-motion: reduce)");
let facts = null;
let examples = [];
let readied;
let shown = "audit";

function kept(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch {
    // a browser that keeps nothing
  }
  return null;
}

const page = {
  ready: new Promise((done) => { readied = done; }),
  facts: () => facts,
  examples: () => examples,
  ask: (question, content) => ask({ lang: lang(), ...question }, content),
  announce: (words) => { byId("announce").textContent = words; },
  motion: () => (still.matches ? "auto" : "smooth"),
  code: showCode,
  diagnostics,
  trouble: (said) => showDialog(say("problems"), [diagnostics(said)]),
  been,
  openInWrite(texts) {
    tabs.write.open(texts); // first: an empty tab begins with an example
    show("write");
    byId("tab-write").focus();
  },
};

function diagnostics(said) {
  return h("ul", { class: "said" }, said.map((each) => h("li", { class: each.severity },
    h("p", {}, h("span", { class: "severity" }, say(`${each.severity}Kind`)), " ", each.message, " ",
      h("button", { type: "button", class: "link", onclick: () => showCode(each.code) }, each.code)),
    each.help ? h("p", { class: "muted" }, each.help) : "")));
}

async function showCode(code) {
  const told = await page.ask({ ask: "code", code });
  showDialog(code, markdown(told.markdown));
}

function showDialog(title, content) {
  const dialog = byId("code");
  fill(dialog,
    h("div", { class: "dialog-head" }, h("h2", { id: "code-title" }, title), h("button", { type: "button", class: "button", onclick: () => dialog.close() }, say("close"))),
    h("div", { class: "dialog-body", tabindex: "0" }, content));
  dialog.showModal();
}

// ---- tabs

function show(name, isBack = false) {
  const isOther = name !== shown;
  shown = name;
  for (const each of NAMES) {
    const isShown = each === name;
    byId(`panel-${each}`).hidden = !isShown;
    byId(`tab-${each}`).setAttribute("aria-selected", String(isShown));
    byId(`tab-${each}`).tabIndex = isShown ? 0 : -1;
  }
  if (facts && tabs[name].isEmpty?.()) tabs[name].begin();
  if (!facts && name !== "audit") page.announce(say("stillOpening"));
  if (isOther && !isBack) been();
}

// Back goes to the tab, and to the form, that was shown before.
function been() {
  history.pushState({ tab: shown, audit: tabs.audit.place() }, "");
}

function goingBack() {
  history.replaceState({ tab: shown, audit: null }, "");
  addEventListener("popstate", async ({ state }) => {
    show(state?.tab ?? NAMES[0], true);
    await tabs.audit.go(state?.audit ?? null);
  });
  addEventListener("beforeunload", (event) => tabs.write.isEdited() && event.preventDefault());
}

// What needs Python says so until it is there.
function waiting() {
  for (const name of NAMES.slice(1)) byId(`panel-${name}`).prepend(h("p", { class: "busy still", "data-say": "stillOpening" }, say("stillOpening")));
}

function noLongerWaiting() {
  for (const each of document.querySelectorAll(".still")) each.remove();
}

function moveTab(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const at = NAMES.indexOf(shown);
  const next = step ? NAMES[(at + step + NAMES.length) % NAMES.length] : { Home: NAMES[0], End: NAMES.at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  show(next);
  byId(`tab-${next}`).focus();
}

// ---- language

function translate() {
  document.documentElement.lang = lang() === "zh" ? "zh-CN" : "en";
  document.title = say("name");
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  const other = byId("language");
  other.textContent = say("other");
  other.lang = lang() === "zh" ? "en" : "zh-CN";
  if (facts) byId("version").textContent = say("version", facts.version);
  tellOffline();
}

async function switchLanguage() {
  speak(lang() === "zh" ? "en" : "zh");
  kept("indicator-language", lang());
  translate();
  for (const name of NAMES) await tabs[name].speak();
}

// ---- opening

function tell(share, stage) {
  byId("loading-bar").value = share;
  byId("loading-words").textContent = say("percent", say(stage), share);
}

function troubled(words, more) {
  noLongerWaiting();
  byId("loading-bar").hidden = true;
  byId("loading-words").textContent = words;
  const box = byId("loading-trouble");
  box.hidden = false;
  fill(box, h("p", {}, more), h("button", { type: "button", class: "button", onclick: () => location.reload() }, say("again")));
}

async function open() {
  const lacks = lacking();
  if (lacks.length) return troubled(say("tooOld", lacks.join("、")), "");
  try {
    facts = await start(tell);
  } catch (fault) {
    return troubled(say("broken", fault.message), say(isFolder ? "brokenFolder" : "brokenServer"));
  }
  byId("loading").hidden = true;
  noLongerWaiting();
  document.documentElement.dataset.ready = "";
  translate();
  page.announce(say("ready"));
  tabs.audit.begin();
  readied();
  show(shown);
  ({ examples } = await page.ask({ ask: "examples" }));
  for (const name of ["write", "try"]) tabs[name].offer();
  return undefined;
}

// ---- what takes long

const SLOW = 3000;

function watch() {
  setInterval(() => { byId("working").hidden = !isSlow(SLOW); }, 500);
  byId("stop").addEventListener("click", async () => {
    byId("stop").disabled = true;
    await restart(() => {});
    byId("stop").disabled = false;
    byId("working").hidden = true;
    tabs.audit.forget();
    page.announce(say("stopped"));
  });
  addEventListener("unhandledrejection", (event) => event.reason instanceof Stopped && event.preventDefault());
}

// ---- kept for later

let offline = isFolder ? "isFolder" : "";

function tellOffline(worker) {
  const box = byId("offline");
  if (worker) {
    fill(box, `${say("newVersion")} `, h("button", { type: "button", class: "link", onclick: () => worker.postMessage("take over") }, say("takeOver")));
  } else {
    box.textContent = offline ? say(offline) : "";
  }
}

async function keep() {
  if (isFolder) return;
  document.head.append(h("link", { rel: "manifest", href: "page.webmanifest" }));
  if (!("serviceWorker" in navigator) || !isSecureContext) {
    offline = "isInsecure";
    tellOffline();
    return;
  }
  const registration = await navigator.serviceWorker.register("service-worker.js");
  const watch = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && navigator.serviceWorker.controller) tellOffline(worker);
    if (worker.state === "activated") kept_();
  });
  const kept_ = () => { offline = "isOffline"; tellOffline(); document.documentElement.dataset.kept = ""; };
  if (registration.waiting && navigator.serviceWorker.controller) tellOffline(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  if (registration.active) kept_();
  const had = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => had && location.reload());
}

// ---- dropping

function dropping() {
  const over = (isOver) => document.documentElement.classList.toggle("dropping", isOver);
  addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget || over(false));
  addEventListener("drop", (event) => {
    over(false);
    const files = [...event.dataTransfer.files];
    if (!files.length) return;
    event.preventDefault();
    event.stopPropagation();
    const texts = files.filter((file) => /\.(ind|act)$/i.test(file.name));
    const isOfRules = texts.length === files.length;
    show(isOfRules ? "write" : "audit");
    if (isOfRules) texts.forEach((file) => tabs.write.take(file));
    else tabs.audit.take(files.filter((file) => !texts.includes(file)));
  }, true);
}

speak(kept("indicator-language") ?? "zh");
const tabs = {
  audit: auditTab(byId("panel-audit"), page),
  write: writeTab(byId("panel-write"), page),
  try: tryTab(byId("panel-try"), page),
};
for (const name of NAMES) {
  byId(`tab-${name}`).addEventListener("click", () => show(name));
  byId(`tab-${name}`).addEventListener("keydown", moveTab);
}
byId("language").addEventListener("click", switchLanguage);
waiting();
translate();
goingBack();
dropping();
watch();
open();
keep();
