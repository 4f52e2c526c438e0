// The timeline of a plan in a real browser: mouse, keyboard, narrow window, no script, what the a-kasse sees.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildSite, openBrowser, openPage, pagesBelow } from "./site.js";

const plan = "planer/anders-dagpenge.html";
let site;
let browser;
before(async () => {
  site = buildSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.remove();
});

test("the period can be changed, stepped and brought back to today", async () => {
  const { page, close } = await openPage(browser, site.folder, plan);
  const period = page.locator(".tl-periode");
  assert.equal(await period.textContent(), "21. november 2019 - 21. maj 2020");
  await page.selectOption("[data-maaneder]", "12");
  assert.equal(await period.textContent(), "21. november 2019 - 21. november 2020");
  await page.selectOption("[data-maaneder]", "3");
  assert.equal(await period.textContent(), "21. november 2019 - 21. februar 2020");
  await page.click("[data-skridt='1']");
  assert.equal(await period.textContent(), "21. februar 2020 - 21. maj 2020");
  await page.click("[data-idag]:not(section)");
  assert.equal(await period.textContent(), "21. november 2019 - 21. februar 2020");
  await close();
});

test("a bar opens its details by mouse and by keyboard, and closing gives the focus back", async () => {
  const { page, close } = await openPage(browser, site.folder, plan);
  const bar = page.locator("a.tl-bar", { hasText: "Løntilskud" });
  await bar.click();
  const dialog = page.locator("dialog[open]");
  assert.match(await dialog.textContent(), /Svejsefabrikken/);
  await page.keyboard.press("Escape");
  assert.equal(await dialog.count(), 0);
  await bar.focus();
  await page.keyboard.press("Enter");
  assert.match(await dialog.textContent(), /Hvad er aftalt/);
  await page.keyboard.press("Escape");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Løntilskud/);
  await close();
});

test("timeline and list show the same items in every period", async () => {
  const { page, close } = await openPage(browser, site.folder, "planer/lang-plan.html");
  for (const months of ["3", "6", "12"]) {
    await page.selectOption("[data-maaneder]", months);
    for (const direction of ["-1", "1", "1"]) {
      const drawn = await page.$$eval(".tl-bar, .tl-maerke", (items) => items.map((item) => item.hash.slice(1)).sort());
      const listed = await page.$$eval(".tl-liste > li:not([hidden]) > details", (rows) => rows.map((row) => row.id).sort());
      assert.deepEqual(drawn, listed);
      const button = page.locator(`[data-skridt='${direction}']`);
      if (await button.isEnabled()) await button.click();
    }
  }
  await close();
});

test("a telephone begins with the list, a wide window with the timeline, and either can be chosen", async () => {
  for (const [width, timeline] of [[360, false], [1280, true]]) {
    const { page, close } = await openPage(browser, site.folder, plan, { width });
    assert.equal(await page.locator("#tl-panel").isVisible(), timeline);
    assert.equal(await page.locator("#liste-panel").isVisible(), !timeline);
    await page.click(timeline ? "#fane-liste" : "#fane-tidslinje");
    assert.equal(await page.locator("#tl-panel").isVisible(), !timeline);
    await close();
  }
});

test("a row of the list opens with the keyboard alone", async () => {
  const { page, close } = await openPage(browser, site.folder, plan, { width: 360 });
  const row = page.locator("#post-loentilskud");
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await row.locator(".tl-detaljer").isVisible(), true);
  await close();
});

test("without JavaScript every item can be read, and no control that does nothing is shown", async () => {
  const { page, close } = await openPage(browser, site.folder, plan, { script: false });
  const rows = page.locator(".tl-liste > li > details");
  const count = await rows.count();
  assert.ok(count >= 8, `only ${count} rows`);
  for (let i = 0; i < count; i += 1) assert.equal(await rows.nth(i).locator(".tl-detaljer").isVisible(), true);
  assert.equal(await page.locator(".tl-vaelgere").isVisible(), false);
  await close();
});

test("nothing that the a-kasse may not see is anywhere in its pages or PDFs", () => {
  const hidden = { "erling-ressourceforloeb": ["Støtte-kontaktperson", "støttekontaktperson", "genoptræning", "Genoptræning"], "malou-fleksjob": ["ordblind", "Ordblind", "Hjælpemid", "hjælpemid"] };
  let found = 0;
  for (const [name, words] of Object.entries(hidden)) {
    const own = readFileSync(join(site.folder, `planer/${name}.html`), "utf8");
    found += words.filter((word) => own.includes(word)).length;
    const pdfs = ["", "-print"].map((form) => join(site.folder, `planer-akasse/${name}${form}.pdf`));
    const texts = [readFileSync(join(site.folder, `planer-akasse/${name}.html`), "utf8"),
      ...pdfs.map((pdf) => execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }))];
    for (const text of texts) for (const word of words) assert.ok(!text.includes(word), `${name}: ${word} leaked`);
  }
  assert.ok(found >= 2, "the words looked for stand nowhere, so this test would see nothing");
  assert.ok(pagesBelow(site.folder).some((page) => page.startsWith("planer-akasse/")));
});
