// The search: what is asked for stands in the address (?q= or #q=), hits are shown as links to their
// clauses.

const page = document.querySelector(".search");
const form = page.querySelector("form");
const field = form.elements.q;
const others = form.elements.other;
const count = page.querySelector(".count");
const found = page.querySelector(".found");
const [hits, otherHits] = found.querySelectorAll(".hits");
const more = found.querySelector(".go");
const browse = page.querySelector(".browse");
const title = document.title;

// Hits that are shown at a time.
const AT_A_TIME = 20;
// Letters of an excerpt, and those before its first word.
const EXCERPT = 280;
const BEFORE = 60;

// Writes a piece of a text with its matches marked; those beside one another in one mark.
function write(element, text, matches, from = 0, to = text.length) {
  let at = from;
  const inside = matches.filter(({ start, end }) => start >= from && end <= to).sort((a, b) => a.start - b.start || b.end - a.end);
  for (let first = 0; first < inside.length; first += 1) {
    let { start, end } = inside[first];
    if (start < at) continue;
    for (const next of inside.slice(first + 1)) {
      if (!/^[\s-]*$/.test(text.slice(end, Math.max(end, next.start)))) break;
      end = Math.max(end, next.end);
    }
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    element.append(text.slice(at, start), mark);
    at = end;
  }
  element.append(text.slice(at, to));
}

// The part of a text where most of the words stand.
function excerptOf(text, matches) {
  if (text.length <= EXCERPT) return [0, text.length];
  let best = { worth: 0, start: 0 };
  for (const { start } of matches) {
    const near = matches.filter((match) => match.start >= start && match.end <= start + EXCERPT - 2 * BEFORE);
    const worth = 10 * new Set(near.map(({ at }) => at)).size + near.length;
    if (worth > best.worth) best = { worth, start };
  }
  let start = best.start <= BEFORE ? 0 : text.indexOf(" ", best.start - BEFORE) + 1;
  if (start > best.start) start = best.start;
  const end = start + EXCERPT >= text.length ? text.length : text.lastIndexOf(" ", start + EXCERPT);
  return [start, end > best.start ? end : start + EXCERPT];
}

const part = (name) => document.getElementById(name).content.cloneNode(true);

function link(hit, edition) {
  const folder = edition ? `${hit.slug}/${edition}` : hit.slug;
  return `../${encodeURI(folder)}/index.html${hit.anchor && `#${hit.anchor}`}`;
}

// A link to a hit in another edition, named by its number alone.
function numberOf(hit, number) {
  const name = document.createElement("a");
  name.href = link(hit, number);
  name.textContent = number;
  return name;
}

// Editions in a row that are of one state, which is told behind them.
function editionsOf(hit, editions) {
  const [[first, state]] = editions;
  const shown = part("Edition");
  const name = shown.querySelector("a");
  name.textContent = name.textContent.replace("{edition}", first);
  name.href = link(hit, first);
  for (const [number] of editions.slice(1)) name.parentElement.append(", ", numberOf(hit, number));
  const told = document.getElementById(`State-${state}`);
  if (told) name.parentElement.append(" ", told.content.cloneNode(true));
  return shown;
}

// A hit as it is shown.
async function shown(hit, { query, endings }) {
  await read(hit);
  const item = part("Hit");
  const into = (name) => item.querySelector(`.${name}`);
  const marked = (element, text) => write(element, text, matchesOf(text, query, endings));
  item.querySelector("a").href = link(hit, hit.editions[0]?.[0]);
  into("policy").textContent = hit.anchor ? hit.name : "";
  marked(into("number"), hit.number);
  // A clause is known by the heading that it stands under.
  into("heading").classList.toggle("above", !hit.heading);
  marked(into("heading"), hit.heading || hit.section);
  const text = hit.text.replaceAll("\n", " ");
  const matches = matchesOf(text, query, endings);
  const [start, end] = excerptOf(text, matches);
  const excerpt = into("excerpt");
  if (start > 0) excerpt.append("… ");
  write(excerpt, text, matches, start, end);
  if (end < text.length) excerpt.append(" …");
  excerpt.hidden = !text;
  const editions = into("editions");
  if (hit.scope === "other") {
    let rest = hit.editions;
    while (rest.length) {
      const other = rest.findIndex(([, state]) => state !== rest[0][1]);
      const end = other < 0 ? rest.length : other;
      editions.append(editionsOf(hit, rest.slice(0, end)), " ");
      rest = rest.slice(end);
    }
  } else {
    if (hit.state !== "in-force") editions.append(editionsOf(hit, [[hit.edition, hit.state]]), " ");
    const same = others?.checked ? await sameIn(hit) : [];
    if (same.length) editions.append(part("Same"), ": ");
    same.forEach((number, at) => editions.append(at ? ", " : "", numberOf(hit, number)));
  }
  editions.hidden = !editions.hasChildNodes();
  return item;
}

