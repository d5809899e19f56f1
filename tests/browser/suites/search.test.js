// The search: what is found in each language, from a server and from disk, with the keyboard, without
// a script. Pages allow no script but their own, so that this holds under the Content-Security-Policy.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import { axe, everything, violations } from "../axe.js";
import { address, close, context } from "../browser.js";
import { nothing } from "../nothing.js";
import { onDisk } from "../sites.js";

after(close);

/** A page of the search; what is asked for stands behind its address. */
function search(lang, asked = null, site = "own") {
  const behind = asked ? `#${new URLSearchParams(asked)}` : "";
  return { type: "search", site, path: `${lang}/search/`, behind };
}

const served = (page) => address(page) + page.behind;
const fromDisk = (page) => onDisk(page) + page.behind;

/** Opens a page; what the browser complains about fails the test. */
async function open(url, look, options = {}, script = null) {
  const opened = await context(options, script);
  const tab = await opened.newPage();
  const complaints = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  try {
    await tab.goto(url);
    await look(tab);
    assert.deepEqual(complaints, []);
  } finally {
    await opened.close();
  }
}

/** The hits once a search has ended: policy, number, heading, marked words, address. */
async function hits(tab, list = ".hits:not(.other-hits)") {
  await tab.waitForFunction(() => {
    const count = document.querySelector(".count");
    return count.textContent && count.textContent !== count.dataset.waiting;
  });
  return tab.$$eval(`${list} li`, (items) =>
    items.map((item) => ({
      policy: item.querySelector(".policy").textContent,
      number: item.querySelector(".number").textContent,
      heading: item.querySelector(".heading").textContent,
      marks: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
      href: item.querySelector("a").getAttribute("href"),
    })),
  );
}

const inflected = [
  ["kk", "дербес дерек", "дербес деректерді"],
  ["kk", "Пайдаланушы құқығы", "Пайдаланушы құқықтары"],
  ["kk", "бұйрық", "бұйрықпен"],
  ["ru", "пользователь", "Пользователей"],
  ["ru", "персональное данное", "персональных данных"],
  ["en", "user", "User’s"],
  ["en", "blocked", "blocking"],
];

