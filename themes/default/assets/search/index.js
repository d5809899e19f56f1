// The index of the search: it is loaded a file at a time, as scripts, since a page that is opened from
// disk may read nothing else. How the files are made is told in src/search/mod.rs.

// Policies whose texts are read to put their hits in order.
const READ = 12;

// The files of the index. Each calls this function.
const held = new Map();
globalThis.tarmaqSearch = (name, data) => held.set(name, data);

const asked = new Map();
function load(name) {
  if (!asked.has(name)) {
    const loaded = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = () => {
        asked.delete(name);
        script.remove();
        reject(new Error(name));
      };
      script.src = `${name}.js?${document.querySelector(".search").dataset.version}`;
      script.onload = () => (held.has(name) ? resolve(held.get(name)) : fail());
      script.onerror = fail;
      document.head.append(script);
    });
    asked.set(name, loaded);
  }
  return asked.get(name);
}

// The places of all passages in which a word stands, each with how well it answers there.
async function placesOf(scope, index, endings, { word, optional }) {
  const beginnings = [...endings.beginnings(word)];
  const pieces = new Set(beginnings.map((beginning) => pieceOf(beginning, index.pieces)));
  const places = new Map();
  for (const piece of await Promise.all([...pieces].map((piece) => load(`${scope}/words-${piece}`)))) {
    for (const [other, letters] of Object.entries(piece)) {
      const answer = endings.answers(word, other);
      if (!answer) continue;
      for (const number of numbersOf(letters)) {
        // What the passage is about counts for more.
        const worth = answer + 4 * (number % 2);
        const place = Math.floor(number / 2);
        places.set(place, Math.max(worth, places.get(place) ?? 0));
      }
    }
  }
  return { places, optional, figures: /\d/.test(word) };
}

// The places that are in all lists, in their order.
function inAll(lists) {
  const [shortest, ...rest] = lists.map(({ places }) => places).sort((a, b) => a.size - b.size);
  const places = [...(shortest?.keys() ?? [])].filter((place) => rest.every((list) => list.has(place)));
  return places.sort((a, b) => a - b);
}

// The passages that hold all words, best first.
async function find(scope, query) {
  const index = await load(`${scope}/policies`);
  const endings = new Endings(index);
  const lists = await Promise.all(query.map((word) => placesOf(scope, index, endings, word)));
  let places = inAll(lists.filter(({ optional }) => !optional));
  // “Clause 5.1” need not say of itself that it is a clause.
  if (!places.length) places = inAll(lists.filter(({ figures }) => figures));
  const passages = [];
  let [policy, first] = [0, 0];
  for (const place of places) {
    while (place >= first + index.policies[policy][4]) first += index.policies[policy++][4];
    const worth = lists.reduce((sum, list) => sum + (list.places.get(place) ?? 0), 0);
    const [slug, name, edition, state] = index.policies[policy];
    passages.push({ scope, slug, name, edition, state, at: place - first, worth });
  }
  passages.sort((a, b) => b.worth - a.worth);
  const slugs = new Set();
  for (const { slug } of passages) if (slugs.size < READ) slugs.add(slug);
  await Promise.all([...slugs].map((slug) => load(`${scope}/texts/${slug}`)));
  const near = passages.filter(({ slug }) => slugs.has(slug));
  for (const hit of near) {
    await read(hit);
    hit.worth += closeness(hit, query, endings);
  }
  near.sort((a, b) => b.worth - a.worth);
  return { endings, query, hits: [...near, ...passages.filter(({ slug }) => !slugs.has(slug))] };
}

// Takes the words of a passage from the file of its policy.
async function read(hit) {
  const texts = await load(`${hit.scope}/texts/${hit.slug}`);
  const [anchor, number, heading, section, text, editions] = texts.passages[hit.at];
  const listed = editions.map((at) => texts.editions[at]);
  Object.assign(hit, { anchor, number, heading, section: texts.sections[section] ?? "", text, editions: listed });
}

// Where the words that are asked for stand in a text.
function matchesOf(text, query, endings) {
  return wordsOf(text).flatMap(({ word, start, end }) =>
    query.flatMap((asked, at) => (endings.answers(asked.word, word) ? [{ at, start, end }] : [])),
  );
}

const APART = /[\p{Alphabetic}\p{N}]/u;

// Words that follow upon one another as they were asked for, and the number of the passage itself.
function closeness(hit, query, endings) {
  const together = new Set();
  for (const text of [hit.heading, hit.text]) {
    const matches = matchesOf(text, query, endings);
    for (const one of matches) {
      const follows = ({ at, start }) => at === one.at + 1 && start >= one.end && !APART.test(text.slice(one.end, start));
      if (matches.some(follows)) together.add(one.at);
    }
  }
  const isNumber = query.some(({ word }) => word === hit.number.replace(/\.$/, ""));
  return 10 * together.size + (isNumber ? 40 : 0);
}
