// What was found, at its clauses.

let bar = null;
let cover = null;

const make = (tag, name, ...children) => {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children.filter((child) => child !== null));
  return made;
};

async function look() {
  const response = await fetch(notesAt);
  if (!response.ok) return;
  const told = await response.json();
  const place = here();
  for (const it of document.querySelectorAll(".tarmaq-note")) it.remove();
  if (!told.broken) told.notes.forEach((note) => stand(note, told.words));
  mark(told.broken ? [] : told.notes);
  place();
  show(told);
  overlay(told);
}

// Puts a finding at the clauses that it is about; what is about no clause stands above the text.
function stand(note, words) {
  const article = document.querySelector("main article") ?? document.querySelector("main") ?? document.body;
  const places = new Set();
  for (const at of note.at) {
    const clause = at.clause && document.getElementById(at.clause);
    const first = clause?.querySelector(":scope > :is(p, h1, h2, h3, h4, h5, h6), :scope > .number-line");
    places.add(clause ? first ?? clause.firstElementChild ?? clause : null);
  }
  for (const place of places) {
    const card = made(note, words);
    if (place?.parentElement?.closest("main")) place.after(card);
    else (article.querySelector("h1") ?? article.firstElementChild)?.after(card);
  }
}

function made(note, words) {
  const list = make("ul", "tarmaq-places");
  for (const place of note.places) {
    const said = make("li", "", make("code", "", `${place.file}:${place.line}:${place.column}`));
    if (place.text.trim()) said.append(" ", make("mark", "", place.text.trim()));
    if (place.message) said.append(" ", make("span", "", place.message));
    list.append(said);
  }
  const card = make(
    "div",
    `tarmaq-note tarmaq-${note.severity}`,
    make("p", "tarmaq-message", note.message),
    note.places.length ? list : null,
    note.help ? make("p", "tarmaq-help", note.help) : null,
    note.rule ? make("p", "tarmaq-rule", note.rule) : null,
  );
  card.lang = "en";
  card.dir = "ltr";
  card.setAttribute("role", "note");
  card.setAttribute("aria-label", words.findings);
  return card;
}

// The words in question are underlined where the browser can do so without changing the page.
function mark(notes) {
  if (!window.CSS?.highlights || !window.Highlight) return;
  CSS.highlights.delete("tarmaq-error");
  CSS.highlights.delete("tarmaq-warning");
  const ranges = { error: [], warning: [] };
  const lang = document.documentElement.lang;
  for (const note of notes) {
    for (const place of note.places) {
      const words = place.text.trim();
      if (!words || place.language !== lang) continue;
      for (const at of note.at) {
        const clause = at.language === lang && at.clause && document.getElementById(at.clause);
        const range = clause && rangeOf(clause, words);
        if (range) ranges[note.severity].push(range);
      }
    }
  }
  for (const [name, own] of Object.entries(ranges)) {
    if (own.length) CSS.highlights.set(`tarmaq-${name}`, new Highlight(...own));
  }
}

// Where the words stand in a clause; words that stand there more than once are left alone.
function rangeOf(clause, words) {
  const walker = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT);
  let range = null;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const at = text.nodeValue.indexOf(words);
    if (at < 0 || text.parentElement.closest(".tarmaq-note")) continue;
    if (range || text.nodeValue.includes(words, at + 1)) return null;
    range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
  }
  return range;
}
