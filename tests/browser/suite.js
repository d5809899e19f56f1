import { after, describe, test } from "node:test";

import { close } from "./browser.js";

after(close);

/** A suite: one test for each page, several of them at a time. */
export function suite(name, pages, look) {
  describe(name, { concurrency: 4 }, () => {
    for (const page of pages) test(page.name, () => look(page));
  });
}
