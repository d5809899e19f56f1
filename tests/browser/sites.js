// The built sites, which `run` has laid into one folder; each is served at the path of its base_url.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { serve } from "./server.js";

const folder = process.env.TARMAQ_SITES ?? "";
if (!existsSync(join(folder, "own", "index.html"))) {
  throw new Error("TARMAQ_SITES has to name the folder of the built sites; tests/browser/run builds them");
}

/** `own` is the site of this repository; the others are those of tests/sites. */
export const sites = {
  own: { below: "/", languages: ["kk", "ru", "en"] },
  history: { below: "/legal/", languages: ["kk", "ru", "en"] },
  full: { below: "/legal/", languages: ["ru", "en"] },
};
for (const [name, site] of Object.entries(sites)) site.folder = join(folder, name);

/** Serves all sites; the result tells the address of a page. */
export async function serveAll() {
  const servers = {};
  for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site.folder, site.below);
  return (page) => servers[page.site].origin + sites[page.site].below + page.path;
}

/** The address of a page that is opened from disk. The 404 page stands at no address of its own. */
export function onDisk(page) {
  const path = page.type === "not-found" ? "404.html" : `${page.path}index.html`;
  return pathToFileURL(join(sites[page.site].folder, path)).href;
}

/** The files of a site that end so, by their paths in it. */
export function files(site, end) {
  const found = readdirSync(sites[site].folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile() && entry.name.endsWith(end));
  return paths.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}
