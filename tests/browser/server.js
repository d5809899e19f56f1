// A small server of static files on the loopback interface, which behaves as a usual host does: a
// folder is its index.html, whatever is not there is the 404 page, texts are sent compressed.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";

const kinds = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const compressed = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

/** Serves a folder below a path (`/` or `/legal/`), and tells the address of that path. */
export async function serve(folder, below = "/", port = 0) {
  const server = createServer((request, response) => {
    answer(folder, below, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  // The tests end although a browser keeps its connections open.
  server.unref();
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}

async function answer(folder, below, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const found = path.startsWith(below) && (await find(folder, path.slice(below.length)));
  const file = found || join(folder, "404.html");
  const kind = extname(file);
  const headers = { "content-type": kinds[kind] ?? "application/octet-stream", "cache-control": "max-age=600" };
  const gzip = compressed.has(kind) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (gzip) headers["content-encoding"] = "gzip";
  response.writeHead(found ? 200 : 404, headers);
  const bytes = createReadStream(file);
  (gzip ? bytes.pipe(createGzip()) : bytes).pipe(response);
}

async function find(folder, path) {
  const file = join(folder, normalize(`/${path}`), path === "" || path.endsWith("/") ? "index.html" : "");
  const what = await stat(file).catch(() => null);
  return what?.isFile() ? file : null;
}
