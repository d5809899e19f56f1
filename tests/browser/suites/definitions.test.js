// A defined term shows its definition, in the policy's own words, on hover, on focus and on a tap. What is
// shown can be sent away, can be pointed at, and stays (WCAG 1.4.13).

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { address, context, desktop, phone, visit } from "../browser.js";
import { listen } from "../complaints.js";
import { nothing } from "../nothing.js";
import { having } from "../pages.js";
import { onDisk } from "../sites.js";
import { suite } from "../suite.js";

/** A clause, a term in it, and what the policy says it means. */
const expected = [
  ["own", "en/privacy-policy/", "4.3", "personal data", "Personal data — information related either to a specific User or to a User determined on its basis, recorded on electronic, paper and (or) other material media."],
  ["own", "ru/privacy-policy/", "4.3", "персональных данных", "Персональные данные – информация, относящаяся к определенному или определяемому на их основании Пользователю, зафиксированная на электронном, бумажном и (или) ином материальном носителе."],
  ["own", "kk/privacy-policy/", "4.3", "Пайдаланушының", "Пайдаланушы – дербес деректер тиесілі субъект."],
  ["own", "en/personal-data-destruction-policy/", "7.1", "destruction of personal data", "Destruction of personal data — actions, as a result of which it is impossible to restore personal data."],
  ["history", "en/refund-policy/1.2/", "4.2", "refund", "Refund – the return of the sum of a payment to the User in full or in part."],
  ["history", "ru/refund-policy/", "4.3", "Реестр", "Реестр — электронный журнал «Реестр возвратов», в котором Компания учитывает заявления и принятые по ним решения."],
];

const wide = context(desktop);
const narrow = context(phone);
const plain = context({ ...desktop, javaScriptEnabled: false });

const card = (tab) => tab.locator(".definition");
const term = (tab, clause, words) =>
  tab.locator(`[id="${clause}"]`).locator("a.term", { hasText: new RegExp(`^${words}$`) }).first();

/** Waits until the card is gone, and tells nothing when it stays. */
const gone = (tab) => card(tab).waitFor({ state: "hidden" });
/** Longer than anything waits before it happens. */
const longer = (tab) => tab.waitForTimeout(600);

const cases = (look) =>
  expected.map(([site, path, clause, words, meaning]) =>
    test(`“${words}” in ${clause} of ${path}`, () => look({ site, path, clause, words, meaning })),
  );

/** Opens a page and finds the term. */
const at = (opened, { site, path, clause, words }, look, find = address) => {
  const told = [];
  return visit(
    opened,
    find({ site, path }),
    async (tab) => {
      const own = term(tab, clause, words);
      await own.scrollIntoViewIfNeeded();
      await look(tab, own);
      nothing(told);
    },
    listen(told),
  );
};

/** The card is shown, beside the term and inside of the window, and says what the policy says. */
async function isShown(tab, own, meaning) {
  await card(tab).waitFor();
  assert.equal(await card(tab).locator("p").innerText(), meaning);
  const [box, anchor] = [await card(tab).boundingBox(), await own.boundingBox()];
  const { width, height } = tab.viewportSize();
  assert(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height, "outside of the window");
  const away = Math.max(box.y - anchor.y - anchor.height, anchor.y - box.y - box.height);
  assert(away > -2 && away < 40, `${away} px from its term`);
  // A screen reader is told the same.
  const told = await own.evaluate((link) => document.getElementById(link.getAttribute("aria-describedby")).textContent);
  assert.equal(told, await card(tab).locator("p").innerText());
}

for (const [from, find] of Object.entries({ "a server": address, disk: onDisk })) {
  describe(`shown to a mouse, from ${from}`, { concurrency: 4 }, () => {
    cases((own) =>
      at(wide, own, async (tab, link) => {
        await link.hover();
        await isShown(tab, link, own.meaning);
        // It stays, can be pointed at, and goes when the mouse does.
        await longer(tab);
        await card(tab).locator("p").hover();
        await longer(tab);
        assert(await card(tab).isVisible());
        await tab.mouse.move(5, 400);
        await gone(tab);
        assert.equal(await link.getAttribute("aria-describedby"), null);
        // It can be sent away from where it is.
        await link.hover();
        await card(tab).waitFor();
        await tab.keyboard.press("Escape");
        await gone(tab);
        await longer(tab);
        assert(!(await card(tab).isVisible()));
        // It leads to the definition, as the term itself does.
        await tab.mouse.move(5, 400);
        await link.hover();
        await card(tab).waitFor();
        const href = await link.getAttribute("href");
        await card(tab).locator("a").click();
        assert.equal(new URL(tab.url()).hash, href);
        await gone(tab);
      }, find),
    );
  });
}

