// The details of an item in a dialog on a telephone: for every plan and every item, nothing stands outside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesBelow, withBuiltSite } from "./site.js";

const site = withBuiltSite();

/** Opens the details of each item in turn; for each, how many pixels its head and its button stand beyond the dialog. */
function measureDetails() {
  const dialog = document.querySelector(".tl-boks");
  const panel = document.querySelector(".tl-panel");
  return [...document.querySelectorAll(".tl-liste > li > details")].map((row) => {
    const link = document.createElement("a");
    link.href = `#${row.id}`;
    panel.append(link);
    link.click();
    link.remove();
    const frame = dialog.getBoundingClientRect();
    const button = dialog.querySelector("[data-luk]").getBoundingClientRect();
    const heading = dialog.querySelector("h3");
    const found = {
      title: heading.textContent,
      button: Math.max(button.right - frame.right, frame.left - button.left, 0),
      inside: Math.max(dialog.scrollWidth - dialog.clientWidth, heading.scrollWidth - heading.clientWidth, 0),
      touching: heading.getBoundingClientRect().right > button.left && heading.getBoundingClientRect().bottom > button.top
        && heading.getBoundingClientRect().top < button.bottom,
    };
    dialog.close();
    return found;
  });
}

for (const width of [320, 360, 390]) {
  test(`the details of every item fit their dialog in a window of ${width} px`, async () => {
    const plans = pagesBelow(site.folder).filter((path) => /^planer.*\/(?!index|.*-nyt)[^/]*\.html$/.test(path));
    let items = 0;
    for (const path of plans) {
      const { page, close } = await site.open(path, { width });
      for (const { title, button, inside, touching } of await page.evaluate(measureDetails)) {
        assert.ok(title, path);
        assert.ok(button <= 0, `${path}: the button of "${title}" is ${button} px outside`);
        assert.ok(inside <= 0, `${path}: "${title}" is ${inside} px too wide`);
        assert.ok(!touching, `${path}: "${title}" runs into its button`);
        items += 1;
      }
      await close();
    }
    assert.ok(items > 60, `only ${items} items`);
  });
}
