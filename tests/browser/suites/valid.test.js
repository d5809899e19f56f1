// Every page of the built sites is valid HTML, every picture valid SVG, every feed and sitemap what
// its standard asks for.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { nothing } from "../nothing.js";
import { files, sites } from "../sites.js";
import { check } from "../vnu.js";

/** What the checker advises against, and we do all the same. */
const advice = [
  // Safari takes a list without bullets for no list, and does not tell it as one.
  "The “list” role is unnecessary for element “[ou]l”.*",
  // The redline of a policy without sections has no headings that the approved text does not have.
  "Article lacks heading.*",
  // It reads pages from files and takes no file for the site's own, which browsers do: the suites that
  // look at pages see their styles and scripts loaded. And it takes JSON-LD for a script.
  "(Resource|Inline script) violates Content Security Policy .meta tag.: .*(style-src|script-src).*",
];
const schema = (name) => ["--xml", "--schema", new URL(`../schemas/${name}`, import.meta.url).href];

describe("valid", { concurrency: 2 }, () => {
  for (const site of Object.keys(sites)) {
    test(`the pages and pictures of ${site}`, async () => {
      const pages = files(site, ".html");
      assert(pages.length > 20, `${pages.length} pages`);
      const options = ["--also-check-svg", "--filterpattern", advice.join("|")];
      nothing(await check(...options, ...pages, ...files(site, ".svg")));
    });

    test(`the feeds of ${site}`, async () => {
      const feeds = files(site, "feed.xml");
      assert(feeds.length >= 3 * sites[site].languages.length, `${feeds.length} feeds`);
      nothing(await check(...schema("atom.rnc"), ...feeds));
    });

    test(`the sitemap of ${site}`, async () => {
      const [sitemap, ...more] = files(site, "sitemap.xml");
      assert.deepEqual(more, []);
      nothing(await check(...schema("sitemap.rnc"), sitemap));
    });
  }
});
