// Chromium's own reader shows the first page of every kind of document.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { keptDocuments } from "./kept.js";

const kWidth = 700;
const kHeight = 900;
const kMostSeconds = 20;

/** A page with nothing on it, which must be told from a page that is shown. */
const blank = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
  + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n";

let browser;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "vejviser-readers-"));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    // The reader is a component extension.
    ignoreDefaultArgs: ["--disable-component-extensions-with-background-pages", "--disable-extensions"],
  });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How much of a picture is the white sheet, and how many pixels of the sheet, its edges aside, are not white. */
async function look(page, png) {
  return page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const isWhite = (x, y) => data[(y * image.width + x) * 4] + data[(y * image.width + x) * 4 + 1] + data[(y * image.width + x) * 4 + 2] > 750;
    const sheet = { left: image.width, right: 0, top: image.height, bottom: 0 };
    let white = 0;
    for (let y = 0; y < image.height; ++y) {
      for (let x = 0; x < image.width; ++x) {
        if (!isWhite(x, y)) continue;
        ++white;
        sheet.left = Math.min(sheet.left, x);
        sheet.right = Math.max(sheet.right, x);
        sheet.top = Math.min(sheet.top, y);
        sheet.bottom = Math.max(sheet.bottom, y);
      }
    }
    const edge = 10;
    let ink = 0;
    for (let y = sheet.top + edge; y < sheet.bottom - edge; ++y) {
      for (let x = sheet.left + edge; x < sheet.right - edge; ++x) ink += isWhite(x, y) ? 0 : 1;
    }
    return { white: white / (image.width * image.height), ink };
  }, `data:image/png;base64,${png.toString("base64")}`);
}

/** Shows a PDF until its first page is there, and looks at it. */
async function show(path) {
  const shell = join(folder, "shell.html");
  const address = `${pathToFileURL(path).href}#toolbar=0&navpanes=0&view=Fit`;
  writeFileSync(shell, `<body style="margin:0"><embed src="${address}" type="application/pdf" width="${kWidth}" height="${kHeight}">`);
  const context = await browser.newContext({ viewport: { width: kWidth, height: kHeight } });
  const page = await context.newPage();
  const judge = await context.newPage();
  await page.goto(pathToFileURL(shell).href);
  let seen = { white: 0, ink: 0 };
  for (const begin = Date.now(); Date.now() - begin < kMostSeconds * 1000;) {
    const next = await look(judge, await page.screenshot());
    const settled = next.white > 0.2 && next.white === seen.white && next.ink === seen.ink;
    seen = next;
    if (settled) break;
    await page.waitForTimeout(250);
  }
  await context.close();
  return seen;
}

test("a blank page is seen to be blank", async () => {
  const path = join(folder, "blank.pdf");
  writeFileSync(path, blank);
  const seen = await show(path);
  assert.ok(seen.white > 0.2, "the sheet is shown");
  assert.equal(seen.ink, 0);
});

// One of each kind: the plans differ in their words only.
const shown = /^(own-.*|plan-(anders|lang).*-borger(-print)?|haandbog-.*|bench-.*)$/;
for (const document of keptDocuments().filter(({ name }) => shown.test(name))) {
  test(`Chromium shows ${document.name}`, async () => {
    const seen = await show(document.path);
    assert.ok(seen.white > 0.2 && seen.ink > 100, JSON.stringify(seen));
  });
}
