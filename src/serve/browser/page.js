// Fetches the page anew and puts the reader where they were.

async function renew(next) {
  const response = await fetch(location.pathname, { headers: { accept: "text/html" } });
  const text = await response.text();
  // What cannot be made leaves the last good page where it is.
  if (response.status === 503) {
    state = next;
    return;
  }
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const page = (from) => from.body.dataset.page;
  if (page(fresh) !== page(document) || scripts(fresh) !== scripts(document)) {
    location.reload();
    return;
  }
  const place = here();
  patch(base, fresh.body, document.body);
  base = fresh.body;
  sheets(fresh);
  document.title = fresh.title;
  for (const name of ["lang", "dir"]) {
    const value = fresh.documentElement.getAttribute(name);
    if (value) document.documentElement.setAttribute(name, value);
  }
  place();
  state = fresh.querySelector("script[data-state]")?.dataset.state ?? next;
}

const scripts = (from) =>
  [...from.head.querySelectorAll("script[src]")].map((it) => it.getAttribute("src")).join("\n");

// A new stylesheet is there before the old one goes.
function sheets(fresh) {
  const links = (from) => [...from.head.querySelectorAll('link[rel="stylesheet"]')];
  const href = (link) => link.getAttribute("href");
  const wanted = links(fresh);
  const there = links(document);
  if (wanted.map(href).join("\n") === there.map(href).join("\n")) return;
  let waiting = wanted.length;
  const done = () => {
    waiting -= 1;
    if (waiting === 0) for (const link of there) link.remove();
  };
  for (const link of wanted) {
    const copy = document.importNode(link, true);
    copy.addEventListener("load", done);
    copy.addEventListener("error", done);
    document.head.append(copy);
  }
}

// Remembers what stands at the top of the window; gives what puts it there again.
function here() {
  if (scrollY < 1) return () => {};
  const shown = [...document.querySelectorAll("main [id]")].filter((it) => it.getClientRects().length);
  const tops = shown.map((it) => [it, it.getBoundingClientRect().top]);
  const line = 120;
  const above = tops.filter(([, top]) => top <= line).reverse();
  const below = tops.filter(([, top]) => top > line);
  const known = [...above, ...below];
  return () => {
    // A clause that is gone gives way to the one before it.
    const kept = known.find(([it]) => it.isConnected);
    if (!kept) return;
    const moved = kept[0].getBoundingClientRect().top - kept[1];
    if (Math.abs(moved) > 0.5) scrollBy({ top: moved, behavior: "instant" });
  };
}
