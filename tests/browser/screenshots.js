// Takes the pictures that `screenshots` is asked for.

import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { address, close, context, desktop, phone, visit } from "./browser.js";
import { pages } from "./pages.js";

const [folder] = process.argv.slice(2);
const views = {
  "phone-light": context({ ...phone, colorScheme: "light" }),
  "phone-dark": context({ ...phone, colorScheme: "dark" }),
  "desk-light": context({ ...desktop, colorScheme: "light" }),
  "desk-dark": context({ ...desktop, colorScheme: "dark" }),
};

const todo = [...pages];
await Promise.all(Array.from({ length: 4 }, takeTheNext));
await close();

async function takeTheNext() {
  for (let page; (page = todo.shift()); ) {
    const name = [page.type, page.site, page.lang].filter(Boolean).join("-");
    for (const [view, opened] of Object.entries(views)) {
      mkdirSync(join(folder, view), { recursive: true });
      const path = join(folder, view, `${name}.png`);
      await visit(opened, address(page), (tab) => tab.screenshot({ path, fullPage: true }));
    }
    mkdirSync(join(folder, "print"), { recursive: true });
    const pdf = join(folder, "print", `${name}.pdf`);
    await visit(views["desk-light"], address(page), (tab) => tab.pdf({ path: pdf, preferCSSPageSize: true }));
    await promisify(execFile)("pdftoppm", ["-r", "60", "-png", pdf, join(folder, "print", name)]);
  }
}