for (const [where, at] of [["from a server", served], ["from disk", fromDisk]]) {
  describe(`found ${where}`, () => {
    for (const [lang, asked, marked] of inflected) {
      test(`${asked} finds ${marked}`, () =>
        open(at(search(lang, { q: asked })), async (tab) => {
          const found = await hits(tab);
          const marks = found.flatMap((hit) => hit.marks).map((mark) => mark.toLowerCase());
          assert.ok(marks.includes(marked.toLowerCase()), marks.join(", "));
        }));
    }

    test("a number leads to the clauses of that number first", () =>
      open(at(search("ru", { q: "5.1" })), async (tab) => {
        const [first, second] = await hits(tab);
        assert.deepEqual([first.number, second.number], ["5.1.", "5.1."]);
        assert.notEqual(first.policy, second.policy);
        assert.equal(first.href.split("#")[1], "5.1");
      }));

    test("the number of an order is found in any spelling of its strokes", () =>
      open(at(search("ru", { q: "06–о/д" })), async (tab) => {
        await tab.fill("#Query", "№ 06-О/Д");
        await tab.press("#Query", "Enter");
        await tab.waitForFunction(() => document.querySelectorAll(".hits li").length > 1);
        assert.ok((await hits(tab)).every(({ marks }) => marks.includes("06-О/Д")));
      }));

    test("a hit leads to its clause", () =>
      open(at(search("kk", { q: "дербес деректерді жою" })), async (tab) => {
        const [first] = await hits(tab);
        await tab.click(".hits a");
        await tab.waitForFunction(() => document.querySelector("article"));
        if (!first.href.includes("#")) return;
        assert.equal(await tab.evaluate(() => document.querySelector(":target").id), first.href.split("#")[1]);
      }));

    test("other editions are loaded on demand", () =>
      open(at(search("en", { q: "refund" }, "history")), async (tab) => {
        await hits(tab);
        const loaded = () => tab.$$eval("script[src]", (scripts) => scripts.map((script) => script.getAttribute("src")));
        assert.ok((await loaded()).every((name) => !name.startsWith("other/")));
        assert.equal((await hits(tab, ".other-hits")).length, 0);
        await tab.check("input[name=other]");
        await tab.waitForSelector(".other-hits li");
        assert.ok((await loaded()).some((name) => name.startsWith("other/")));
        const others = await hits(tab, ".other-hits");
        assert.match(others[0].href, /^\.\.\/[a-z-]+\/\d\.\d\/index\.html/);
        assert.match(await tab.evaluate(() => location.hash), /other=1/);
        const editions = await tab.$$eval(".other-hits .editions", (all) => all.map((one) => one.textContent));
        assert.ok(editions.some((line) => /Edition 1\.0/.test(line)), editions.join("; "));
        assert.ok(editions.every((line) => !/undefined|\{/.test(line)), editions.join("; "));
        for (const href of await tab.$$eval(".hits a", (links) => links.slice(0, 5).map((link) => link.href))) {
          await tab.goto(href);
          const anchor = new URL(href).hash.slice(1);
          assert.ok(!anchor || (await tab.evaluate((id) => Boolean(document.getElementById(id)), anchor)), href);
        }
      }));
  });
}

test("a search can be linked with ?q= as well", () =>
  open(`${served(search("en"))}?q=blocking`, async (tab) => {
    const found = await hits(tab);
    assert.ok(found.some(({ marks }) => marks.includes("blocking")));
    assert.equal(await tab.inputValue("#Query"), "blocking");
    assert.match(await tab.title(), /^blocking — /);
  }));

test("words in a row come before words apart, and all stand in one clause", () =>
  open(served(search("en", { q: "data subject" })), async (tab) => {
    const found = await hits(tab);
    const inRow = found.map(({ marks }) => marks.some((mark) => /^data subjects?$/i.test(mark)));
    assert.ok(inRow[0] && !inRow.at(-1), JSON.stringify(found.map(({ marks }) => marks)));
    assert.equal(inRow.lastIndexOf(true), inRow.filter(Boolean).length - 1);
  }));

test("nothing is loaded before something is asked for", () =>
  open(served(search("en")), async (tab) => {
    assert.equal(await tab.$$eval("script[src]", (scripts) => scripts.length), 1);
    assert.equal(await tab.isVisible(".browse"), true);
    await tab.fill("#Query", "nothing of the kind");
    await tab.press("#Query", "Enter");
    assert.deepEqual(await hits(tab), []);
    assert.equal(await tab.textContent(".count"), await tab.getAttribute(".count", "data-none"));
    assert.equal(await tab.isVisible(".browse"), true);
  }));

test("the keyboard is enough, and what was found is told", () =>
  open(served(search("en")), async (tab) => {
    for (let at = 0; at < 20; at += 1) {
      await tab.keyboard.press("Tab");
      if (await tab.evaluate(() => document.activeElement.id === "Query")) break;
    }
    await tab.keyboard.type("destruction");
    await tab.keyboard.press("Enter");
    const found = await hits(tab);
    assert.ok(found.length > 5);
    assert.equal(await tab.getAttribute(".count", "role"), "status");
    assert.match(await tab.textContent(".count"), new RegExp(`\\b${found.length < 20 ? found.length : "\\d+"}\\b`));
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    assert.equal(await tab.evaluate(() => document.activeElement.matches(".hits a")), true);
    const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
  }));

test("going back leads to the search before", () =>
  open(served(search("en")), async (tab) => {
    for (const asked of ["blocking", "storage"]) {
      await tab.fill("#Query", asked);
      await tab.press("#Query", "Enter");
      await tab.waitForFunction((asked) => document.querySelector(".hits mark")?.textContent.startsWith(asked.slice(0, 5)), asked);
    }
    await tab.goBack();
    await tab.waitForFunction(() => document.querySelector(".hits mark")?.textContent === "blocking");
    assert.equal(await tab.inputValue("#Query"), "blocking");
  }));

test("without a script the page says so and leads to every section", () =>
  open(
    served(search("kk")),
    async (tab) => {
      assert.equal(await tab.isVisible("form"), false);
      assert.equal(await tab.isVisible(".no-script"), true);
      assert.ok((await tab.locator(".searched ul a:visible").count()) > 15);
    },
    { javaScriptEnabled: false },
  ));

for (const width of [320, 390, 1440]) {
  test(`fits ${width} pixels`, () =>
    open(
      served(search("kk", { q: "дербес деректер", other: "1" }, "history")),
      async (tab) => {
        await hits(tab);
        const [wide, room] = await tab.evaluate(() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]);
        assert.ok(wide <= room, `${wide} > ${room}`);
      },
      { viewport: { width, height: 800 } },
    ));
}

for (const colorScheme of ["light", "dark"]) {
  test(`what was found is accessible in ${colorScheme} colours`, () =>
    open(
      served(search("ru", { q: "возврат", other: "1" }, "history")),
      async (tab) => {
        assert.ok((await hits(tab)).length > 0);
        await tab.waitForSelector(".other-hits li");
        nothing(await violations(tab, everything));
      },
      { colorScheme },
      axe,
    ));
}
