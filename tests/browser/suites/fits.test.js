// Every page fits every width, at the usual size of letters and at twice that size (WCAG 1.4.4 and
// 1.4.10): nothing has to be scrolled sideways, no words are cut off, none lie upon others.

import { address, context, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { pages } from "../pages.js";
import { suite } from "../suite.js";

/** Widths in CSS pixels. A page zoomed to 200 % is a window of half the width: 640 is 1280 zoomed. */
const views = [
  { width: 320, letters: 16 },
  { width: 390, letters: 16 },
  { width: 640, letters: 16 },
  { width: 1024, letters: 16 },
  { width: 1440, letters: 16 },
  { width: 390, letters: 32 },
  { width: 1280, letters: 32 },
];
const opened = context({ viewport: { width: 1440, height: 900 } });

suite("fits", pages, (page) =>
  visit(opened, address(page), async (tab) => {
    const browser = await tab.context().newCDPSession(tab);
    const found = [];
    for (const { width, letters } of views) {
      await tab.setViewportSize({ width, height: 900 });
      // As set by a visitor in the browser: it counts in `rem` and in media queries alike.
      await browser.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters } });
      const told = await tab.evaluate(lost);
      found.push(...told.map((what) => `${width} px wide, letters of ${letters} px: ${what}`));
    }
    nothing(found);
  }),
);

/** Runs in the page: what does not fit. */
function lost() {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} px`);

  const name = (element) => {
    const marks = element.id ? `#${element.id}` : [...element.classList].map((mark) => `.${mark}`).join("");
    return element.localName + marks;
  };
  // Words that only a screen reader is to tell are a box of one pixel.
  const box = (element) => element.getBoundingClientRect();
  const untold = (element) => box(element).width <= 1 || box(element).height <= 1;
  const cuts = (value) => value !== "visible";
  const own = new Map();
  const style = (element) => own.get(element) ?? own.set(element, getComputedStyle(element)).get(element);

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    const holder = text.parentElement;
    const seen = { visibilityProperty: true, contentVisibilityAuto: true };
    if (!text.data.trim() || !holder.checkVisibility(seen) || holder.closest(".skip")) continue;
    const frames = [];
    for (let above = holder; above !== document.documentElement; above = above.parentElement) {
      if (cuts(style(above).overflowX) || cuts(style(above).overflowY)) frames.push(above);
    }
    if (frames.some(untold)) continue;
    const words = `“${text.data.trim().slice(0, 40)}” in ${name(holder)}`;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      if (rect.left < -0.5 || rect.right > innerWidth + 0.5) found.push(`outside of the window: ${words}`);
      for (const frame of frames) {
        const { left, right, top, bottom } = box(frame);
        const beside = rect.left < left - 0.5 || rect.right > right + 0.5;
        // A frame that scrolls up and down holds more than it shows.
        const scrolls = /auto|scroll/.test(style(frame).overflowY) && frame.scrollHeight > frame.clientHeight;
        const below = !scrolls && (rect.top < top - 4 || rect.bottom > bottom + 4);
        if (beside || below) found.push(`cut off by ${name(frame)}: ${words}`);
      }
      if (!frames.length) lines.push({ rect, words, text });
    }
  }

  // Boxes of lines may touch: only what covers most of a line's height lies upon it.
  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (const [at, { rect, words, text }] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      if (other.rect.top > rect.bottom) break;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
      const smaller = Math.min(rect.height, other.rect.height);
      if (other.text !== text && across > 2 && down > smaller / 2) found.push(`${words} lies upon ${other.words}`);
    }
  }
  return found;
}
