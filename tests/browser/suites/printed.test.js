// A printed policy is the document: title and edition, all clauses in order, page numbers, and
// nothing of the site around it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";

import { address, context, desktop, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { having } from "../pages.js";
import { suite } from "../suite.js";

const opened = context(desktop);

suite("printed", having("text"), (page) =>
  visit(opened, address(page), async (tab) => {
    const own = await tab.evaluate(told);
    const sheets = (await read(await tab.pdf({ preferCSSPageSize: true }))).split("\f").slice(0, -1);
    const lines = sheets.join("\n").split("\n").map(plain).filter(Boolean);
    const text = lines.join(" ");

    assert.deepEqual(own.head.filter((line) => !text.includes(plain(line))), []);
    const places = own.head.map((line) => text.indexOf(plain(line)));
    assert.deepEqual(places, [...places].sort((a, b) => a - b), "title and edition are not in order");

    let rest = lines;
    for (const number of own.numbers) {
      const at = rest.findIndex((line) => line === number || line.startsWith(`${number} `));
      assert.notEqual(at, -1, `no clause ${number} behind those before it`);
      rest = rest.slice(at + 1);
    }
    assert(own.numbers.length > 5);

    nothing(own.ways.map(plain).filter((way) => lines.includes(way)).map((way) => `printed: ${way}`));
    for (const [at, sheet] of sheets.entries()) {
      const last = sheet.trim().split("\n").at(-1);
      assert.equal(last.replace(/\s/g, ""), `${at + 1}/${sheets.length}`);
    }
  }),
);

/** Runs in the page: what a printed page has to tell, and what only a screen has a use for. */
function told() {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
  const head = ["article > h1", "article > .updated-line", "article > .edition-line"];
  return {
    head: head.flatMap(texts),
    numbers: texts("article .number").map((number) => number.trim()),
    ways: [
      ...texts("body > .skip, body > header a, summary"),
      // Telephone and e-mail may stand in the text as well.
      ...texts("body > footer a:not([href^='tel:'], [href^='mailto:'])"),
      // What leads elsewhere on the page is the title of a section, and stands above it as well.
      ...texts("main nav a:not([href^='#'])"),
    ].filter((words) => words.trim()),
  };
}

/** Spaces of all kinds, and soft hyphens, say nothing about words. */
function plain(text) {
  return text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
}

/** What is read on the sheets of a PDF, each ended by a form feed. */
function read(pdf) {
  return new Promise((resolve, reject) => {
    const options = { encoding: "utf8", maxBuffer: 2 ** 26 };
    const done = (error, text) => (error ? reject(error) : resolve(text));
    execFile("pdftotext", ["-layout", "-", "-"], options, done).stdin.end(pdf);
  });
}
