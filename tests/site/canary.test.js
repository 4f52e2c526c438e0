// A plan whose every text is a word that stands nowhere else, made from the schema: what of it reaches whom, in all that a build writes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everythingIn, filesBelow, readIn } from "./output.js";

const program = process.env.VEJVISER_PROGRAM;
const repository = new URL("../..", import.meta.url).pathname;
const table = JSON.parse(readFileSync(join(repository, "generator/kinds/min-plan/modtagere.json"), "utf8"));
const schema = JSON.parse(execFileSync(program, ["schema", "min-plan"], { encoding: "utf8" }));

/** The elements of table 1 that a group has (generator/kinds/min-plan/elementer.json). */
const elements = JSON.parse(readFileSync(join(repository, "generator/kinds/min-plan/elementer.json"), "utf8")).elementer;
const columns = Object.fromEntries(
  JSON.parse(readFileSync(join(repository, "generator/kinds/min-plan/maalgrupper.json"), "utf8")).maalgrupper.map((row) => [row.kode, row.kolonne]));

/** A value that fits the schema, with every member it may have; `words` remembers what was put where. */
function fill(part, path, words) {
  if (part.$ref) return fill(part.$ref.slice(2).split("/").reduce((at, key) => at[key], schema), path, words);
  if (part.allOf) return fill(part.allOf[0], path, words);
  if (part.enum) return part.enum[0];
  const type = [part.type].flat()[0];
  if (type === "object") {
    return Object.fromEntries(Object.entries(part.properties).map(([key, member]) => [key, fill(member, path ? `${path}.${key}` : key, words)]));
  }
  if (type === "array") return [fill(part.items, `${path}[]`, words)];
  if (type === "boolean") return true;
  if (type !== "string") return part.minimum;
  const pattern = part.pattern ?? "";
  if (pattern.startsWith("^[0-9]{4}-")) return "2019-11-01";
  if (pattern.startsWith("^[0-2]")) return "14:15";
  const count = words.count = (words.count ?? 0) + 1;
  const letters = [17576, 676, 26, 1].map((place) => String.fromCharCode(97 + Math.floor(count / place) % 26)).join("");
  const word = pattern.startsWith("^[0-9") ? String(71000000 + count) : `Zq${letters}x`;
  (words.at[path] ??= []).push(word);
  if (pattern.startsWith("^https")) return `https://${word}.dk/`;
  return pattern.includes("@") ? `${word}@z.dk` : word;
}

const definition = (name, path, words) => fill(schema.definitions[name], path, words);

/** Enough of what the rules ask for beside the words: numbers of jobs, sentences long enough to be a status. */
function mend(plan, group, step) {
  const column = columns[group];
  plan.maalgruppe = group;
  plan.revision = { ...plan.revision, tilstand: "publiceret", version: 2, opdateret: "2019-11-20" };
  plan.flag = { ...plan.flag, kategori: undefined };
  for (const { noegle, kolonner } of elements) if (kolonner[column] === "ikke") delete plan[noegle];
  if (!["C", "F", "G"].includes(column)) delete plan.kommentarSvar;
  if (["A", "B"].includes(column)) delete plan.planbeskrivelse;
  if (["D", "E", "G", "X"].includes(column)) delete plan.kravTilJobsoegning;
  if (plan.uddannelsespaalaeg) Object.assign(plan.uddannelsespaalaeg, { trin: step, frist: "2019-12-06" });
  for (const demand of plan.kravTilJobsoegning ?? []) Object.assign(demand, { til: "2020-06-01", myndighed: ["A", "C"].includes(column) ? "akasse" : "jobcenter" });
  for (const goal of plan.jobmaal ?? []) {
    delete goal.slutdato;
    if (["A", "B", "C"].includes(column)) delete goal.fritekst;
  }
  for (const effort of plan.indsatser) {
    effort.hvornaar.slut = "2020-01-31";
    effort.statusser[0].afsluttende = false;
    effort.statusser[0].tekst += " og her er der fem ord mere";
    delete effort.afgaaet;
  }
  if (plan.kontrakt) plan.kontrakt.gyldigTil = null;
  return JSON.parse(JSON.stringify(plan));
}

