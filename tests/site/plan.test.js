// The timeline of a plan in a real browser: mouse, keyboard, narrow window, no script, what the a-kasse sees.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { everythingIn, filesBelow, readIn } from "./output.js";
import { withBuiltSite } from "./site.js";

const repository = new URL("../..", import.meta.url).pathname;

const plan = "planer/anders-dagpenge.html";
const site = withBuiltSite();

test("the period can be changed, stepped and brought back to today", async () => {
  const { page, close } = await site.open(plan);
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
  const { page, close } = await site.open(plan);
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
  const { page, close } = await site.open("planer/lang-plan.html");
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

test("the keyboard walks through bars and through markers by date, as the list, and no label is cut", async () => {
  for (const width of [800, 1000, 1280]) {
    const { page, close } = await site.open("planer/lang-plan.html", { width });
    for (const months of [null, "3", "6", "12"]) {
      if (months) await page.selectOption("[data-maaneder]", months);
      const listed = await page.$$eval(".tl-liste > li:not([hidden]) > details", (rows) => rows.map((row) => row.id));
      for (const kind of [".tl-bar", ".tl-maerke"]) {
        const drawn = await page.$$eval(kind, (items) => items.map((item) => item.hash.slice(1)));
        assert.deepEqual(drawn, listed.filter((id) => drawn.includes(id)));
      }
      const cut = await page.$$eval(".tl-bar .tl-navn", (names) =>
        names.filter((name) => name.scrollWidth > name.clientWidth + 1).map((name) => name.textContent));
      assert.deepEqual(cut, []);
    }
    await close();
  }
});

test("a telephone begins with the list, a wide window with the timeline, and either can be chosen", async () => {
  for (const [width, timeline] of [[360, false], [1280, true]]) {
    const { page, close } = await site.open(plan, { width });
    assert.equal(await page.locator("#tl-panel").isVisible(), timeline);
    assert.equal(await page.locator("#liste-panel").isVisible(), !timeline);
    await page.click(timeline ? "#fane-liste" : "#fane-tidslinje");
    assert.equal(await page.locator("#tl-panel").isVisible(), !timeline);
    await close();
  }
});

test("the list says which period it shows, and that a period is empty", async () => {
  const { page, close } = await site.open("planer/malou-fleksjob.html", { width: 360 });
  const period = page.locator(".liste-periode");
  assert.equal(await period.textContent(), "21. november 2019 - 21. maj 2020");
  assert.equal(await period.isVisible(), true);
  const empty = page.locator("#liste-panel [data-tom]");
  assert.equal(await empty.isVisible(), false);
  await close();
  const tiny = await site.open("planer/emil-aabenlyst.html", { width: 360 });
  await tiny.page.selectOption("[data-maaneder]", "3");
  for (let i = 0; i < 40 && await tiny.page.locator("[data-skridt='-1']").isEnabled(); i += 1) await tiny.page.click("[data-skridt='-1']");
  const rows = await tiny.page.locator(".tl-liste > li:not([hidden])").count();
  assert.equal(await tiny.page.locator("#liste-panel [data-tom]").isVisible(), rows === 0);
  await tiny.close();
});

test("on a telephone each row says its state in words, and the buttons that step stand together", async () => {
  const { page, close } = await site.open(plan, { width: 360 });
  for (const word of await page.locator(".tl-liste > li:not([hidden]) .tilstand .ord").all()) {
    const box = await word.boundingBox();
    assert.ok(box.width > 20 && box.height > 8, await word.textContent());
  }
  const [back, forward] = await Promise.all(["-1", "1"].map((step) => page.locator(`[data-skridt='${step}']`).boundingBox()));
  assert.equal(back.y, forward.y);
  await close();
});

test("a row of the list opens with the keyboard alone", async () => {
  const { page, close } = await site.open(plan, { width: 360 });
  const row = page.locator("#post-loentilskud");
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await row.locator(".tl-detaljer").isVisible(), true);
  await close();
});

test("without JavaScript every item can be read, and no control that does nothing is shown", async () => {
  const { page, close } = await site.open(plan, { script: false });
  const rows = page.locator(".tl-liste > li > details");
  const count = await rows.count();
  assert.ok(count >= 8, `only ${count} rows`);
  for (let i = 0; i < count; i += 1) assert.equal(await rows.nth(i).locator(".tl-detaljer").isVisible(), true);
  assert.equal(await page.locator(".tl-vaelgere").isVisible(), false);
  await close();
});

const hiddenKinds = new Set(JSON.parse(readFileSync(join(repository, "generator/kinds/min-plan/indsatser.json"), "utf8"))
  .indsatser.filter((kind) => kind.skjultForAkasse).map((kind) => kind.art));

const wordsOf = (value) => (typeof value === "string" ? value : JSON.stringify(value)).match(/\p{L}{4,}/gu) ?? [];

/** What would give a sample's hidden efforts away: their names, titles, places and people, and every word that only they use. */
function secretsOf(plan) {
  const efforts = plan.indsatser ?? [];
  const hidden = efforts.filter((effort) => hiddenKinds.has(effort.art));
  const open = { ...plan, indsatser: efforts.filter((effort) => !hiddenKinds.has(effort.art)) };
  const printedAnyway = ["generator/kinds/min-plan/labels.json", "themes/standard/labels.da.json"].map((file) => join(repository, file))
    .concat(filesBelow(join(repository, "content/uddrag"))).map((file) => readFileSync(file, "utf8"));
  const around = new Set([open, ...printedAnyway].flatMap(wordsOf).map((word) => word.toLowerCase()));
  const secrets = new Set();
  for (const effort of hidden) {
    for (const phrase of [effort.navn, effort.hvad.titel, effort.hvor?.moedested, effort.hvem?.udbyder]) {
      if (phrase && !JSON.stringify(open.indsatser).includes(phrase)) secrets.add(phrase);
    }
    const printed = [effort.hvad.beskrivelse, effort.hvorfor, ...(effort.statusser ?? []).map((status) => status.tekst), ...(effort.hvor?.kontakt ?? []).map((person) => person.navn)];
    for (const word of printed.flatMap(wordsOf)) if (word.length > 8 && !around.has(word.toLowerCase())) secrets.add(word);
  }
  return { hidden, secrets: [...secrets] };
}

/** Whether a text says a word or a phrase, in whatever case; a word is not what longer words begin with. */
function says(text, secret) {
  const low = text.toLowerCase();
  if (secret.includes(" ")) return low.includes(secret.toLowerCase());
  return low.split(/[^\p{L}]+/u).includes(secret.toLowerCase());
}

test("no word of a hidden effort is anywhere in what the a-kasse gets, and each is in what the citizen and the job centre get", () => {
  let samples = 0;
  let looked = 0;
  let insured = 0;
  for (const file of readdirSync(join(repository, "samples")).filter((name) => name.endsWith(".json"))) {
    const sample = JSON.parse(readFileSync(join(repository, "samples", file), "utf8"));
    const { hidden, secrets } = secretsOf(sample);
    if (hidden.length === 0) continue;
    samples += 1;
    const name = file.replace(/\.json$/, "");
    const office = join(site.folder, `kontor-${name}.html`);
    execFileSync(process.env.VEJVISER_PROGRAM, ["render", join("samples", file), "--to", "html", "--audience", "jobcenter", "--date", "2019-11-21", "-o", office],
      { cwd: repository, stdio: "ignore" });
    const own = [join(site.folder, `planer/${name}.html`), office].map(readIn);
    const theirs = filesBelow(join(site.folder, "planer-akasse")).filter((path) => basename(path).startsWith(name)).map((path) => [path, everythingIn(path)]);
    const hasInsurer = sample.maalgruppe.startsWith("dagpenge");
    insured += hasInsurer ? 1 : 0;
    const news = theirs.filter(([path]) => path.endsWith("-nyt.html")).length;  // a page of what is new, where the a-kasse is told of anything
    assert.equal(theirs.length, hasInsurer ? 3 + news : 0, `${name}: page, print and PDF, for who has an a-kasse`);
    for (const secret of secrets) {
      looked += 1;
      for (const text of own) assert.ok(text.includes(secret), `${name}: ${secret} is missing where it may be read`);
      for (const [path, text] of theirs) assert.ok(!says(text, secret), `${path}: ${secret} leaked`);
    }
  }
  assert.ok(samples >= 3, `only ${samples} samples hide anything`);
  assert.ok(insured >= 1, "no sample hides anything from the a-kasse of its citizen");
  assert.ok(looked > 40, `only ${looked} words were looked for`);
});
