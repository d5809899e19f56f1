// axe-core finds nothing on any page, in any colours: WCAG 2.2 AA, and what it calls best practice.

import { axe, colours, everything, violations } from "../axe.js";
import { address, context, desktop, phone, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { inOneLanguage, pages } from "../pages.js";
import { suite } from "../suite.js";

const wide = context(desktop, axe);
const narrow = context(phone, axe);

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
