// Hears of changes.

let source = null;
let lost = 0;

// A browser keeps few connections to one server: a tab that nobody looks at needs none.
function listen() {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (!source) {
    source = new EventSource("/_tarmaq/events");
    source.addEventListener("state", (event) => news(event.data, false));
    source.addEventListener("change", (event) => news(event.data, false));
    source.addEventListener("findings", (event) => news(event.data, true));
    source.onopen = () => {
      clearTimeout(lost);
      bar?.removeAttribute("data-away");
    };
    // The browser tries again by itself; only what lasts is told.
    source.onerror = () => {
      clearTimeout(lost);
      lost = setTimeout(() => bar?.setAttribute("data-away", ""), 1500);
    };
  }
}
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => {
  source?.close();
  source = null;
});
addEventListener("pageshow", listen);

let busy = false;
let again = null;

// One piece of news at a time; of those that come meanwhile the last counts.
async function news(next, findings) {
  if (busy) {
    again = [next, findings && (again?.[1] ?? true)];
    return;
  }
  busy = true;
  try {
    if (alone) {
      if (findings || next !== state) await renew(next);
    } else {
      if (next !== state) await renew(next);
      await look();
    }
  } catch {
    // The server went away in the middle; the next piece of news mends it.
  }
  busy = false;
  if (again) {
    const [later, only] = again;
    again = null;
    news(later, only);
  }
}
