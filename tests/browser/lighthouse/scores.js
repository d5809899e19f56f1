// Prints the scores that `run` is asked for.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { flags, path } from "../chromium.js";
import { serveAll } from "../sites.js";

const pages = {
  index: { site: "history", path: "en/" },
  policy: { site: "history", path: "en/refund-policy/" },
  redline: { site: "history", path: "en/refund-policy/2.0/changes/" },
  parallel: { site: "history", path: "en/refund-policy/2.0/changes/parallel/" },
};
const categories = ["performance", "accessibility", "best-practices", "seo"];

const address = await serveAll();
const browser = await launch({ chromePath: path, chromeFlags: ["--headless", ...flags] });
const { port } = browser;

console.log(`| page | ${categories.join(" | ")} |\n|---|${"---:|".repeat(categories.length)}`);
const reasons = [];
for (const [name, page] of Object.entries(pages)) {
  const { lhr } = await lighthouse(address(page), { port, onlyCategories: categories, logLevel: "error" });
  const scores = categories.map((category) => Math.round(lhr.categories[category].score * 100));
  console.log(`| ${name} | ${scores.join(" | ")} |`);
  for (const category of categories) {
    const weighed = lhr.categories[category].auditRefs.filter(({ weight }) => weight > 0);
    for (const { id } of weighed) {
      const audit = lhr.audits[id];
      if (audit.score !== null && audit.score < 1) {
        reasons.push(`${name}, ${category}: ${audit.title} ${audit.displayValue ?? ""} (${Math.round(audit.score * 100)})`);
      }
    }
  }
}
browser.kill();
console.log(reasons.length ? `\n${reasons.join("\n")}` : "");
