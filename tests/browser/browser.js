// One browser for a suite or a script, its pages in parallel.

import { chromium } from "playwright-core";

import { flags, path } from "./chromium.js";
import { serveAll } from "./sites.js";

const browser = await chromium.launch({ executablePath: path, args: flags });

/** Ends the browser. */
export const close = () => browser.close();

/** The address of a page on the server. */
export const address = await serveAll();

/** As wide as a phone that is held upright, and as a screen on a desk. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
export const desktop = { viewport: { width: 1440, height: 900 } };

/** A context that is opened once and shared by all pages that are looked at alike. */
export function context(options, script) {
  const opened = browser.newContext(options);
  // Scripts of the tests come this way, which no Content-Security-Policy stands in.
  return script ? opened.then((it) => it.addInitScript(script).then(() => it)) : opened;
}

/** Tabs that nobody looks at, by context: to use one again costs far less than to open another. */
const idle = new Map();

/** Opens a page in a tab, lets `look` at it, and frees the tab. `before` sees the tab before the page is in it. */
export async function visit(opened, url, look, before = () => {}) {
  const it = await opened;
  if (!idle.has(it)) idle.set(it, []);
  // From a page to a place on the same page a browser only scrolls, and leaves it as it was used.
  const place = url.includes("#");
  const tab = (!place && idle.get(it).pop()) || (await it.newPage());
  before(tab);
  await tab.goto(url, { waitUntil: "load" });
  const seen = await look(tab);
  // A tab in which something failed is left alone.
  tab.removeAllListeners();
  if (place) await tab.close();
  else idle.get(it).push(tab);
  return seen;
}
