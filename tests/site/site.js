// What the site tests share: the demo site built once, and a browser that may read nothing but its files.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const program = process.env.VEJVISER_PROGRAM;
if (!program) throw new Error("VEJVISER_PROGRAM must name the program to test (ctest sets it)");

const repository = new URL("../..", import.meta.url).pathname;

/** Builds the demo site for 21 November 2019 into a folder of its own. */
function buildSite() {
  const folder = mkdtempSync(join(tmpdir(), "vejviser-site-"));
  execFileSync(program, ["build", "--date", "2019-11-21", "--out", folder], { cwd: repository, stdio: ["ignore", "ignore", "inherit"] });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every HTML page below a folder, as paths relative to it. */
export function pagesBelow(folder, from = folder) {
  return readdirSync(from).sort().flatMap((name) => {
    const path = join(from, name);
    if (statSync(path).isDirectory()) return pagesBelow(folder, path);
    return name.endsWith(".html") ? [relative(folder, path)] : [];
  });
}

/** A browser without a network; `close` it after the tests. */
function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/** Opens a page of the site in a window of a width; every request that is not a file is recorded and refused. */
async function openPage(browser, folder, path, { width = 1280, height = 900, script = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script, reducedMotion: "reduce" });
  const page = await context.newPage();
  const outside = [];
  await page.route(/^(?!file:|data:)/, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  await page.goto(pathToFileURL(join(folder, path)).href);
  return { page, outside, close: () => context.close() };
}

/** The demo site and a browser for the tests of one file; `folder` is there, and `open` opens pages, when a test runs. */
export function withBuiltSite() {
  const built = { open: (path, options) => openPage(browser, built.folder, path, options) };
  let site;
  let browser;
  before(async () => {
    site = buildSite();
    built.folder = site.folder;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.remove();
  });
  return built;
}
