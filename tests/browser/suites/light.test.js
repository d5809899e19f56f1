// A policy is light: what it weighs, what it asks for before it can be read, that nothing moves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { address, context, desktop, phone, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { having, inOneLanguage, pages } from "../pages.js";
import { suite } from "../suite.js";

const KB = 1024;
const opened = context(desktop);
const loads = new Map();

/** What a page is read from; each page is loaded once. */
function load(page) {
  if (!loads.has(page)) loads.set(page, readFrom(page));
  return loads.get(page);
}

async function readFrom(page) {
  const asked = [];
  const listen = (tab) => tab.on("response", (response) => asked.push(response));
  return visit(opened, address(page), (tab) => told(tab, asked), listen);
}

async function told(tab, asked) {
  const blocking = () =>
    [...document.scripts].filter((it) => !(it.defer || it.async || it.type === "module")).map((it) => it.outerHTML);
  // Before it can be read: the page itself, its styles, its letters, its pictures.
  const kinds = ["document", "stylesheet", "font", "image"];
  const needed = asked.filter((response) => kinds.includes(response.request().resourceType()));
  const styled = needed.filter((response) => ["document", "stylesheet"].includes(response.request().resourceType()));
  return {
    scripts: await tab.evaluate(blocking),
    addresses: needed.map((response) => response.url()),
    styled: await Promise.all(styled.map((response) => response.body())),
  };
}

suite("light", having("text"), async (page) => {
  const { scripts, styled } = await load(page);
  nothing(scripts.map((script) => `waits for ${script}`));
  assert(styled.length > 1);
  const weight = styled.reduce((sum, body) => sum + body.length, 0);
  const packed = styled.reduce((sum, body) => sum + gzipSync(body).length, 0);
  assert(weight < 60 * KB, `${(weight / KB).toFixed(1)} KB`);
  assert(packed < 20 * KB, `${(packed / KB).toFixed(1)} KB after compression`);
});

test("at most three requests before it can be read", async () => {
  const loaded = await Promise.all(having("text").map(load));
  const most = loaded.map(({ addresses }) => addresses).sort((a, b) => b.length - a.length)[0];
  assert(most.length <= 3, most.join("\n"));
});

const moves = {
  "nothing moves on a phone": [phone, pages],
  "nothing moves on a desk": [desktop, inOneLanguage],
};
for (const [name, [view, looked]] of Object.entries(moves)) {
  const calm = context(view);
  suite(name, looked, (page) => visit(calm, address(page), async (tab) => nothing(await tab.evaluate(moved))));
}

/** Runs in the page: what has moved since it began to load. */
function moved() {
  return new Promise((resolve) => {
    const found = [];
    const name = ({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName;
    const add = (list) =>
      list.getEntries().forEach(({ value, sources }) => found.push(`moved by ${value}: ${sources.map(name).join(", ")}`));
    const observer = new PerformanceObserver(add);
    observer.observe({ type: "layout-shift", buffered: true });
    // Two frames later all that was kept has been told.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(found))));
  });
}
