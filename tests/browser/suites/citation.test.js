// A clause can be copied as a link and as a citation, by mouse, finger and keyboard, also where a page
// must not reach the clipboard.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import { address, close, context, desktop, phone, visit } from "../browser.js";
import { listen } from "../complaints.js";
import { nothing } from "../nothing.js";
import { onDisk } from "../sites.js";

after(close);

const url = "https://ioka.kz";
const shop = "https://ulgi-pay.example.com/legal";
const sample = "https://sample.example/legal";
/** A clause, and what is copied of it. */
const expected = [
  ["own", "en/privacy-policy/", "4.4", "Privacy policy, ed. 1.1, cl. 4.4", `${url}/en/privacy-policy/1.1/#4.4`],
  ["own", "ru/privacy-policy/", "4.4", "Политика конфиденциальности, ред. 1.1, п. 4.4", `${url}/ru/privacy-policy/1.1/#4.4`],
  ["own", "kk/privacy-policy/", "4.4", "Құпиялылық саясаты, 1.1-редакция, 4.4-тармақ", `${url}/kk/privacy-policy/1.1/#4.4`],
  ["own", "en/privacy-policy/1.1/", "13", "Privacy policy, ed. 1.1, sec. 13", `${url}/en/privacy-policy/1.1/#13`],
  ["own", "ru/personal-data-destruction-policy/", "7.2.3", "Политика уничтожения персональных данных, ред. 1.1, п. 7.2.3", `${url}/ru/personal-data-destruction-policy/1.1/#7.2.3`],
  ["own", "kk/personal-data-destruction-policy/", "annex-1", "Дербес деректерді жою саясаты, 1.1-редакция, 1-қосымша", `${url}/kk/personal-data-destruction-policy/1.1/#annex-1`],
  ["history", "en/refund-policy/1.2/", "4.2", "Refund Policy, ed. 1.2, cl. 4.2", `${shop}/en/refund-policy/1.2/#4.2`],
  ["full", "en/handbook/", "annex-1-1.1", "Sample Handbook, ed. 1.0, cl. 1.1 of Annex 1", `${sample}/en/handbook/1.0/#annex-1-1.1`],
  ["full", "ru/handbook/", "annex-1-1.1", "Образец справочника, ред. 1.0, п. 1.1 прил. 1", `${sample}/ru/handbook/1.0/#annex-1-1.1`],
];

const granted = { permissions: ["clipboard-read", "clipboard-write"] };
const views = { "on a desk": context({ ...desktop, ...granted }), "on a phone": context({ ...phone, ...granted }) };
const from = { "a server": address, disk: onDisk };

const mark = (tab, clause) => tab.locator(`[id="${clause}"] > .self-link`);
const button = (tab, what) => tab.locator(`.tools [data-copy=${what}]`);
const said = (tab) => tab.locator(".tools output").innerText();
const word = { en: "Copied", ru: "Скопировано", kk: "Көшірілді" };

// There is one clipboard for all, so one test comes after the other.
for (const [on, opened] of Object.entries(views)) {
  for (const [by, find] of Object.entries(from)) {
    describe(`copied ${on}, from ${by}`, () => {
      for (const [site, path, clause, citation, link] of expected) {
        test(`${clause} of ${path}`, () => {
          const told = [];
          const look = async (tab) => {
            const use = on === "on a phone" ? "tap" : "click";
            await mark(tab, clause)[use]({ force: true });
            await tab.locator(".tools").waitFor();
            assert.equal(new URL(tab.url()).hash, `#${clause}`);
            assert.equal(await tab.locator(".tools").getAttribute("aria-label"), citation);
            const clipboard = () => tab.evaluate(() => navigator.clipboard.readText());
            for (const [what, text] of [["link", link], ["citation", citation]]) {
              await button(tab, what)[use]();
              // Each says something else, so that a screen reader tells the second as well.
              await tab.getByText(`${word[path.slice(0, 2)]}: ${text}`, { exact: true }).waitFor();
              assert.equal(await clipboard(), text);
            }
            // An output is a live region of its own, which is there before it says anything.
            assert.equal(await tab.getByRole("status").count(), 1);
            await mark(tab, clause)[use]({ force: true });
            await tab.locator(".tools").waitFor({ state: "detached" });
            nothing(told);
          };
          return visit(opened, find({ site, path }), look, listen(told));
        });
      }
    });
  }
}