describe("shown to a keyboard", { concurrency: 4 }, () => {
  cases((own) =>
    at(wide, own, async (tab, link) => {
      // Reached as a reader does: from the way before it.
      await link.evaluate((it) => {
        const all = [...document.querySelectorAll("a[href]")];
        all[all.indexOf(it) - 1].focus();
      });
      await tab.keyboard.press("Tab");
      assert(await link.evaluate((it) => it === document.activeElement));
      await isShown(tab, link, own.meaning);
      await longer(tab);
      assert(await card(tab).isVisible());
      await tab.keyboard.press("Escape");
      await gone(tab);
      assert(await link.evaluate((it) => it === document.activeElement));
      await tab.keyboard.press("Shift+Tab");
      await tab.keyboard.press("Tab");
      await card(tab).waitFor();
      // It goes with the focus, and stands in no way through the page.
      await tab.keyboard.press("Tab");
      assert(!(await tab.evaluate(() => document.activeElement.closest(".definition"))));
      const next = tab.locator(":focus");
      if (!(await next.evaluate((it) => it.matches(".term")))) await gone(tab);
      await link.focus();
      const href = await link.getAttribute("href");
      await tab.keyboard.press("Enter");
      // Who presses a key is not told when the browser has gone there.
      await tab.waitForURL((url) => url.hash === href);
      await gone(tab);
    }),
  );
});

describe("shown to a finger", { concurrency: 4 }, () => {
  cases((own) =>
    at(narrow, own, async (tab, link) => {
      await link.tap();
      await isShown(tab, link, own.meaning);
      assert.equal(new URL(tab.url()).hash, "");
      await longer(tab);
      await card(tab).locator("p").tap();
      assert(await card(tab).isVisible());
      // At a tap beside it, it goes.
      await tab.touchscreen.tap(4, 300);
      await gone(tab);
      await link.tap();
      await card(tab).waitFor();
      const href = await link.getAttribute("href");
      await card(tab).locator("a").tap();
      await tab.waitForURL(`**${href}`);
      await gone(tab);
    }),
  );
});

suite("each definition is that of the policy, without its number", having("text"), (page) =>
  visit(wide, address(page), async (tab) => {
    const count = await tab.locator("article a.term").count();
    const found = [];
    const seen = new Set();
    for (let at = 0; at < count; at++) {
      const link = tab.locator("article a.term").nth(at);
      const href = await link.getAttribute("href");
      if (seen.has(href)) continue;
      seen.add(href);
      await link.evaluate((it) => it.focus({ focusVisible: true }));
      const shown = await card(tab).locator("p").innerText();
      const own = await tab.evaluate(defined, href.slice(1));
      if (!own.includes(shown)) found.push(`${href}: “${shown}” is not in “${own}”`);
      if (!(await tab.evaluate(names, [href.slice(1), shown]))) found.push(`${href}: “${shown}” defines nothing`);
      if (/^[\d.]+\s/.test(shown)) found.push(`${href}: “${shown}” begins with a number`);
    }
    nothing(found);
    assert(seen.size > 0 || count === 0);
  }),
);

/** Runs in the page: the words of the unit at an address, without its number. */
function defined(id) {
  const target = document.getElementById(id);
  const unit = target.localName === "dfn" ? target.parentElement : target;
  const copy = unit.cloneNode(true);
  for (const own of copy.querySelectorAll(".number, .marker, [data-ui]")) own.remove();
  return copy.textContent.trim();
}

/** Runs in the page: whether words name a term that is defined at an address. */
function names([id, words]) {
  const target = document.getElementById(id);
  const terms = target.localName === "dfn" ? [target] : [...target.querySelectorAll("dfn")];
  return terms.some((term) => words.includes(term.textContent));
}

describe("without a script a term is a link to its definition", { concurrency: 4 }, () => {
  cases((own) =>
    at(plain, own, async (tab, link) => {
      const href = await link.getAttribute("href");
      await link.click();
      assert.equal(new URL(tab.url()).hash, href);
      const target = tab.locator(":target");
      const { y } = await target.boundingBox();
      assert(y >= 0 && y < desktop.viewport.height / 2, `${y} px from the top`);
      assert((await target.locator("dfn").or(target.and(tab.locator("dfn"))).count()) > 0);
    }),
  );
});
