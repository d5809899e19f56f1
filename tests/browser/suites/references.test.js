// References in the text lead to what they name.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { address, context, desktop, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { having } from "../pages.js";
import { onDisk } from "../sites.js";
import { suite } from "../suite.js";

const plain = context({ ...desktop, javaScriptEnabled: false });

/** A clause, the words in it that lead elsewhere, and what is read there first. */
const expected = [
  ["own", "kk/privacy-policy/", "7.1", "Байланыс ақпаратында", "kk/privacy-policy/#13", "13. Байланыс дерегі"],
  ["own", "ru/privacy-policy/", "8.1", "Контактной информации", "ru/privacy-policy/#13", "13. Контактная информация"],
  ["own", "en/privacy-policy/", "8.1", "Contact Information", "en/privacy-policy/#13", "13. Contact information"],
  ["own", "kk/privacy-policy/", "8.2", "Дербес деректерді жою саясатында", "kk/personal-data-destruction-policy/", "Дербес деректерді жою саясаты"],
  ["own", "ru/privacy-policy/", "8.2", "Политике уничтожения персональных данных", "ru/personal-data-destruction-policy/", "Политика уничтожения персональных данных"],
  ["own", "en/privacy-policy/", "8.2", "Personal Data Destruction Policy", "en/personal-data-destruction-policy/", "Personal Data Destruction Policy"],
  ["own", "en/personal-data-destruction-policy/", "7.2.3", "Annex No. 1", "en/personal-data-destruction-policy/#annex-1", "Annex No. 1"],
  ["own", "ru/personal-data-destruction-policy/", "7.2.3", "Приложение №1", "ru/personal-data-destruction-policy/#annex-1", "Приложение №1"],
  ["history", "en/refund-policy/", "5.1", "clause 4.4", "en/refund-policy/#4.4", "4.4."],
  ["history", "ru/refund-policy/", "5.6", "разделом 8", "ru/refund-policy/#8", "8."],
  ["history", "kk/refund-policy/", "4.4", "4.2-тармақта", "kk/refund-policy/#4.2", "4.2."],
  ["history", "en/bonus-programme/1.2/", "3.3", "Refund Policy", "en/refund-policy/", "Refund Policy"],
];

for (const [from, find] of Object.entries({ "a server": address, disk: onDisk })) {
  describe(`followed without a script, from ${from}`, { concurrency: 4 }, () => {
    for (const [site, path, clause, words, leadsTo, reads] of expected) {
      test(`“${words}” in ${clause} of ${path}`, () =>
        visit(plain, find({ site, path }), async (tab) => {
          const link = tab.locator(`[id="${clause}"] a.ref`, { hasText: words }).first();
          assert.equal((await link.innerText()).trim(), words);
          await link.click();
          const [there, place = ""] = leadsTo.split("#");
          const url = find({ site, path: there }).replace("index.html", "");
          assert.equal(tab.url().replace("index.html", "").replace(/#.*/, ""), url);
          assert.equal(decodeURIComponent(new URL(tab.url()).hash), place && `#${place}`);
          const read = place ? await tab.locator(":target").innerText() : await tab.locator("h1").innerText();
          const said = read.replace(/\s+/g, " ");
          assert(said.startsWith(reads), said.slice(0, 80));
          if (place) {
            const { y } = await tab.locator(":target").boundingBox();
            assert(y >= 0 && y < desktop.viewport.height / 2, `${y} px from the top`);
          }
        }));
    }
  });
}

/** Runs in the page: the links of the text, without those to other sites. */
const links = () =>
  [...document.querySelectorAll("article a[href]")]
    .filter((link) => link.origin === location.origin)
    .map((link) => ({ words: link.textContent || link.ariaLabel, href: link.href.replace(/#.*/, ""), id: decodeURIComponent(link.hash.slice(1)) }));

const ids = new Map();

/** The ids of a page, or nothing where there is none. */
function idsOf(tab, url) {
  if (!ids.has(url)) {
    const read = async () => {
      const answer = await tab.context().request.get(url);
      if (!answer.ok()) return null;
      const found = await tab.evaluate((html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("[id]")].map(({ id }) => id), await answer.text());
      return new Set(found);
    };
    ids.set(url, read());
  }
  return ids.get(url);
}

const opened = context(desktop);

suite("each link of a text leads somewhere", having("text"), (page) =>
  visit(opened, address(page), async (tab) => {
    const found = [];
    const all = await tab.evaluate(links);
    assert(all.length > 5);
    for (const { words, href, id } of all) {
      const there = await idsOf(tab, href);
      if (!there) found.push(`“${words}” leads to no page: ${href}`);
      else if (id && !there.has(id)) found.push(`“${words}” leads to no place: ${href}#${id}`);
    }
    nothing(found);
  }),
);
