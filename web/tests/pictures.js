// The pictures of docs/auditors.md, taken from the built page: `npm run pictures`.

import fs from "node:fs";
import path from "node:path";

import { withPalette } from "./palette.js";
import { browser, ready, root, server, tab } from "./browser.js";

const folder = path.join(root, "docs", "pictures", "auditors");
fs.mkdirSync(folder, { recursive: true });

const served = await server();
const started = await browser();
const rest = (wait) => new Promise((done) => setTimeout(done, wait));

async function picture(page, name, selector) {
  const part = selector ? await page.$(selector) : page;
  const shot = await part.screenshot();
  fs.writeFileSync(path.join(folder, `${name}.png`), withPalette(Buffer.from(shot)));
}

try {
  const { page } = await tab(started.started, served.address, { height: 600 });
  await ready(page);
  await page.waitForSelector("html[data-kept]");
  await picture(page, "1-open");
  await page.setViewport({ width: 1366, height: 768 });
  await page.click("#example");
  await page.waitForSelector("#recomputed");
  await rest(300);
  await picture(page, "2-audited");
  await page.click(".finding:nth-child(2) .finding-head");
  await rest(600);
  await picture(page, "3-finding", ".finding:nth-child(2)");
  await page.click(".finding:nth-child(9) .finding-head");
  await rest(600);
  await page.evaluate(() => scrollTo(0, document.querySelector(".audit").getBoundingClientRect().top + scrollY - 10));
  await rest(300);
  await page.$eval(".finding:nth-child(9)", (element) => element.scrollIntoView({ block: "center" }));
  await rest(300);
  await picture(page, "4-pointed");
  await page.$eval(".sheet-of-form", (element) => element.querySelectorAll("details")[1].setAttribute("open", ""));
  await rest(200);
  await picture(page, "5-assumed", ".sheet-of-form details:nth-of-type(2)");
  await page.evaluate(() => scrollTo(0, 0));
  await page.click("#tab-try");
  await page.waitForSelector("#panel-try .total");
  const input = await page.evaluateHandle(() => [...document.querySelectorAll("#panel-try label")].find((label) => label.textContent.startsWith("项目开展进度")).nextElementSibling);
  await input.click({ count: 3 });
  await page.keyboard.type("90%");
  await page.waitForFunction(() => document.querySelector("#panel-try .points").textContent !== "98.00");
  await rest(300);
  await picture(page, "6-tried");
} finally {
  await started.close();
  await served.stop();
}