/** A plan with an effort that the a-kasse may see and, under `skjult`, one that it may not; its words are numbered from `count` on. */
function canaryPlan(group, step, count = 0) {
  const words = { at: {}, count };
  const plan = fill(schema, "", words);
  const [effort] = plan.indsatser;
  effort.art = "virksomhedspraktik";
  delete effort.hvem;
  const hidden = definition("indsats", "skjult", words);
  hidden.art = "hjaelpemiddel-tilbud";
  delete hidden.hvor;
  delete hidden.hvad.timerPrUge;
  for (const person of [hidden.hvad.aftaltMed, hidden.hvem.kontakt]) person.myndighed = "institution";
  plan.indsatser.push(hidden);
  plan.revision.aendringer[0].vedroerer = [effort.id];
  const [past] = plan.aftaler;
  past.retning = "bagud";
  delete past.titel;
  delete past.slut;
  const coming = { aftaletype: "oevrig", retning: "frem", dato: "2019-12-10", start: "13:30", slut: "14:00" };
  const ahead = { ...definition("aftale", "aftaler[]", words), ...coming };
  const draft = { ...definition("aftale", "kladde", words), ...coming, publiceret: false };
  plan.aftaler.push(ahead, draft);
  if (!["A", "B", "C"].includes(columns[group])) {
    plan.jobmaal.push(definition("jobmaal", "jobmaal[]", words));
    delete plan.jobmaal[1].titel;
    delete plan.jobmaal[1].disco;
  }
  return { plan: mend(plan, group, step), words: words.at };
}

/** The decision for a path of the table. */
function decision(path) {
  let at = table.felter;
  for (const key of path.replaceAll("[]", ".[]").split(".")) {
    at = typeof at === "string" && at.startsWith("@") ? table.stykker[at.slice(1)] : at;
    at = key === "[]" ? at[0] : at[key];
  }
  return typeof at === "string" && at.startsWith("@") ? table.stykker[at.slice(1)] : at;
}

const cases = [["dagpenge-uddannelsespaalaeg", 1], ["dagpenge-uddannelsespaalaeg", 2], ["dagpenge-uddannelsespaalaeg", 4],
  ["dagpenge", 1], ["ressourceforloeb", 1], ["integration-program", 1], ["udd-aabenlyst", 1]];
const made = new Map();
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "vejviser-kanarie-"));
  mkdirSync(join(folder, "planer"));
  mkdirSync(join(folder, "foer"));
  for (const [group, step] of cases) {
    const name = `${group}-${step}`;
    made.set(name, canaryPlan(group, step));
    const now = made.get(name);
    now.plan.id = name;
    writeFileSync(join(folder, "planer", `${name}.json`), JSON.stringify(now.plan));
    // The version before is of the same citizen, and every other word of it is another one.
    now.before = canaryPlan(group, step, 5000);
    Object.assign(now.before.plan, { id: name, borger: now.plan.borger });
    now.before.plan.revision.version = 1;
    now.before.plan.revision.aendringer[0].vedroerer = [];
    for (const list of ["indsatser", "aftaler", "kravTilJobsoegning"]) {
      now.before.plan[list]?.forEach((one, i) => Object.assign(one, { id: now.plan[list][i].id }));
    }
    writeFileSync(join(folder, "foer", `${name}.json`), JSON.stringify(now.before.plan));
  }
  writeFileSync(join(folder, "vejviser.json"), JSON.stringify({ title: "Kanarie", plans: ["planer/*.json"], previous: ["foer/*.json"], snippets: join(repository, "content/uddrag"),
    audiences: ["borger", "jobcenter", "akasse"], forms: ["html", "print", "pdf"] }));
  execFileSync(program, ["build", "--site", join(folder, "vejviser.json"), "--date", "2019-11-21", "--out", join(folder, "ud")],
    { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 26 });  // warnings are of no interest; an error throws with what it says
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the citizen of a case has an a-kasse at all; plans of others are not made for it. */
const isInsured = (name) => name.startsWith("dagpenge");

/** All files of the build that one audience gets. */
const filesOf = (place, name) => filesBelow(join(folder, "ud", place)).filter((path) => path.includes(`/${name}`));

test("each word reaches those who may read it in every form, and nobody else in any file", () => {
  for (const [name, { words }] of made) {
    const citizen = filesOf("planer", name).map(readIn).join("\n");
    const office = filesOf("planer-jobcenter", name).map(readIn).join("\n");
    const insurer = filesOf("planer-akasse", name).map(everythingIn).join("\n");
    const citizenBytes = filesOf("planer", name).map(everythingIn).join("\n");
    assert.equal(filesOf("planer-akasse", name).length, isInsured(name) ? 4 : 0, `${name}: page, print, PDF and what is new, for who has an a-kasse`);
    let looked = 0;
    for (const [path, list] of Object.entries(words)) {
      const hidden = path.startsWith("skjult");
      const draft = path.startsWith("kladde");
      const told = decision(path.replace(/^skjult/, "indsatser[]").replace(/^kladde/, "aftaler[]"));
      for (const word of list) {
        if (!JSON.stringify(made.get(name).plan).includes(word)) continue;
        looked += 1;
        if (hidden || draft || ["skjul", "intern"].includes(told)) assert.ok(!insurer.includes(word), `${name}: ${path} (${told}) reached the a-kasse`);
        if (draft || told === "intern") assert.ok(!citizenBytes.includes(word), `${name}: ${path} (${told}) reached the citizen`);
      }
      if (told === "intern" || list.every((word) => !JSON.stringify(made.get(name).plan).includes(word))) continue;
      const printed = list.filter((word) => citizen.includes(word));
      if (!draft && printedInStep(path, name)) assert.ok(printed.length > 0, `${name}: the citizen does not see ${path}`);
      if (printedInStep(path, name)) assert.ok(list.some((word) => office.includes(word)), `${name}: the job centre does not see ${path}`);
      const expected = isInsured(name) && !hidden && !draft && told !== "skjul" && printedInStep(path, name);
      assert.equal(list.some((word) => insurer.includes(word)), expected, `${name}: the a-kasse and ${path} (${told})`);
    }
    assert.ok(looked > 60, `${name}: only ${looked} words`);
  }
});

