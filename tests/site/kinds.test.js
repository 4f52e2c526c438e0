// A kind of plan that a site brings as JSON and templates, without code: checked, printed, and said of it what is missing.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { readIn } from "./output.js";

const program = process.env.VEJVISER_PROGRAM;
const body = `<body class="plan">
<h1 id="titel">{{titel}}</h1>
<p>{{data.emne}}</p>
{{#data.plus}}
<h2 id="plus">{{etiketter.plus}}</h2>
<ul>
{{#data.plus}}
<li>{{.}}</li>
{{/data.plus}}
</ul>
{{/data.plus}}
{{^data.minus}}
<p>{{etiketter.ingenMinus}}</p>
{{/data.minus}}
</body>
</html>
`;
const files = {
  "kinds/plus-minus/schema.json": JSON.stringify({ title: "Plus- og minusliste", type: "object", required: ["type", "emne"], additionalProperties: false,
    properties: { type: { const: "plus-minus" }, emne: { type: "string" }, plus: { type: "array", items: { type: "string" } }, minus: { type: "array", items: { type: "string" } } } }),
  "kinds/plus-minus/labels.json": JSON.stringify({ plus: "Det taler for", ingenMinus: "Intet taler imod." }),
  "themes/mit/theme.json": JSON.stringify({ name: "mit" }),
  "themes/mit/templates/plus-minus.screen.mustache": `{{> dokument-start}}\n${body}`,
  "themes/mit/templates/plus-minus.pdf.mustache": `{{> papir-start}}\n${body}`,
  "plan.json": JSON.stringify({ type: "plus-minus", emne: "Nyt <fag>", plus: ["Lyst til det"] }),
  "forkert.json": JSON.stringify({ type: "plus-minus", emnet: "x" }),
  "vejviser.json": JSON.stringify({ title: "Prøve", theme: "mit", plans: ["plan.json"], audiences: ["borger", "akasse"], forms: ["html", "pdf"] }),
};
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "vejviser-slags-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args) => spawnSync(program, [...args, "--lang", "da"], { cwd: folder, encoding: "utf8" });

test("its plans are checked against its schema", () => {
  assert.equal(run("check", "plan.json").status, 0);
  const wrong = run("check", "forkert.json");
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr + wrong.stdout, /skema\.ukendt-noegle/);
});

test("it becomes a page and a PDF for the citizen, and nothing for the a-kasse that it does not name", () => {
  execFileSync(program, ["build", "--date", "2019-11-21", "--out", "ud"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  for (const form of ["html", "pdf"]) {
    const text = readIn(join(folder, `ud/planer/plan.${form}`));
    for (const said of ["Lyst til det", "Det taler for", "Intet taler imod."]) assert.ok(text.includes(said), `${form}: ${said}`);
    assert.ok(!existsSync(join(folder, `ud/planer-akasse/plan.${form}`)));
  }
  assert.match(execFileSync("pdfinfo", [join(folder, "ud/planer/plan.pdf")], { encoding: "utf8" }), /Title: +Plus- og minusliste\n/);
});

test("a form without a template is named with the file to write", () => {
  const missing = run("render", "plan.json", "--to", "print", "-o", "print.pdf", "--date", "2019-11-21");
  assert.equal(missing.status, 1);
  assert.match(missing.stderr + missing.stdout, /theme\.skabelon\.mangler[^]*plus-minus\.print\.mustache/);
  assert.ok(!existsSync(join(folder, "print.pdf")));
});
