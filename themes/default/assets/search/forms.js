// What the search knows of words: where they are in a text, and which of them are forms of one.
// tarmaq says the same when it makes the index (src/lang/words.rs, src/lang/inflection.rs,
// src/search/tokens.rs), so that what stands in the index is found.

// Words as they are compared: in small letters, ё as е, every apostrophe as '.
const fold = (text) =>
  [...text]
    .map((letter) => letter.toLowerCase().replace("ё", "е").replace(/[’ʼ]/, "'"))
    .join("");

const WORD = /[\p{Alphabetic}\p{N}\u0300-\u036F]+(?:['’ʼ](?=\p{Alphabetic})[\p{Alphabetic}\p{N}\u0300-\u036F]+)*/gu;
const STROKE = /^[/\u2010\u2011-]$/;
const POINT = /^[.,:]$/;

// The words of a text; numbers such as 5.1 and 06-О/Д stand behind their parts as a whole, which
// tells how many parts it has.
function wordsOf(text) {
  const words = [];
  let group = [];
  const close = () => {
    const whole = group.map(({ word, joint }) => joint + word).join("");
    if (group.length > 1 && /\d/.test(whole)) {
      words.push({ word: whole, start: group[0].start, end: group.at(-1).end, parts: group.length });
    }
    group = [];
  };
  for (const { 0: found, index: start } of text.matchAll(WORD)) {
    const gap = group.length ? text.slice(group.at(-1).end, start) : "";
    const word = { word: fold(found), start, end: start + found.length, parts: 1 };
    // Letters are parts of a number behind a stroke, three of them are a word: 395/НҚ, 5.1-тармақ.
    const figures = /\d/.test(found);
    const apart = found.length > 2 && !figures;
    const joins = STROKE.test(gap) || (POINT.test(gap) && figures && /\d/.test(group.at(-1).word));
    if (apart || !joins) close();
    const joint = group.length ? gap.replace(STROKE, "-") : "";
    if (!apart) group.push({ ...word, joint });
    words.push(word);
  }
  close();
  return words;
}

// What a search asks for. The parts of a number are not asked for beside it. A word of one or two
// letters may be missing where longer ones are asked for as well.
function queryOf(typed) {
  const words = wordsOf(typed.normalize("NFC"));
  const whole = words.filter(({ parts }) => parts > 1);
  const within = (word) => whole.some(({ start, end }) => start <= word.start && word.end <= end);
  const asked = words.filter((word) => word.parts > 1 || !within(word)).sort((a, b) => a.start - b.start);
  const isShort = ({ word }) => word.length < 3 && !/\d/.test(word);
  const someLong = asked.some((word) => !isShort(word));
  const query = [];
  for (const word of asked) {
    if (query.some((other) => other.word === word.word)) continue;
    query.push({ word: word.word, optional: someLong && isShort(word) });
  }
  return query.filter(({ word }) => word.length > 1 || /\d/.test(word));
}

// Whether words are forms of one, by the endings of the language.
class Endings {
  constructor({ endings, stacked, alternations }) {
    this.all = new Set(endings);
    this.longest = Math.max(0, ...endings.map((ending) => ending.length));
    this.stacked = stacked;
    this.alternations = alternations;
  }

  // Whether what follows a stem is an ending, or several where they follow upon one another.
  fit(rest) {
    if (!rest || this.all.has(rest)) return true;
    if (!this.stacked) return false;
    const reached = [0];
    for (const start of reached) {
      for (let end = start + 1; end <= Math.min(rest.length, start + this.longest); end += 1) {
        if (reached.includes(end) || !this.all.has(rest.slice(start, end))) continue;
        if (end === rest.length) return true;
        reached.push(end);
      }
    }
    return false;
  }

  // Whether a stem ends in two ways: порядок, порядка; құқық, құқығы.
  alternate(left, right) {
    const stands = (rest, end) => rest.startsWith(end) && this.fit(rest.slice(end.length));
    return this.alternations.some(
      ([one, other]) => (stands(left, one) && stands(right, other)) || (stands(left, other) && stands(right, one)),
    );
  }

  same(left, right) {
    if (left === right) return true;
    let common = 0;
    while (common < left.length && left[common] === right[common]) common += 1;
    for (let stem = common; stem >= 2; stem -= 1) {
      const [one, other] = [left.slice(stem), right.slice(stem)];
      if (stem >= 3 && this.fit(one) && this.fit(other)) return true;
      if (this.alternate(one, other)) return true;
    }
    return false;
  }

  // How well a word of a text answers to one that is asked for: 3 for the same, 2 for another form,
  // 1 for a longer word that begins so, 0 for no answer.
  answers(asked, word) {
    if (asked === word) return 3;
    if (/\d/.test(asked)) {
      // 5.1 is found in 5.1.2 and not in 5.10.
      return /[^\p{Alphabetic}\p{N}]/u.test(asked) && word.startsWith(asked) && /^[^\p{Alphabetic}\p{N}]/u.test(word.slice(asked.length)) ? 1 : 0;
    }
    if (this.same(asked, word)) return 2;
    return asked.length >= 4 && word.startsWith(asked) ? 1 : 0;
  }

  // The first letters of all words that may answer: those of the word itself, and those of a stem of
  // two letters that ends in another way.
  beginnings(asked) {
    const beginnings = new Set([asked]);
    const [stem, rest] = [[...asked].slice(0, 2).join(""), [...asked].slice(2).join("")];
    for (const [one, other] of this.alternations) {
      if (rest.startsWith(one)) beginnings.add(stem + other);
      if (rest.startsWith(other)) beginnings.add(stem + one);
    }
    return beginnings;
  }
}

// The file of words, of so many, that words of this beginning are in.
function pieceOf(beginning, pieces) {
  let mixed = 0;
  for (const letter of [...beginning].slice(0, 3)) mixed = (mixed * 31 + letter.codePointAt(0)) % 1000003;
  return mixed % pieces;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Ascending numbers, written as letters: five bits in each, the step from the number before.
function numbersOf(letters) {
  const numbers = [];
  let before = 0;
  let step = 0;
  for (const letter of letters) {
    const bits = LETTERS.indexOf(letter);
    step = step * 32 + (bits & 31);
    if (bits > 31) continue;
    before += step;
    step = 0;
    numbers.push(before);
  }
  return numbers;
}
