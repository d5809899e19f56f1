// The bar at the edge of the page: how much was found, and as of which day the site is seen.

function show(told) {
  const { words } = told;
  if (!bar) {
    bar = make("aside", "tarmaq-bar");
    document.body.append(bar);
  }
  bar.setAttribute("aria-label", words.preview);
  bar.lang = document.documentElement.lang;
  const count = told.errors + told.warnings;
  const state = told.errors ? "error" : told.warnings ? "warning" : "clean";
  bar.dataset.state = told.broken ? "error" : state;
  const near = told.notes.length;
  const link = make("a", "tarmaq-count", make("i", "tarmaq-dot"));
  link.href = "/_tarmaq/findings/";
  link.append(count ? `${words.findings}: ${near === count ? count : `${near} / ${count}`}` : words.none);
  link.title = words.all;
  if (told.looking) link.append(" …");
  const focused = bar.contains(document.activeElement) && document.activeElement.id;
  const form = make("form", "tarmaq-view");
  const day = make("input");
  Object.assign(day, { type: "date", id: "Tarmaq-day", value: told.day, required: true });
  const drafts = make("input");
  Object.assign(drafts, { type: "checkbox", id: "Tarmaq-drafts", checked: told.drafts });
  form.append(make("label", "", words.as_of, " ", day), make("label", "", drafts, " ", words.drafts));
  if (within) {
    const back = make("a", "", words.today);
    back.href = rest() + location.hash;
    form.append(back);
  }
  const go = () => {
    if (!day.value) return;
    const usual = day.value === told.usual.day && drafts.checked === told.usual.drafts;
    const view = `${day.value === told.today ? "today" : day.value}${drafts.checked ? "+drafts" : ""}`;
    location.href = (usual ? "" : `/_tarmaq/as/${view}`) + rest() + location.hash;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  drafts.addEventListener("change", go);
  // While a date is being typed, each digit makes another one.
  day.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go();
  });
  let before = told.day;
  day.addEventListener("blur", () => day.value !== before && go());
  const away = make("p", "tarmaq-away", words.away);
  away.setAttribute("role", "status");
  // A field that is being used is not taken from under the hand.
  if (focused === "Tarmaq-day") bar.querySelector(".tarmaq-count").replaceWith(link);
  else bar.replaceChildren(link, form, away);
  if (focused && focused !== "Tarmaq-day") document.getElementById(focused)?.focus();
}

// The path of the page without the view it is seen in.
const rest = () =>
  within ? location.pathname.replace(/^\/_tarmaq\/as\/[^/]*/, "") : location.pathname;
