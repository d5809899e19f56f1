// The preview in a real browser: a page that is being edited is up to date, and says what is wrong in it.

import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";

import { axe, everything, violations } from "../axe.js";
import { close, context, desktop, phone } from "../browser.js";
import { preview } from "../preview.js";

const text = "content/refund-policy/2.0/en.md";
const page = "/en/refund-policy/2.0/";

let site;
let tab;

before(async () => {
  site = await preview("history");
});
after(async () => {
  await site.end();
  await close();
});

/** Opens a page in a tab of its own; `window.same` tells whether it was loaded again since. */
async function open(path, options = desktop) {
  tab = await (await context(options, axe)).newPage();
  await tab.goto(site.address + path, { waitUntil: "load" });
  await tab.locator(".tarmaq-bar").waitFor();
  await tab.evaluate(() => {
    window.same = true;
  });
  return tab;
}

/** Waits until a page says something. */
const says = (words) => tab.waitForFunction((it) => document.body.textContent.includes(it), words);
const top = (id) => tab.evaluate((it) => document.getElementById(it).getBoundingClientRect().top, id);
const same = () => tab.evaluate(() => window.same === true);

describe("the preview", { concurrency: 1 }, () => {
  test("an edit is on the page, and the reader stays where they are", async () => {
    await open(page);
    const good = site.read(text);
    await tab.evaluate(() => document.getElementById("5.2").scrollIntoView({ block: "center", behavior: "instant" }));
    const before = await top("5.2");
    const focused = tab.locator('.language-switch a[hreflang="ru"]').first();
    await focused.focus({ preventScroll: true });
    await tab.evaluate(() => document.activeElement.focus({ preventScroll: true }));
    await tab.evaluate(() => document.getElementById("5.2").scrollIntoView({ block: "center", behavior: "instant" }));
    const lines = "One more paragraph of words that were not there before.\n\n".repeat(6);
    site.write(text, good.replace(/^(1\.1\..*)$/m, `$1\n\n${lines.trim()}`));
    await says("One more paragraph of words");
    assert.ok(Math.abs((await top("5.2")) - before) < 2, "the clause has moved");
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("hreflang")), "ru");
    site.write(text, good);
    await tab.waitForFunction(() => !document.body.textContent.includes("One more paragraph"));
    assert.ok(Math.abs((await top("5.2")) - before) < 2, "the clause has moved back");
    assert.ok(await same(), "the page was loaded again");
    await tab.close();
  });

  test("what was unfolded stays unfolded", async () => {
    await open("/en/refund-policy/2.0/changes/");
    const good = site.read(text);
    await tab.evaluate(() => {
      document.querySelector("main details:not([open])").open = true;
    });
    const counted = () => tab.evaluate(() => document.querySelectorAll("details[open]").length);
    const unfolded = await counted();
    site.replace(text, "Refund", "Repayment");
    await says("Repayment");
    assert.ok(unfolded > 0);
    assert.equal(await counted(), unfolded);
    assert.ok(await same(), "the page was loaded again");
    site.write(text, good);
    await tab.waitForFunction(() => !document.body.textContent.includes("Repayment"));
    await tab.close();
  });

  test("findings stand at their clause, in both languages, until they are mended", async () => {
    await open(page);
    const good = site.read(text);
    const number = /^(\d+\.\d+)\. .*\b(\d+) \((\w+)\)/m.exec(good);
    const [, clause, figure, words] = number;
    site.replace(text, `${figure} (${words})`, `${Number(figure) + 1} (${words})`);
    const notes = tab.locator(`[id="${clause}"] .tarmaq-note`);
    await notes.first().waitFor();
    const rules = async () => (await notes.locator(".tarmaq-rule").allTextContents()).sort();
    assert.ok((await rules()).includes("spelled-number"));
    await tab.goto(site.address + page.replace("/en/", "/kk/"));
    await notes.first().waitFor();
    assert.ok((await rules()).includes("duration-mismatch"), `${await rules()}`);
    assert.equal(await tab.locator(".tarmaq-bar").getAttribute("data-state"), "error");
    // The list leads to the clause.
    await tab.goto(`${site.address}/_tarmaq/findings/`);
    await tab.locator(`.where a[href$="${page}#${clause}"]`).first().click();
    await notes.first().waitFor();
    site.write(text, good);
    await tab.waitForFunction(() => !document.querySelector(".tarmaq-note"));
    await tab.close();
  });

  test("a file that cannot be read covers the last good page until it is mended", async () => {
    await open(page);
    const good = site.read(text);
    site.write(text, Buffer.from([0x23, 0x20, 0xc4, 0xe0, 0x0a]));
    const cover = tab.locator(".tarmaq-cover");
    await cover.waitFor();
    assert.match(await cover.textContent(), /not UTF-8/);
    assert.ok((await tab.locator("article .clause").count()) > 5, "the last good page is gone");
    // It stays for one who opens the page now.
    await tab.reload();
    await cover.waitFor();
    assert.ok((await tab.locator("article .clause").count()) > 5, "the last good page is gone");
    site.write(text, good);
    await cover.waitFor({ state: "detached" });
    await tab.close();
  });

  test("a day can be chosen, and drafts", async () => {
    await open("/en/refund-policy/");
    await tab.fill("#Tarmaq-day", "2030-01-01");
    await tab.keyboard.press("Enter");
    await tab.waitForURL("**/_tarmaq/as/2030-01-01/en/refund-policy/");
    await tab.locator(".tarmaq-bar").waitFor();
    await tab.locator("#Tarmaq-drafts").check();
    await tab.waitForURL("**/_tarmaq/as/2030-01-01+drafts/en/refund-policy/");
    // All links stay within the view.
    await tab.locator(".tarmaq-bar").waitFor();
    await tab.locator('.language-switch a[hreflang="ru"]').first().click();
    await tab.waitForURL("**/_tarmaq/as/2030-01-01+drafts/ru/refund-policy/**");
    await tab.locator(".tarmaq-view a").click();
    await tab.waitForURL(`${site.address}/ru/refund-policy/**`);
    await tab.close();
  });

  for (const [name, options] of Object.entries({ desktop, phone, dark: { ...phone, colorScheme: "dark" } })) {
    test(`what is added can be used by everyone: ${name}`, async () => {
      const good = site.read(text);
      site.replace(text, "(", "((");
      await open(page, options);
      await tab.locator(".tarmaq-note").first().waitFor();
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, "the page is wider than the window");
      const found = await tab.evaluate(() => document.querySelectorAll(".tarmaq-note").length);
      assert.ok(found > 0);
      assert.deepEqual(await violations(tab, everything), []);
      await tab.goto(`${site.address}/_tarmaq/findings/`);
      assert.deepEqual(await violations(tab, everything), []);
      site.write(text, good);
      await tab.close();
    });
  }

  test("another name of this machine is refused", async () => {
    const status = (host) =>
      new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port: site.port, path: "/en/", headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        asked.on("error", reject);
        asked.end();
      });
    assert.equal(await status(`localhost:${site.port}`), 200);
    assert.equal(await status(`evil.example:${site.port}`), 403);
    // A page of another site cannot read it either: neither by script nor as a picture or a script.
    tab = await (await context(desktop)).newPage();
    await tab.goto("about:blank");
    const read = await tab.evaluate(
      (url) => fetch(url).then((answer) => answer.status, () => "refused"),
      `${site.address}/en/`,
    );
    assert.equal(read, "refused");
    await tab.close();
  });

  test("nothing is asked of other hosts, and nothing is refused by the page's own rules", async () => {
    tab = await (await context(desktop)).newPage();
    const hosts = new Set();
    const said = [];
    tab.on("request", (asked) => hosts.add(new URL(asked.url()).host));
    tab.on("console", (message) => message.type() === "error" && said.push(message.text()));
    tab.on("pageerror", (error) => said.push(error.message));
    await tab.goto(site.address + page);
    await tab.locator(".tarmaq-bar").waitFor();
    assert.deepEqual([...hosts], [new URL(site.address).host]);
    assert.deepEqual(said, []);
    await tab.close();
  });
});
