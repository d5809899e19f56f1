// axe-core finds nothing on any page, in any colours: WCAG 2.2 AA, and what it calls best practice.

import { createRequire } from "node:module";

import { address, context, desktop, phone, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { inOneLanguage, pages } from "../pages.js";
import { suite } from "../suite.js";

const axe = { path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") };
const wide = context(desktop, axe);
const narrow = context(phone, axe);

const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** The rules that judge colours, for modes in which nothing but colours differs. */
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What a visitor may ask the browser or the system for. */
const usual = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" };
const modes = {
  "in light colours": [everything, {}],
  "in dark colours": [colours, { colorScheme: "dark" }],
};
const rarer = {
  "with more contrast": [colours, { contrast: "more" }],
  "with more contrast in the dark": [colours, { contrast: "more", colorScheme: "dark" }],
  "with forced colours": [colours, { forcedColors: "active" }],
};

suite("accessible on a desk", pages, (page) =>
  visit(wide, address(page), async (tab) => {
    const found = [];
    const own = inOneLanguage.includes(page) ? { ...modes, ...rarer } : modes;
    for (const [mode, [rules, media]] of Object.entries(own)) {
      await tab.emulateMedia({ ...usual, ...media });
      found.push(...(await violations(tab, rules)).map((told) => `${mode}: ${told}`));
    }
    nothing(found);
  }),
);

suite("accessible on a phone", inOneLanguage, (page) =>
  visit(narrow, address(page), async (tab) => nothing(await violations(tab, everything))),
);

async function violations(tab, rules) {
  const run = (runOnly) => axe.run({ runOnly, resultTypes: ["violations"] });
  const found = await tab.evaluate(run, rules);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
}