// The other editions in which a passage of the current one reads the same.
async function sameIn(hit) {
  const { policies } = await load("other/policies");
  if (!policies.some(([slug]) => slug === hit.slug)) return [];
  const texts = await load(`other/texts/${hit.slug}`);
  return (texts.same?.[hit.anchor] ?? []).map((at) => texts.editions[at][0]);
}

// Searches, and shows what was found. A search that was overtaken by another shows nothing.
let turn = 0;
async function search() {
  const own = ++turn;
  const typed = field.value.trim();
  const query = queryOf(typed);
  document.title = typed ? `${typed} — ${title}` : title;
  if (!query.length) return tell(typed ? count.dataset.none : "", true);
  const wait = setTimeout(() => own === turn && tell(count.dataset.waiting, false), 300);
  try {
    const current = await find("current", query);
    const other = others?.checked ? await find("other", query) : null;
    await show(own, current, other);
  } catch {
    if (own === turn) tell(count.dataset.failed, true);
  } finally {
    clearTimeout(wait);
  }
}

// Says how the search stands; with nothing to show, the list of all policies is shown instead.
function tell(words, listed) {
  count.textContent = words;
  found.hidden = true;
  browse.hidden = !listed;
}

async function show(own, current, other) {
  const lists = [
    [current, hits],
    [other, otherHits],
  ].filter(([result]) => result);
  let from = 0;
  const next = async () => {
    const items = await Promise.all(
      lists.map(([result]) => Promise.all(result.hits.slice(from, from + AT_A_TIME).map((hit) => shown(hit, result)))),
    );
    if (own !== turn) return null;
    if (from === 0) for (const list of [hits, otherHits]) list.replaceChildren();
    lists.forEach(([, list], at) => list.append(...items[at]));
    from += AT_A_TIME;
    more.hidden = lists.every(([result]) => result.hits.length <= from);
    return items;
  };
  if (!(await next())) return;
  const counts = [[current, count.dataset.count]];
  if (other) counts.push([other, count.dataset.otherCount]);
  const some = counts.some(([result]) => result.hits.length);
  const words = counts.map(([result, words]) => words.replace("{number}", result.hits.length));
  tell(some ? words.join(". ") : count.dataset.none, !some);
  found.hidden = !some;
  found.querySelector(".others").hidden = !other?.hits.length;
  more.firstElementChild.onclick = async () => {
    const shownBefore = hits.children.length;
    await next();
    // The button may be gone: the keyboard goes on with the first of the new hits.
    const first = hits.children[shownBefore] ?? otherHits.lastElementChild;
    first?.querySelector("a").focus();
  };
}

// The address says what is searched for, so that a search can be linked. Only what stands behind
// the # may change on a page that is opened from disk.
function readAddress() {
  const behind = new URLSearchParams(location.hash.slice(1));
  const asked = behind.has("q") ? behind : new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  if (others) others.checked = asked.get("other") === "1";
}

function addressOf() {
  const asked = new URLSearchParams({ q: field.value.trim() });
  if (others?.checked) asked.set("other", "1");
  return `#${asked}`;
}

let pause = 0;
field.addEventListener("input", () => {
  clearTimeout(pause);
  // A word that is being typed is not looked for before it has some letters.
  const last = /\s$/.test(field.value) ? "" : (wordsOf(field.value).at(-1)?.word ?? "");
  if (last && last.length < 4 && !/\d/.test(last)) return;
  pause = setTimeout(() => {
    history.replaceState(null, "", addressOf());
    search();
  }, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  if (addressOf() !== location.hash) history.pushState(null, "", addressOf());
  search();
});
others?.addEventListener("change", () => {
  history.replaceState(null, "", addressOf());
  search();
});
addEventListener("popstate", () => {
  readAddress();
  search();
});
page.querySelector(".no-script").hidden = true;
readAddress();
if (field.value) search();
