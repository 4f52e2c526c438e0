// The PDFs that the tests of whole documents keep, with the letters of each page as libqpdf reads them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.KEEP_PDFS && join(process.env.KEEP_PDFS, "documents");
if (!folder) throw new Error("KEEP_PDFS must name the folder of kept PDFs (ctest sets it)");

/** Every kept document: its name, its path, its bytes, and the letters of its pages without white space. */
export function keptDocuments() {
  return readdirSync(folder).filter((name) => name.endsWith(".pdf")).sort().map((name) => {
    const path = join(folder, name);
    const letters = readFileSync(path.replace(/pdf$/, "letters"), "utf8").split("\f").slice(0, -1);
    return { name: name.slice(0, -4), path, letters, bytes: () => new Uint8Array(readFileSync(path)) };
  });
}
