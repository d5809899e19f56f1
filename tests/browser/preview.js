// A site of a test's own, served by `tarmaq serve` while the test edits it.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The program that `build-sites` builds the sites with. */
const program = process.env.TARMAQ ?? join(process.env.CARGO_TARGET_DIR ?? join(repository, "target"), "debug", "tarmaq");

/** Copies a site of tests/sites and serves it. */
export async function preview(site, ...more) {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-preview-"));
  cpSync(join(repository, "tests/sites", site), folder, { recursive: true });
  const flags = ["serve", "--root", folder, "--port", "0", "--date", "2026-01-15", ...more];
  const running = spawn(program, flags, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: running.stdout });
  const address = await new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) resolve(found[0]);
    });
    running.on("exit", () => reject(new Error("the preview ended before it began")));
    running.on("error", reject);
  });
  const file = (path) => join(folder, path);
  return {
    address,
    port: new URL(address).port,
    read: (path) => readFileSync(file(path), "utf8"),
    write: (path, text) => writeFileSync(file(path), text),
    /** Puts one piece of text in the place of another. */
    replace(path, old, words) {
      const text = readFileSync(file(path), "utf8");
      if (!text.includes(old)) throw new Error(`${path} does not hold ${old}`);
      writeFileSync(file(path), text.replaceAll(old, words));
    },
    remove: (path) => rmSync(file(path), { recursive: true }),
    async end() {
      running.kill("SIGINT");
      await new Promise((resolve) => (running.exitCode === null ? running.on("exit", resolve) : resolve()));
      rmSync(folder, { recursive: true });
    },
  };
}
