// The way to another language leads to the same page in it, and to the clause that is being read.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { address, context, desktop, phone, visit } from "../browser.js";
import { listen } from "../complaints.js";
import { nothing } from "../nothing.js";
import { having, pages } from "../pages.js";
import { onDisk, sites } from "../sites.js";
import { suite } from "../suite.js";

/** Pages with the address of a clause on each. */
const clauses = [
  ["own", "{lang}/privacy-policy/", "4.4"],
  ["own", "{lang}/privacy-policy/1.1/", "13"],
  ["own", "{lang}/personal-data-destruction-policy/", "7.2.3"],
  ["own", "{lang}/personal-data-destruction-policy/", "annex-1"],
  ["own", "{lang}/personal-data-destruction-policy/1.1/parallel/", "2.3"],
  ["history", "{lang}/refund-policy/1.2/", "4.2"],
  ["history", "{lang}/refund-policy/2.0/changes/", "5.3"],
  ["history", "{lang}/refund-policy/2.0/changes/parallel/", "5.3"],
];

const on = { "a desk": context(desktop), "a phone": context(phone) };
const plain = context({ ...desktop, javaScriptEnabled: false });

/** The address of the page that is open. Links name the file of a folder, so that they lead on from disk. */
const where = (tab) => tab.url().replace("index.html", "");

/** The way to a language on the page that is open. */
const way = (tab, lang) => tab.locator(`.language-switch a[lang=${lang}]`);

const others = (site, lang) => sites[site].languages.filter((other) => other !== lang);

/** Runs in the page: what is wrong with how the clause is seen. */
function unseen(id) {
  const found = [];
  const unit = document.getElementById(id);
  if (!unit) return [`no ${id}`];
  if (document.querySelector(":target") !== unit) found.push(`${id} is not what the address points at`);
  const shown = unit.querySelector(":scope > :is(h2, h3)") ?? unit;
  const { left, top, width } = shown.getBoundingClientRect();
  if (top < -1 || top > innerHeight / 2) found.push(`${id} is ${top} px from the top`);
  const seen = document.elementFromPoint(left + width / 2, Math.max(top, 0) + 4);
  if (!unit.contains(seen)) found.push(`${id} lies under ${seen?.outerHTML.slice(0, 80)}`);
  const marked = [unit, ...unit.querySelectorAll("*")].some((part) => {
    const { backgroundColor } = getComputedStyle(part);
    const probe = Object.assign(document.createElement("i"), { className: "probe" });
    probe.style.color = "var(--tint)";
    document.body.append(probe);
    const tint = getComputedStyle(probe).color;
    probe.remove();
    return backgroundColor === tint;
  });
  if (!marked && !document.querySelector(".redline")) found.push(`${id} is not set off`);
  return found;
}

/** The next language of a site. */
const next = (site, lang) => others(site, lang).find((other) => other > lang) ?? others(site, lang)[0];

const ways = { "on a desk, from a server": [on["a desk"], address], "on a phone, from disk": [on["a phone"], onDisk] };
for (const [how, [opened, find]] of Object.entries(ways)) {
  describe(`the clause is kept ${how}`, { concurrency: 4 }, () => {
    for (const [site, path, clause] of clauses) {
      for (const lang of sites[site].languages) {
        test(`${clause} of ${path.replace("{lang}", lang)}`, () => {
          const told = [];
          const start = find({ site, path: path.replace("{lang}", lang) });
          const look = async (tab) => {
            const other = next(site, lang);
            const there = find({ site, path: path.replace("{lang}", other) }).replace("index.html", "");
            await way(tab, other).click();
            await tab.waitForLoadState();
            assert.equal(where(tab), `${there}#${clause}`);
            nothing(await tab.evaluate(unseen, clause));
            nothing(told);
          };
          return visit(opened, `${start}#${clause}`, look, listen(told));
        });
      }
    }
  });
}

/** Runs in the page: how far a clause is from the top of the window, in heights of the window. */
const height = (id) => document.getElementById(id).getBoundingClientRect().top / innerHeight;

