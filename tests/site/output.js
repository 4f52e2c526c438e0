// Reading what a build wrote as a leak would be read: every file, whatever it is.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, as paths. */
export function filesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Text on the pages with words that were hyphenated put together again. */
const pageText = (pdf) => execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/[-\u00ad\u2010]\n/g, "");

/** All that a PDF holds, uncompressed: bookmarks, tags, alternative texts and metadata too. UTF-16 strings are made readable. */
function pdfInside(pdf) {
  const bytes = execFileSync("qpdf", ["--qdf", "--object-streams=disable", "--no-original-object-ids", pdf, "-"], { maxBuffer: 1 << 28 });
  const strings = bytes.toString("latin1").replace(/<feff([0-9a-f]*)>/gi, (_, hex) => Buffer.from(hex, "hex").swap16().toString("utf16le"));
  return `${strings}\n${bytes.toString("utf8")}`;
}

const htmlText = (html) => `${html}\n${html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll("&quot;", '"').replaceAll("&amp;", "&")}`;

/** What a file says to one who looks at every byte of it. */
export function everythingIn(path) {
  if (path.endsWith(".pdf")) return `${pageText(path)}\n${pdfInside(path)}`;
  return htmlText(readFileSync(path, "utf8"));
}

/** What a file says to its reader. */
export function readIn(path) {
  return path.endsWith(".pdf") ? pageText(path) : htmlText(readFileSync(path, "utf8"));
}
