// No page asks another host for anything, keeps anything on the visitor's machine, or has its
// browser complain.

import { address, context, desktop, visit } from "../browser.js";
import { nothing } from "../nothing.js";
import { pages } from "../pages.js";
import { suite } from "../suite.js";

const opened = context(desktop);

suite("quiet", pages, (page) => {
  const own = new URL(address(page)).origin;
  const told = [];
  const listen = (tab) => {
    tab.on("request", (request) => {
      if (new URL(request.url()).origin !== own) told.push(`asked another host: ${request.url()}`);
    });
    tab.on("response", (response) => {
      const expected = page.type === "not-found" && response.url() === address(page) ? 404 : 200;
      if (response.status() !== expected) told.push(`${response.status()}: ${response.url()}`);
    });
    tab.on("requestfailed", (request) => told.push(`not to be had: ${request.url()}`));
    tab.on("pageerror", (error) => told.push(`error: ${error.message}`));
    tab.on("console", (said) => {
      // Chromium says of each 404 page that it is one.
      if (page.type !== "not-found" || said.location().url !== address(page)) told.push(`said: ${said.text()}`);
    });
  };
  const look = async (tab) => {
    const kept = await tab.evaluate(async () => [
      ...document.cookie.split("; ").filter(Boolean),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
    nothing([...told, ...kept.map((what) => `kept: ${what}`)]);
  };
  return visit(opened, address(page), look, listen);
});
