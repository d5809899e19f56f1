// Every page can be used with the keyboard alone: the way to the text comes first, the focus goes
// through the page from top to bottom, and is always seen.

import assert from "node:assert/strict";

import { address, context, desktop, phone, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { inOneLanguage } from "../pages.js";
import { suite } from "../suite.js";

/** Runs in every page, before it loads. */
const script = () => {
  const ways = "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable]";
  /** All that the focus is to reach, from top to bottom. */
  window.reachable = () =>
    [...document.querySelectorAll(ways)].filter((element) => {
      const folded = element.localName !== "summary" && element.closest("details:not([open])");
      const open = folded && element.checkVisibility({ contentVisibilityAuto: true });
      return element.checkVisibility({ visibilityProperty: true }) && (!folded || open);
    });
  window.called = (element) => `${element.localName}${element.className && `.${element.className}`} “${element.textContent.trim() || element.ariaLabel || element.id}”`;

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    for (let above = element; above; above = above.parentElement) {
      const colour = getComputedStyle(above).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** What is wrong with how the focused element is seen. */
  window.unseen = () => {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(element);
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const found = [];
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || opacity !== "1") found.push("has no outline");
    // An outline stands around the element, on what is behind it.
    else if (contrast(outlineColor, ground(element.parentElement)) < 3) found.push(`has the outline ${outlineColor}`);
    if (width < 1 || height < 1) found.push("is a box without room");
    if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth) found.push("is outside of the window");
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const seen = document.elementFromPoint(x, y);
    if (seen && !element.contains(seen) && !seen.contains(element)) found.push(`lies under ${called(seen)}`);
    return found.map((what) => `${called(element)} ${what}`);
  };

  /** What is wrong with how any of them is seen, focused one after the other. */
  window.allUnseen = () =>
    reachable().flatMap((element) => {
      element.focus({ focusVisible: true });
      return unseen();
    });
  window.reached = [];
  addEventListener("focusin", ({ target }) => reached.push(called(target)));
};

const views = { "on a desk": desktop, "on a phone": phone, "in the dark": { ...desktop, colorScheme: "dark" } };
for (const [on, view] of Object.entries(views)) {
  const opened = context(view, script);

  suite(`the focus is seen ${on}`, inOneLanguage, (page) =>
    visit(opened, address(page), async (tab) => nothing(await tab.evaluate(() => allUnseen()))),
  );
}

const opened = context(desktop, script);

suite("from top to bottom", inOneLanguage, (page) =>
  visit(opened, address(page), async (tab) => {
    const expected = await tab.evaluate(() => reachable().map(called));
    // A field for a date has parts of its own.
    const dates = await tab.locator("input[type=date]:visible").count();
    for (let stop = 0; stop <= expected.length + 3 * dates; stop++) await tab.keyboard.press("Tab");
    const all = await tab.evaluate(() => reached);
    assert.deepEqual(all.slice(0, expected.length), expected);
    // Behind the last element the focus leaves the page, or begins anew.
    assert.deepEqual(all.slice(expected.length), expected.slice(0, all.length - expected.length));
  }),
);

suite("straight to the text", inOneLanguage, (page) =>
  visit(opened, address(page), async (tab) => {
    const focused = tab.locator(":focus");
    await tab.keyboard.press("Tab");
    assert.equal(await focused.getAttribute("href"), "#Text");
    const { y, height } = await focused.boundingBox();
    assert(y >= 0 && height >= 24, "the way to the text is not to be seen");
    await tab.keyboard.press("Enter");
    assert.equal(await focused.evaluate((element) => element.localName), "main");
    // From there on, the focus goes on in the text.
    await tab.keyboard.press("Tab");
    assert(await tab.evaluate(() => document.activeElement === document.body || document.activeElement.closest("main, footer")));
  }),
);