describe("who has scrolled to a clause keeps it as well", { concurrency: 4 }, () => {
  for (const [view, opened] of Object.entries(on)) {
    for (const [site, path, clause] of clauses) {
      for (const jumped of [false, true]) {
        const lang = sites[site].languages[0];
        const how = jumped ? ", from where the text begins" : "";
        const start = address({ site, path: path.replace("{lang}", lang) });
        test(`to ${clause} of ${path.replace("{lang}", lang)} on ${view}${how}`, () =>
          visit(opened, start, async (tab) => {
            if (jumped) {
              await tab.locator(".skip").focus();
              await tab.keyboard.press("Enter");
            }
            await tab.evaluate((id) => document.getElementById(id).scrollIntoView(), clause);
            const other = others(site, lang)[0];
            // With the keyboard, as with the mouse.
            const scrolled = await tab.evaluate(() => scrollY);
            await way(tab, other).focus();
            assert.equal(await tab.evaluate(() => scrollY), scrolled);
            const kept = decodeURIComponent(new URL(await way(tab, other).evaluate((link) => link.href)).hash.slice(1));
            assert((await tab.evaluate(height, kept)) < 0.4, `${kept} was not on top`);
            await way(tab, other).press("Enter");
            await tab.waitForURL(`**/${path.replace("{lang}", other)}*#*`);
            await tab.waitForLoadState();
            nothing(await tab.evaluate(unseen, kept));
          }));
      }
    }
  }
});

test("who has not begun to read begins at the top", () =>
  visit(on["a desk"], address({ site: "own", path: "en/privacy-policy/" }), async (tab) => {
    await way(tab, "kk").click();
    assert.equal(where(tab), address({ site: "own", path: "kk/privacy-policy/" }));
    assert.equal(await tab.evaluate(() => scrollY), 0);
  }));

test("a change that is pointed at is that of its clause, whatever its number in another language", () =>
  visit(on["a desk"], `${address({ site: "history", path: "en/refund-policy/2.0/changes/" })}#change-4`, async (tab) => {
    await way(tab, "kk").click();
    assert.equal(new URL(tab.url()).hash, "#5.1");
  }));

suite("without a script the page is the same", pages.filter(({ lang }) => lang), (page) =>
  visit(plain, address(page), async (tab) => {
    const named = (it) => it.locator("article").first().evaluate(({ dataset }) => ({ ...dataset })).catch(() => null);
    const counted = await tab.locator("article").count();
    const own = counted ? await named(tab) : null;
    for (const other of others(page.site, page.lang)) {
      await way(tab, other).click();
      await tab.waitForLoadState();
      const path = page.path.replace(/^\w+/, other);
      if (page.type !== "not-found") assert.equal(where(tab), address({ ...page, path }));
      assert.equal(await tab.locator("html").getAttribute("lang"), other);
      assert.equal(await tab.locator("body").getAttribute("data-page"), await kind(page, tab));
      assert.equal(await way(tab, other).getAttribute("aria-current"), "true");
      if (own) assert.deepEqual(await named(tab), own);
    }
  }),
);

const kinds = new Map();

/** What a page says it is; all languages of it say the same. */
async function kind(page, tab) {
  const key = `${page.type} ${page.site}`;
  if (!kinds.has(key)) kinds.set(key, await tab.locator("body").getAttribute("data-page"));
  return kinds.get(key);
}

/** Runs in the page: the addresses of all sections, clauses and annexes. */
const places = () => [...document.querySelectorAll("article :is(section, .clause, .name)[id]")].map(({ id }) => id);

suite("each clause is at the same address in all languages", having("text"), (page) =>
  visit(plain, address(page), async (tab) => {
    const own = await tab.evaluate(places);
    assert(own.length > 5);
    for (const other of others(page.site, page.lang)) {
      await tab.goto(address({ ...page, path: page.path.replace(/^\w+/, other) }));
      assert.deepEqual(await tab.evaluate(places), own);
    }
  }),
);