const focused = (tab) => tab.locator(":focus");

describe("with the keyboard alone", () => {
  for (const [site, path, clause, citation, link] of expected) {
    test(`${clause} of ${path}`, () =>
      visit(views["on a desk"], address({ site, path }), async (tab) => {
        const clipboard = () => tab.evaluate(() => navigator.clipboard.readText());
        await mark(tab, clause).focus();
        await tab.keyboard.press("Enter");
        assert.equal(await mark(tab, clause).getAttribute("aria-expanded"), "true");
        assert.equal(await focused(tab).getAttribute("data-copy"), "link");
        await tab.keyboard.press("Enter");
        await tab.locator(".tools output:not(:empty)").waitFor();
        assert.equal(await clipboard(), link);
        await tab.keyboard.press("Tab");
        assert.equal(await focused(tab).getAttribute("data-copy"), "citation");
        await tab.keyboard.press("Space");
        await tab.waitForFunction((text) => document.querySelector(".tools output").textContent.endsWith(text), citation);
        assert.equal(await clipboard(), citation);
        await tab.keyboard.press("Escape");
        assert.equal(await tab.locator(".tools").count(), 0);
        assert.equal(await focused(tab).getAttribute("href"), `#${clause}`);
        assert.equal(await mark(tab, clause).getAttribute("aria-expanded"), null);
      }));
  }
});

/** Scripts that run in the page before its own. */
const unreachable = {
  "is refused": () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))),
  // As on a page that comes without TLS.
  "is not there": () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }),
};
for (const [why, script] of Object.entries(unreachable)) {
  const opened = context(desktop, script);
  describe(`where the clipboard ${why}, the words are there to be copied by hand`, { concurrency: 4 }, () => {
    for (const [site, path, clause, citation, link] of expected) {
      test(`${clause} of ${path}`, () => {
        const told = [];
        const look = async (tab) => {
          await mark(tab, clause).focus();
          await tab.keyboard.press("Enter");
          for (const [what, text] of [["link", link], ["citation", citation]]) {
            await button(tab, what).click();
            const field = tab.locator(".tools output input");
            await field.waitFor();
            assert.equal(await field.inputValue(), text);
            assert((await field.getAttribute("aria-label")).length > 5);
            assert((await said(tab)).trim().length > 5, "nothing tells what to do");
            // All of it is selected where the keys go, so that one stroke copies it.
            const selected = () => {
              const { value, selectionStart, selectionEnd } = document.activeElement;
              return value?.slice(selectionStart, selectionEnd);
            };
            assert.equal(await tab.evaluate(selected), text);
          }
          nothing(told);
        };
        return visit(opened, address({ site, path }), look, listen(told));
      });
    }
  });
}

const plain = context({ ...desktop, javaScriptEnabled: false });

describe("without a script the mark is a link to its clause", { concurrency: 4 }, () => {
  for (const [site, path, clause] of expected) {
    test(`${clause} of ${path}`, () =>
      visit(plain, address({ site, path }), async (tab) => {
        await mark(tab, clause).click({ force: true });
        assert.equal(tab.url(), `${address({ site, path })}#${clause}`);
        assert.equal(await tab.locator(".tools").count(), 0);
      }));
  }
});

test("one clause has the tools at a time", () =>
  visit(views["on a desk"], address({ site: "own", path: "en/privacy-policy/" }), async (tab) => {
    for (const clause of ["4.4", "4.5"]) await mark(tab, clause).click({ force: true });
    assert.equal(await tab.locator(".tools").count(), 1);
    assert.equal(await tab.locator('[id="4.5"] > .tools').count(), 1);
    assert.equal(await mark(tab, "4.4").getAttribute("aria-expanded"), null);
  }));
