// axe-core, which tells what stands in the way of visitors who read a page in another manner.

import { createRequire } from "node:module";

/** Is given to a context, so that its tabs can be asked for violations. */
export const axe = { path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") };

/** WCAG 2.2 AA, and what axe calls best practice. */
export const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** The rules that judge colours, for modes in which nothing but colours differs. */
export const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What is against the rules in a tab. */
export async function violations(tab, rules) {
  const run = (runOnly) => axe.run({ runOnly, resultTypes: ["violations"] });
  const found = await tab.evaluate(run, rules);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
}
