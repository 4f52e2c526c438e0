// pdf.js, which Firefox shows PDFs with: it opens every kept document without a warning, reads the letters that stand on
// its pages, and finds all of its text in the tag tree.
import assert from "node:assert/strict";
import { test } from "node:test";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { keptDocuments } from "./kept.js";

/** What pdf.js says of node, where it has nothing to draw on, and not of a document. */
const ofNode = /Cannot polyfill/;

/** What is written to the console while something runs. */
async function listen(run) {
  const said = [];
  const before = { log: console.log, warn: console.warn };
  console.log = console.warn = (...words) => said.push(words.join(" "));
  try {
    await run();
  } finally {
    Object.assign(console, before);
  }
  return said.filter((words) => !ofNode.test(words));
}

const open = (bytes) => getDocument({ data: bytes, verbosity: VerbosityLevel.WARNINGS, isEvalSupported: false }).promise;

const squeezed = (text) => text.normalize("NFC").replace(/[\s\p{Cf}]/gu, "");
const hasRightToLeft = (text) => /[\u0590-\u08ff\ufb1d-\ufeff]/u.test(text);
const comparable = (text) => (hasRightToLeft(text) ? [...text.normalize("NFKC")].sort().join("") : text);

/** The numbers of the marked content that a tag tree holds. */
function contentIds(node, found = new Set()) {
  if (node.type === "content") found.add(node.id);
  for (const child of node.children ?? []) contentIds(child, found);
  return found;
}

/** The numbers of tagged content with text in it that pdf.js finds on a page. */
function idsWithText(items) {
  const open = [];
  const found = new Set();
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.id);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str?.trim() && open.at(-1)) found.add(open.at(-1));
  }
  return found;
}

async function checkPage(pdf, number, letters) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const read = squeezed(items.map((item) => item.str ?? "").join(""));
  assert.equal(comparable(read), comparable(letters.normalize("NFC")), `the letters of page ${number}`);
  const tree = await page.getStructTree();
  const inTree = tree ? contentIds(tree) : new Set();
  for (const id of idsWithText(items)) assert.ok(inTree.has(id), `page ${number}: text of ${id} is in no element`);
  page.cleanup();
}

async function checkBookmarks(pdf) {
  const walk = async (entries) => {
    for (const entry of entries ?? []) {
      const place = typeof entry.dest === "string" ? await pdf.getDestination(entry.dest) : entry.dest;
      assert.ok(place, `the bookmark ${entry.title} leads nowhere`);
      assert.ok((await pdf.getPageIndex(place[0])) < pdf.numPages);
      await walk(entry.items);
    }
  };
  await walk(await pdf.getOutline());
}

for (const document of keptDocuments()) {
  test(document.name, async () => {
    const said = await listen(async () => {
      const pdf = await open(document.bytes());
      assert.equal(pdf.numPages, document.letters.length);
      assert.deepEqual(await pdf.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false });
      for (let number = 1; number <= pdf.numPages; ++number) await checkPage(pdf, number, document.letters[number - 1]);
      await checkBookmarks(pdf);
      await pdf.destroy();
    });
    assert.deepEqual(said, []);
  });
}

test("there are documents, and a broken one is complained of", async () => {
  const [first] = keptDocuments();
  assert.ok(first);
  const bytes = first.bytes();
  const text = Buffer.from(bytes).toString("latin1").replace(/startxref\s+\d+/, "startxref\n7");
  const said = await listen(async () => (await open(new Uint8Array(Buffer.from(text, "latin1")))).destroy());
  assert.notDeepEqual(said, []);
});
