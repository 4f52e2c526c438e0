// Every page of the site: valid HTML, links that lead somewhere, accessible, fits a narrow window, asks no network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import { before, test } from "node:test";
import vnu from "vnu-jar";
import { pagesBelow, withBuiltSite } from "./site.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looked = ["index.html", "planer/anders-dagpenge.html", "planer/lang-plan.html", "planer/fatima-integration.html",
  "planer/stine-kombiplan.html", "planer/anders-dagpenge-nyt.html", "haandbog/index.html", "haandbog/samtalen/index.html", "haandbog/min-plan/indsatser.html", "haandbog/ordliste.html", "samlet.html"];

const site = withBuiltSite();
before(() => {
  execFileSync(process.env.VEJVISER_PROGRAM, ["render", "content/haandbog", "--to", "html", "-o", join(site.folder, "samlet.html")],
    { cwd: new URL("../..", import.meta.url).pathname, stdio: "ignore" });
});

test("every page is valid HTML", () => {
  const pages = pagesBelow(site.folder).map((page) => join(site.folder, page));
  assert.ok(pages.length > 40, `only ${pages.length} pages`);
  // The checker does not know all of the CSS that browsers do.
  execFileSync("java", ["-jar", vnu, "--errors-only", "--Werror", "--filterpattern", "CSS: .*", ...pages], { stdio: ["ignore", "inherit", "inherit"] });
});

test("every link inside the site leads to a page that is there, and to an id on it", () => {
  const ids = new Map();
  const idsOf = (path) => {
    if (!ids.has(path)) ids.set(path, new Set([...readFileSync(path, "utf8").matchAll(/ id="([^"]+)"/g)].map((m) => m[1])));
    return ids.get(path);
  };
  let links = 0;
  for (const page of pagesBelow(site.folder)) {
    const file = join(site.folder, page);
    for (const [, href] of readFileSync(file, "utf8").matchAll(/ href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const [path, anchor] = href.replaceAll("&amp;", "&").split("#");
      const target = path ? normalize(join(dirname(file), decodeURIComponent(path))) : file;
      assert.ok(existsSync(target), `${page}: ${href} leads nowhere`);
      if (anchor && target.endsWith(".html")) assert.ok(idsOf(target).has(decodeURIComponent(anchor)), `${page}: no ${href}`);
      links += 1;
    }
  }
  assert.ok(links > 1000, `only ${links} links`);
});

for (const [name, width] of [["a wide window", 1280], ["a telephone", 360]]) {
  test(`nothing stands in the way of a screen reader or keyboard in ${name}`, async () => {
    for (const path of looked) {
      const { page, outside, close } = await site.open(path, { width });
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      const found = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => n.html.slice(0, 160)).join("\n    ")}`);
      assert.deepEqual(found, [], `${path} in ${name}`);
      assert.deepEqual(outside, [], `${path} asks the network`);
      await close();
    }
  });

  test(`no page is wider than ${name}`, async () => {
    for (const path of looked) {
      const { page, close } = await site.open(path, { width });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(beyond <= 0, `${path} is ${beyond} px too wide for ${name}`);
      await close();
    }
  });
}

test("what was before and what is now stand one under the other on a telephone and side by side where there is room, each with its word", async () => {
  const pages = pagesBelow(site.folder).filter((path) => /^planer.*-nyt\.html$/.test(path));
  for (const [width, stacked] of [[360, true], [1280, false]]) {
    let pairs = 0;
    for (const path of pages) {
      const { page, close } = await site.open(path, { width });
      const found = await page.$$eval(".foer-nu", (lists) => lists.map((list) => [...list.children].map((side) => {
        const { x, y, width: across } = side.getBoundingClientRect();
        const word = side.querySelector("dt").getBoundingClientRect();
        return { x, y, across, word: word.height > 8 && side.querySelector("dt").textContent, beyond: side.scrollWidth - side.clientWidth };
      })));
      for (const [before, now] of found) {
        assert.deepEqual([before.word, now.word], ["Før", "Nu"], path);
        assert.equal(now.y > before.y && now.x === before.x, stacked, `${path} at ${width} px`);
        for (const side of [before, now]) assert.ok(side.across >= 240 && side.beyond <= 0, `${path}: ${side.across} px wide, ${side.beyond} beyond`);
        pairs += 1;
      }
      await close();
    }
    assert.ok(pairs > 15, `only ${pairs} pairs`);
  }
});
