// The tools of a clause and the card of a definition are seen in whatever colours a visitor asks for, do
// nothing that moves, and are not printed.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";

import { axe, everything, violations } from "../axe.js";
import { address, context, desktop, phone, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { inOneLanguage } from "../pages.js";
import { suite } from "../suite.js";

const views = { "on a desk": context(desktop, axe), "on a phone": context(phone, axe) };
const page = { site: "own", path: "en/privacy-policy/" };

const usual = { colorScheme: "light", contrast: "no-preference", forcedColors: "none", reducedMotion: "no-preference", media: null };
const modes = {
  "in light colours": {},
  "in dark colours": { colorScheme: "dark" },
  "with more contrast": { contrast: "more" },
  "with more contrast in the dark": { contrast: "more", colorScheme: "dark" },
  "with forced colours": { forcedColors: "active" },
  "with forced colours in the dark": { forcedColors: "active", colorScheme: "dark" },
  "with reduced motion": { reducedMotion: "reduce" },
};

/** Opens the tools of one clause, copies its citation, and shows the definition of a term. */
async function use(tab) {
  await tab.locator('[id="4.4"] > .self-link').evaluate((it) => it.click());
  await tab.locator(".tools [data-copy=citation]").click();
  await tab.locator(".tools output:not(:empty)").waitFor();
  await tab.locator('[id="4.1"] a.term').first().evaluate((it) => it.focus({ focusVisible: true }));
  await tab.locator(".definition").waitFor();
}

for (const [on, opened] of Object.entries(views)) {
  describe(`seen ${on}`, { concurrency: 4 }, () => {
    for (const [mode, media] of Object.entries(modes)) {
      test(mode, () =>
        visit(opened, address(page), async (tab) => {
          await tab.emulateMedia({ ...usual, ...media });
          await use(tab);
          nothing(await violations(tab, everything));
          nothing(await tab.evaluate(blurred));
        }));
    }
  });
}

/** Runs in the page: which edges do not stand out from what is around them (WCAG 1.4.11). */
function blurred() {
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
  return [...document.querySelectorAll(".tools button, .definition")].flatMap((element) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(element);
    const [dark, light] = [luminance(borderTopColor), luminance(ground(element.parentElement))].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    const seen = parseFloat(borderTopWidth) >= 1 && contrast >= 3;
    return seen ? [] : [`${element.className || element.localName}: ${contrast.toFixed(2)} to 1`];
  });
}

test("a finger hits them (WCAG 2.5.8)", () =>
  visit(views["on a phone"], address(page), async (tab) => {
    await use(tab);
    for (const target of await tab.locator(".tools button, .definition a").all()) {
      const { width, height } = await target.boundingBox();
      assert(width >= 24 && height >= 24, `${width} by ${height}`);
    }
  }));

test("they are not printed", () =>
  visit(views["on a desk"], address(page), async (tab) => {
    // The tab may have been looked at in forced colours, which change those of paper too.
    await tab.emulateMedia(usual);
    await use(tab);
    const text = await printed(tab);
    for (const words of ["Copy link", "Copy citation", "Copied", "Go to the definition"]) assert(!text.includes(words), words);
    assert(text.includes("Personal data — information related either"));
    // What the address points at is a matter of the screen.
    await tab.emulateMedia({ ...usual, media: "print" });
    const { backgroundColor, boxShadow } = await tab.locator(":target").evaluate((it) => ({ ...getComputedStyle(it) }));
    assert(backgroundColor === "rgba(0, 0, 0, 0)" && boxShadow === "none", `${backgroundColor}, ${boxShadow}`);
    const weight = (clause) => tab.locator(`[id="${clause}"] .number`).evaluate((it) => getComputedStyle(it).fontWeight);
    assert.equal(await weight("4.4"), await weight("4.5"));
    await tab.emulateMedia(usual);
  }));

function printed(tab) {
  return new Promise((resolve, reject) => {
    const done = (error, text) => (error ? reject(error) : resolve(text.replace(/\s+/g, " ")));
    tab.pdf({ preferCSSPageSize: true }).then((pdf) => execFile("pdftotext", ["-layout", "-", "-"], done).stdin.end(pdf), reject);
  });
}

// A page on which nothing moves has nothing to reduce.
suite("nothing moves by itself", inOneLanguage, (own) =>
  visit(views["on a desk"], address(own), async (tab) => {
    const moving = () =>
      [document.documentElement, ...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const moves = !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
        return moves ? [element.outerHTML.slice(0, 80)] : [];
      });
    nothing(await tab.evaluate(moving));
  }),
);
