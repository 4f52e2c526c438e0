// A guide with pages for some readers only, and a snippet for some only: nobody else gets a word of them, in any file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { everythingIn, filesBelow, readIn } from "./output.js";

const program = process.env.VEJVISER_PROGRAM;
const page = (fields, body) => `---\n${fields}\n---\n${body}\n`;
const files = {
  "haandbog/index.md": page("title: Håndbog", "Velkommen.\n\n{{> kontor.md}}"),
  "haandbog/_stumper/kontor.md": page("audience: jobcenter", "Stumpord kun for kontoret."),
  "haandbog/10-del/index.md": page("title: Delen", "Om delen."),
  "haandbog/10-del/10-aaben.md": page("title: Åben", "Til alle."),
  "haandbog/10-del/20-lukket.md": page("title: Sagsgang\nsummary: Resuméord\naudience: jobcenter", "## Mellemrubrik\n\nBrødtekstord."),
  "haandbog/10-del/30-efter.md": page("title: Efter", "Til alle igen."),
  "intern/index.md": page("title: Internt\naudience: jobcenter", "Internord."),
  "uddrag/min-plan/vaer-opmaerksom.md": page("title: Passusord\naudience: borger", "Uddragsord."),
  "plan.json": JSON.stringify({ type: "min-plan", version: 1, id: "p", maalgruppe: "andre-ikke-pligt", borger: { navn: "Karla Juhl" },
    revision: { tilstand: "publiceret", version: 1, opdateret: "2019-11-21", opdateretAf: "Nina Pettersen" } }),
  "vejviser.json": JSON.stringify({ title: "Prøve", plans: ["plan.json"], guides: ["haandbog", "intern"], snippets: "uddrag",
    audiences: ["borger", "jobcenter"], forms: ["html", "pdf"] }),
};
const secrets = ["Stumpord", "Sagsgang", "Resuméord", "Mellemrubrik", "Brødtekstord", "Internord", "Internt", "lukket"];
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "vejviser-modtagere-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync(program, ["build", "--site", join(folder, "vejviser.json"), "--date", "2019-11-21", "--out", join(folder, "ud")], { stdio: ["ignore", "ignore", "pipe"] });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const all = (place, read) => filesBelow(join(folder, "ud", place)).map(read).join("\n");

test("the citizen's guide says nothing of pages and pieces for others: no page, list, number, link, bookmark or name of a file", () => {
  const text = all("haandbog", everythingIn);
  for (const secret of secrets) assert.ok(!text.includes(secret), secret);
  assert.ok(!existsSync(join(folder, "ud/haandbog/del/lukket.html")));
  assert.ok(text.includes("Til alle igen."));
  const front = readIn(join(folder, "ud/index.html"));
  for (const secret of secrets) assert.ok(!front.includes(secret), secret);
});

test("the job centre's guide has them all, in a folder that leads to nothing but itself", () => {
  const text = all("haandbog-jobcenter", readIn);
  for (const secret of ["Stumpord", "Sagsgang", "Resuméord", "Mellemrubrik", "Brødtekstord"]) assert.ok(text.includes(secret), secret);
  for (const file of filesBelow(join(folder, "ud/haandbog-jobcenter")).filter((path) => path.endsWith(".html"))) {
    for (const [, to] of readIn(file).matchAll(/ (?:href|src)="([^"#:]+)/g)) {
      const target = relative(join(folder, "ud"), join(dirname(file), to));
      assert.match(target, /^(haandbog-jobcenter|assets)\//, `${file} leads to ${to}`);
    }
  }
  assert.ok(all("intern-jobcenter", readIn).includes("Internord"));
  assert.ok(!existsSync(join(folder, "ud/intern")));
});

test("a snippet for the citizen stands in no plan for others", () => {
  assert.ok(all("planer", readIn).includes("Uddragsord"));
  const office = all("planer-jobcenter", everythingIn);
  for (const word of ["Uddragsord", "Passusord"]) assert.ok(!office.includes(word), word);
});
