// The page driven as a person drives it, in a browser without a window.

import assert from "node:assert";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { CORPUS, FORM, browser, dist, drop, ready, server, tab, textOf, whyNot } from "./browser.js";

const AXE = fs.readFileSync(path.join(import.meta.dirname, "..", "node_modules", "axe-core", "axe.min.js"), "utf8");
const reason = whyNot();

async function violations(page) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).slice(0, 5).join(" | ")}`);
}

const allLocal = (asked) => asked.filter((url) => !/^(http:\/\/127\.0\.0\.1:\d+\/|blob:|data:)/.test(url));

describe("the page", { skip: reason, timeout: 240_000 }, () => {
  let started;
  let served;
  let shown;

  before(async () => {
    served = await server();
    started = await browser();
    shown = await tab(started.started, served.address);
    await ready(shown.page);
  });

  after(async () => {
    await started?.close();
    await served?.stop();
  });

  const page = () => shown.page;
  const choose = async (name) => {
    await page().click(`#tab-${name}`);
    await page().waitForSelector(`#panel-${name}:not([hidden])`);
  };
  const until = (work, ...given) => page().waitForFunction(work, { timeout: 20_000 }, ...given);

  test("says that nothing leaves the machine, and lets nothing", async () => {
    assert.match(await textOf(page(), ".private"), /不上传任何内容/);
    const policy = await page().$eval("meta[http-equiv]", (meta) => meta.content);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self'/);
    const refused = await page().evaluate(() => fetch("http://127.0.0.2:9/").then(() => "sent", () => "refused"));
    assert.strictEqual(refused, "refused");
    shown.wrong.length = 0; // the refusal is told on the console, as it should be
  });

  test("the real form is audited, worst first", async () => {
    await drop(page(), FORM);
    assert.strictEqual(await textOf(page(), "#recomputed"), "98.00");
    assert.match(await textOf(page(), ".result .lead"), /自评 100 分，重新计算为 98\.00 分，多报 2\.00 分/);
    const severities = await page().$$eval(".finding .severity", (all) => all.map((each) => each.textContent));
    assert.deepStrictEqual(severities, ["严重", "严重", ...Array(7).fill("存疑"), "提示", "提示"]);
    assert.match(await textOf(page(), ".finding .message"), /“项目开展进度”没有达到目标.*仍得满分 10 分/);
    assert.strictEqual(await textOf(page(), ".more .ask"), "没有达到目标，给满分的依据是什么？");
    assert.strictEqual(await textOf(page(), ".more .sum"), "10 × 80 / 100 = 8.00");
  });

  test("a finding points at its cells, and a cell back at its findings", async () => {
    const pointed = () => page().$$eval(".form .pointed", (all) => all.map((cell) => cell.firstChild.textContent.trim()));
    assert.deepStrictEqual(await pointed(), ["项目开展进度", "≤", "80", "100%", "10"]);
    await page().click(".finding:nth-child(6) .finding-head");
    assert.deepStrictEqual(await pointed(), ["1599.56", "1523.36", "1523.36"]);
    assert.strictEqual(await page().$$eval(".finding-head[aria-expanded=true]", (all) => all.length), 1);
    const inSight = await page().$eval(".form .pointed", (cell) => {
      const [inner, outer] = [cell.getBoundingClientRect(), cell.closest(".form-scroll").getBoundingClientRect()];
      return inner.top >= outer.top && inner.bottom <= outer.bottom;
    });
    assert.ok(inSight || (await until(() => document.querySelector(".form .pointed").getBoundingClientRect().top > 0)));
    await page().$$eval(".form .chip", (all) => all.find((chip) => chip.textContent === "8,10").click());
    assert.strictEqual(await page().evaluate(() => document.activeElement.querySelector(".number").textContent), "8");
    assert.strictEqual(await textOf(page(), ".form .marked"), "8.00");
  });

  test("form, report and questions are taken along", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "taken-"));
    const session = await started.started.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    const taken = async (key, name) => {
      await page().click(`#${key}`);
      for (let wait = 0; wait < 200; wait += 1) {
        if (fs.existsSync(path.join(folder, name))) break;
        await new Promise((done) => setTimeout(done, 50));
      }
      await new Promise((done) => setTimeout(done, 50));
      return fs.readFileSync(path.join(folder, name));
    };
    const stem = "chaoyang-2024-report-复核";
    assert.strictEqual((await taken("saveXlsx", `${stem}.xlsx`)).subarray(0, 2).toString(), "PK");
    assert.strictEqual((await taken("saveDocx", `${stem}.docx`)).subarray(0, 2).toString(), "PK");
    assert.match((await taken("saveReport", `${stem}.md`)).toString(), /98\.00/);
    assert.match((await taken("saveQuestions", `${stem}.txt`)).toString(), /1\. “项目开展进度”.*\n[^\n]*\n   请单位说明：没有达到目标/);
    // What was written back is read again, and still comes to the same.
    await drop(page(), path.join(folder, `${stem}.docx`));
    await until(() => document.querySelector(".kicker")?.textContent.includes(".docx"));
    assert.strictEqual(await textOf(page(), "#recomputed"), "98.00");
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test("a code has its page", async () => {
    await page().click(".finding-head[aria-expanded=true] ~ .more .link");
    await until(() => document.querySelector("dialog[open] .dialog-body")?.textContent.length > 50);
    assert.match(await textOf(page(), "#code-title"), /^IND7\d\d$/);
    assert.deepStrictEqual(await violations(page()), []);
    await page().keyboard.press("Escape");
    await until(() => !document.querySelector("dialog[open]"));
  });

  test("many forms in one file are a list; an old workbook is read", async () => {
    await drop(page(), path.join(CORPUS, "forms.jsonl"));
    await until(() => document.querySelectorAll(".forms li").length > 5);
    const second = await textOf(page(), ".forms li:nth-child(2) strong");
    await page().click(".forms li:nth-child(2) button");
    await until((name) => document.querySelector("#result-title")?.textContent === name, second);
    await drop(page(), path.join(CORPUS, "hi-nongken-2023-xuesheng.xls"));
    await until(() => document.querySelector(".kicker")?.textContent.includes(".xls"));
  });

  test("what is no form is said plainly", async () => {
    const file = path.join(os.tmpdir(), `broken-${process.pid}.docx`);
    fs.writeFileSync(file, Buffer.from("PK\x03\x04 this is no document <script>alert(1)</script>"));
    await drop(page(), file);
    await until(() => document.querySelector("#panel-audit .said li"));
    assert.match(await textOf(page(), "#panel-audit h2:last-of-type"), /把自评表拖到这里|没有读到自评表/);
    assert.strictEqual(await page().$("#panel-audit script"), null);
    fs.rmSync(file);
  });

  test("pasted text is audited, and its rules can be changed", async () => {
    await page().click("#panel-audit summary");
    const table = "三级指标\t年度指标值\t实际完成值\t分值\t得分\n年办件量\t≥200000件\t180000件\t20\t20\n";
    await page().$eval("#pasted", (box, text) => { box.value = text; }, table);
    await page().click("#audit-pasted");
    await until(() => document.querySelector("#recomputed")?.textContent === "18.00");
    assert.deepStrictEqual(await violations(page()), []);
    await page().click("#toRules");
    await until(() => document.querySelector("#panel-write .points")?.textContent === "18.00");
    assert.match(await textOf(page(), "#editor-ruleset"), /年办件量 >= 200000 件 分值 20/);
  });

  test("what a form says stays text", async () => {
    await choose("audit");
    await page().click("#another");
    await page().click("#panel-audit summary");
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</scr' + "ipt>";
    const table = `三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n${hostile}\t≥200件\t180件\t20\t20\t${hostile}\n`;
    await page().$eval("#pasted", (box, text) => { box.value = text; }, table);
    await page().click("#audit-pasted");
    await until(() => document.querySelector("#recomputed")?.textContent === "18.00");
    await page().click("#toRules");
    await until(() => document.querySelector("#panel-write .points")?.textContent === "18.00");
    assert.ok(await page().$$eval("main", ([main]) => main.textContent.includes("<img src=x")));
    assert.deepStrictEqual(await page().$$eval("main img, main script, main [onerror]", (all) => all.length), 0);
    assert.strictEqual(await page().evaluate("window.hit"), undefined);
  });

  test("a mistake is underlined as it is typed, and its correction accepted", async () => {
    await choose("write");
    await page().select("#shipped", "chaoyang-window-2024");
    await until(() => document.querySelector("#panel-write .points")?.textContent === "98.00");
    await page().click("#editor-ruleset");
    await page().keyboard.down("Control");
    await page().keyboard.press("End");
    await page().keyboard.up("Control");
    await page().keyboard.type("\n投诉处理数 => 5 件 weight 3 by pass");
    await until(() => [...document.querySelectorAll("#editor-ruleset .cm-lintRange-error")].some((mark) => mark.textContent === "=>"));
    assert.match(await textOf(page(), ".problem.error .message"), /“=>”不是运算符/);
    assert.match(await textOf(page(), ".stale-words"), /错误/);
    const fix = await page().waitForSelector(".problem.error .fix");
    assert.match(await fix.evaluate((button) => button.textContent), /投诉处理数 >= 5 件/);
    await fix.click();
    await until(() => !document.querySelector("#editor-ruleset .cm-lintRange-error"));
    assert.match(await textOf(page(), "#editor-ruleset"), /投诉处理数 >= 5 件 weight 3/);
    await until(() => document.querySelector("#panel-write .points")?.textContent === "98.00～101.00");
  });

  test("words are completed, rules explained, and colours shown", async () => {
    await page().keyboard.type("\n  按 反");
    await until(() => [...document.querySelectorAll(".cm-tooltip-autocomplete li")].some((option) => option.textContent.includes("反比")));
    await page().keyboard.press("Escape");
    const rule = await page().evaluateHandle(() => [...document.querySelectorAll("#editor-ruleset .ind-name")].find((mark) => mark.textContent.includes("投诉处理数")));
    await rule.hover();
    await until(() => document.querySelector(".ind-hover strong")?.textContent.includes("投诉处理数"));
    await page().mouse.move(5, 5);
    await page().$$eval("#panel-write .ind-hover", (all) => all.length);
    assert.ok(await page().$("#editor-ruleset .ind-clause"));
  });

  test("rules are laid out in either language", async () => {
    await page().select("#shipped", "platform-caps");
    await until(() => document.querySelector("#editor-ruleset").textContent.includes("规则集"));
    await page().click("#lay-out-en");
    await until(() => /ruleset “?"?/.test(document.querySelector("#editor-ruleset").textContent) && !document.querySelector("#editor-ruleset").textContent.includes("规则集 "));
    await page().click("#lay-out-zh");
    await until(() => document.querySelector("#editor-ruleset").textContent.includes("规则集 "));
    await until(() => document.querySelector("#panel-write .points")?.textContent === "98.00");
    assert.ok(await page().$("#panel-write svg.drawn .curve"));
    assert.ok(await page().$("#panel-write svg.bar rect"));
    assert.deepStrictEqual(await violations(page()), []);
  });

  test("another actual changes the sheet at once", async () => {
    await choose("try");
    await until(() => document.querySelector("#panel-try .points")?.textContent === "98.00");
    assert.match(await textOf(page(), "#panel-try .losses"), /项目开展进度扣 2\.00.*10 × 80 \/ 100 = 8\.00→ 项目开展进度须不超过 80%/);
    const input = await page().evaluateHandle(() => [...document.querySelectorAll("#panel-try label")].find((label) => label.textContent.startsWith("项目开展进度")).nextElementSibling);
    await input.click({ count: 3 });
    await page().keyboard.type("80%");
    await until(() => document.querySelector("#panel-try .points").textContent === "100.00");
    await input.click({ count: 3 });
    await page().keyboard.press("Backspace");
    await until(() => document.querySelector("#panel-try .points").textContent === "90.00～100.00");
    assert.deepStrictEqual(await violations(page()), []);
    await page().click("#reset");
    await until(() => document.querySelector("#panel-try .points").textContent === "98.00");
    for (const id of ["common-framework", "sla-monthly", "mof-2020"]) {
      await page().select("#try-sheet", id);
      await until((wanted) => document.querySelector("#panel-try .points")?.textContent.startsWith(wanted), id === "mof-2020" ? "72.60" : "100");
    }
  });

  test("tabs are moved through by keys", async () => {
    await page().focus("#tab-try");
    await page().keyboard.press("ArrowRight");
    assert.strictEqual(await page().evaluate(() => document.activeElement.id), "tab-audit");
    assert.strictEqual(await page().$eval("#panel-audit", (panel) => panel.hidden), false);
    await page().keyboard.press("End");
    assert.strictEqual(await page().evaluate(() => document.activeElement.id), "tab-try");
    await page().keyboard.press("Home");
  });

  test("English is one click away, and remembered without a network", async () => {
    await drop(page(), FORM);
    await until(() => document.querySelector("#recomputed")?.textContent === "98.00");
    await page().click("#language");
    await until(() => document.querySelector(".result .lead")?.textContent.startsWith("Reported 100; recomputed 98.00"));
    assert.strictEqual(await page().$eval("html", (html) => html.lang), "en");
    assert.match(await textOf(page(), ".finding .message"), /misses its target/);
    assert.deepStrictEqual(await violations(page()), []);
    await page().waitForSelector("html[data-kept]");
    await page().setOfflineMode(true);
    await served.stop();
    await page().reload();
    await ready(page());
    assert.match(await textOf(page(), "#panel-audit h2"), /^Drop a self-evaluation form/);
    await drop(page(), FORM);
    assert.strictEqual(await textOf(page(), "#recomputed"), "98.00");
    await page().setOfflineMode(false);
  });

  test("what takes too long can be stopped, and Python starts anew", async () => {
    await page().evaluate(() => document.getElementById("stop").click());
    await until(() => document.getElementById("announce").textContent.startsWith("Stopped"));
    assert.match(await textOf(page(), "#panel-audit h2"), /^Drop/);
    await drop(page(), FORM);
    assert.strictEqual(await textOf(page(), "#recomputed"), "98.00");
  });

  test("nothing was asked of anyone else, and nothing went wrong", () => {
    assert.deepStrictEqual(allLocal(shown.asked).filter((url) => url !== "http://127.0.0.2:9/"), []);
    assert.deepStrictEqual(shown.wrong, []);
  });

  test("opened from its folder it works as well, on a telephone too", async () => {
    const small = await tab(started.started, pathToFileURL(path.join(dist, "index.html")).href, { width: 390, height: 844 });
    await drop(small.page, FORM); // at once: it waits for Python
    await ready(small.page);
    assert.strictEqual(await textOf(small.page, "#recomputed"), "98.00");
    for (const name of ["audit", "write", "try"]) {
      await small.page.click(`#tab-${name}`);
      await new Promise((done) => setTimeout(done, 600));
      const wide = await small.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 390, `${name}: ${wide}`);
    }
    assert.match(await textOf(small.page, "#offline"), /从文件夹打开/);
    assert.deepStrictEqual(small.asked.filter((url) => !/^(file:|blob:|data:)/.test(url)), []);
    assert.deepStrictEqual(small.wrong, []);
    await small.page.close();
  });
});