test("the page of what is new tells the words of the version before to those who may read them, and nobody else", () => {
  for (const [name, { before: { plan, words } }] of made) {
    const news = (place) => readIn(join(folder, "ud", place, `${name}-nyt.html`));
    const [citizen, office] = [news("planer"), news("planer-jobcenter")];
    const insurer = isInsured(name) ? news("planer-akasse") : "";
    const everything = ["planer", "planer-akasse"].map((place) => filesOf(place, name).map(everythingIn).join("\n"));
    let told = 0;
    let withheld = 0;
    for (const [path, list] of Object.entries(words)) {
      if (path === "borger.navn") continue;
      const hidden = path.startsWith("skjult");
      const draft = path.startsWith("kladde");
      const rule = decision(path.replace(/^skjult/, "indsatser[]").replace(/^kladde/, "aftaler[]"));
      for (const word of list.filter((one) => JSON.stringify(plan).includes(one))) {
        if (hidden || draft || ["skjul", "intern"].includes(rule)) {
          assert.ok(!everything[1].includes(word), `${name}: ${path} (${rule}) reached the a-kasse`);
          withheld += office.includes(word) ? 1 : 0;
        }
        if (draft || rule === "intern") assert.ok(!everything[0].includes(word), `${name}: ${path} (${rule}) reached the citizen`);
        told += citizen.includes(word) && insurer.includes(word) ? 1 : 0;
      }
    }
    assert.ok(told > 10 || !isInsured(name), `${name}: only ${told} words of the version before are told`);
    assert.ok(withheld > 5, `${name}: only ${withheld} words are kept from the a-kasse`);
  }
});

test("what is new reaches an audience as its own pages tell it, and the a-kasse nothing else", () => {
  for (const place of ["planer", "planer-jobcenter", "planer-akasse"]) {
    const notices = JSON.parse(readFileSync(join(folder, "ud", place, "aendringer.json"), "utf8"));
    const expectedNotices = [...made.keys()].filter((name) => place !== "planer-akasse" || isInsured(name));
    assert.deepEqual(notices.map((notice) => notice.id).sort(), expectedNotices.sort(), place);
    for (const notice of notices) {
      const { plan, words } = made.get(notice.id);
      const page = readIn(join(folder, "ud", place, `${notice.id}.html`));
      const told = JSON.stringify(notice);
      for (const [path, list] of Object.entries(words)) {
        for (const word of list) {
          const expected = ["borger.navn", "revision.aendringer[].tekst"].includes(path);
          assert.equal(told.includes(word), expected, `${place}/aendringer.json: ${path}`);
          if (expected) assert.ok(page.includes(word), `${place}: ${path}`);
        }
      }
      assert.deepEqual(Object.keys(notice), ["id", "side", "navn", "version", "opdateret", "aendringer", ...(place === "planer-akasse" ? [] : ["besked", "kanaler"])]);
      assert.equal(notice.version, plan.revision.version);
    }
  }
});

test("what the flags make of a plan reaches the citizen and the job centre, and never the a-kasse", () => {
  const marks = ["Rehabiliteringsplanens indsatsdel", "Helhedsorienteret plan", "Du får den nye plan i et brev", "De kommer med posten"];
  for (const [name, { plan }] of made) {
    assert.ok(plan.flag.rehabIndsatsdel && plan.flag.helhedsorienteretPlan && plan.flag.jobnetUndtaget, name);
    for (const [place, expected] of [["planer", true], ["planer-jobcenter", true], ["planer-akasse", false]]) {
      for (const file of filesOf(place, name).filter((path) => !expected || !path.endsWith("-nyt.html"))) {
        const text = (expected ? readIn(file) : everythingIn(file)).replace(/\s+/g, " ");
        for (const mark of marks) assert.equal(text.includes(mark), expected, `${file}: ${mark}`);
      }
    }
  }
});

