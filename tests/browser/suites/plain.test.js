// The site works without any script, and opened from disk: from a folder, or out of a ZIP.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { context, desktop, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { pages } from "../pages.js";
import { onDisk, sites } from "../sites.js";
import { suite } from "../suite.js";

const plain = context({ ...desktop, javaScriptEnabled: false });
const scripted = context(desktop);

// The 404 page is shown by a host at any address, so its links can't lead anywhere on disk.
const standing = pages.filter(({ type }) => type !== "not-found");

suite("opened from disk, with and without scripts", standing, async (page) => {
  const told = [];
  const listen = (tab) => {
    tab.on("console", (said) => told.push(`${said.type()}: ${said.text()}`));
    tab.on("pageerror", (error) => told.push(`error: ${error.message}`));
    tab.on("requestfailed", (request) => told.push(`not to be had: ${request.url()}`));
  };
  const words = (tab) => tab.locator("main").innerText();
  const some = await visit(scripted, onDisk(page), words, listen);
  const look = async (tab) => {
    // What a script adds may come on top, and what says that one is missing.
    const said = await tab.locator(".no-script").allInnerTexts();
    const all = new Set([some, ...said].join(" ").split(/\s+/));
    const read = await words(tab);
    nothing(read.split(/\s+/).filter((word) => !all.has(word)));
    assert(read.length > 20 && (await tab.locator("h1").isVisible()));
    for (const form of await tab.locator("form").all()) assert(!(await form.isVisible()), "a form that does nothing");
  };
  await visit(plain, onDisk(page), look, listen);
  nothing(told);
});

describe("a way through the site, on disk and without a script", { concurrency: 4 }, () => {
  const root = onDisk({ site: "history", path: "" });
  for (const lang of sites.history.languages) {
    const walk = async (tab) => {
      const follow = async (selector, leadsTo) => {
        await tab.locator(selector).first().click();
        assert.equal(tab.url(), root.replace(/index\.html$/, leadsTo));
        assert(await tab.locator("h1").isVisible());
      };
      await follow(`main a[hreflang=${lang}]`, `${lang}/index.html`);
      await follow("main h2 a[href*=refund-policy]", `${lang}/refund-policy/index.html`);
      await follow("nav.contents a[href='#5']", `${lang}/refund-policy/index.html#5`);
      const target = tab.locator(":target");
      assert.equal(await target.getAttribute("id"), "5");
      assert((await target.boundingBox()).y < desktop.viewport.height / 2);
      await follow("main nav a[href*='history/']", `${lang}/refund-policy/history/index.html`);
      await follow("main a[href*='2.0/changes/index.html']", `${lang}/refund-policy/2.0/changes/index.html`);
      await follow("main a[href*='parallel/']", `${lang}/refund-policy/2.0/changes/parallel/index.html`);
      const other = sites.history.languages.find((one) => one !== lang);
      await follow(`nav a[lang=${other}]`, `${other}/refund-policy/2.0/changes/parallel/index.html`);
      await follow(".brand a", `${other}/index.html`);
    };
    test(`in ${lang}`, () => visit(plain, root, walk));
  }
});