/** Whether the step of the education order prints a field (domain: the page changes with the step). */
function printedInStep(path, name) {
  const step = Number(name.slice(-1));
  if (path === "id") return false;
  if (path.startsWith("skjult.statusser")) return false;  // the hidden effort is an aid, which has no status
  if (path.endsWith("person.enhed")) return path.startsWith("aftaler");  // of one who has been met
  if (path.startsWith("uddannelsespaalaeg.forslag")) return step === 1;
  if (path === "uddannelsespaalaeg.begrundelse") return step <= 2;
  if (path.startsWith("uddannelsespaalaeg.optagetPaa")) return step === 4;
  if (path.includes("uddannelsessteder")) return step === 2 || step === 3;
  return true;
}

test("no file outside an audience's own folder holds anything of a plan but the citizen's name and group", () => {
  const shared = filesBelow(join(folder, "ud")).filter((path) => !/\/ud\/planer/.test(path));
  assert.ok(shared.length > 3);
  for (const path of shared) {
    const text = /\.(html|json|js|css|svg|txt|xml|ics)$/.test(path) ? readIn(path) : "";
    for (const { words } of made.values()) {
      for (const [place, list] of Object.entries(words)) {
        if (place === "borger.navn") continue;
        for (const word of list) assert.ok(!text.includes(word), `${path} holds ${place}`);
      }
    }
  }
});

test("a text that speaks of a hidden effort reaches no file of the a-kasse, however it is written, nor does an id or a map", () => {
  const plan = JSON.parse(readFileSync(join(repository, "samples/anders-dagpenge.json"), "utf8"));
  const kept = plan.aftaler.find((one) => one.aftaletype === "jobcenter" && one.dato < "2019-11-21");
  plan.id = "skrivemaader";
  plan.indsatser.push({ id: "skjult-1", art: "social-indsats", navn: "Bostøtte", kortVarighed: true,
    hvad: { titel: "Støtte i hjemmet", timerPrUge: 2, beskrivelse: "Du får hjælp i hverdagen.", aftaltMed: { navn: "Rikke Madsen", enhed: "Bofællesskabet Lærken" } },
    hvornaar: { start: "2019-11-20", slut: "2020-01-31" }, hvorfor: "Du får ro til at søge job.",
    hvor: { moedested: "Fønix, Storegade 3, 5600 Faaborg", kontakt: [{ navn: "Tove Lauritsen", telefon: "+45 87 65 43 21", email: "tove@z.dk" }] } });
  const told = ["personlig\nassistance", "personlig  assistance", "personlig\u00a0assistance", "hjælpe\u00admiddel", "hjælpe-middel", "ga\u030ature og bostøtte",
    "ｂｏｓｔøｔｔｅ", "bo-støtte", "skærmlæser", "ring på 87654321", "Du møder på Fønix", "Rikke ringer", "hos Bofællesskabet Lærken", "»ADHD«"];
  told.forEach((text, i) => plan.aftaler.push({ ...kept, id: `fortalt-${i}`, tekst: `Vi aftalte inden fredag: ${text} Zqfortalt${i}x` }));
  const ids = ["moede-om-genoptraening", "hjaelpemiddel-test", "opfoelgning-bostoette", "laege-samtale", "moede-med-tove"];
  for (const id of ids) plan.aftaler.push({ ...kept, id, tekst: "Du søger to job inden fredag.", kort: `https://kort.example/${id}`, sted: "Jobcenter Odense" });
  plan.aftaler.push({ ...kept, id: "moede-zqkendt", tekst: "Vi aftalte inden fredag: Zqkendtx" });
  const here = join(folder, "skrivemaader");
  mkdirSync(here);
  writeFileSync(join(here, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(here, "vejviser.json"), JSON.stringify({ title: "Kanarie", plans: ["plan.json"], snippets: join(repository, "content/uddrag"), audiences: ["borger", "akasse"], forms: ["html", "print", "pdf"] }));
  execFileSync(program, ["build", "--site", join(here, "vejviser.json"), "--date", "2019-11-21", "--out", join(here, "ud")], { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1 << 26 });
  const everything = (place) => filesBelow(join(here, "ud", place)).map(everythingIn).join("\n");
  const [citizen, insurer] = [everything("planer"), everything("planer-akasse")];
  for (const word of [...told.map((_, i) => `Zqfortalt${i}x`), ...ids]) {
    assert.ok(citizen.includes(word), `the citizen does not see ${word}`);
    assert.ok(!insurer.includes(word), `${word} reached the a-kasse`);
  }
  assert.ok(insurer.includes("Zqkendtx") && insurer.includes("moede-zqkendt"), "what tells nothing is kept from the a-kasse, too");
});
