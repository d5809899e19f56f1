// The types of pages, each with addresses where it stands in the built sites. All suites walk this
// list: a new type of page is one line here.
//
// `{lang}` stands for each language of the site. What a page `has` tells which suites have more to
// ask of it:
//
//   text     the text of one edition, whole, which can be read and printed
//   changes  deletions and insertions

import { sites } from "./sites.js";

const types = [
  type("languages", [], ["own", ""], ["full", ""]),
  type("not-found", [], ["own", "no-such-page/"], ["history", "no-such-page/"]),
  type("index", [], ["own", "{lang}/"], ["history", "{lang}/"]),
  type("search", [], ["own", "{lang}/search/"], ["history", "{lang}/search/"]),
  type("policy", ["text"], ["own", "{lang}/privacy-policy/"], ["full", "{lang}/handbook/"]),
  type("policy-with-annexes", ["text"], ["own", "{lang}/personal-data-destruction-policy/"]),
  type("policy-to-change", ["text"], ["history", "{lang}/refund-policy/"]),
  type("edition-superseded", ["text"], ["history", "{lang}/refund-policy/1.2/"]),
  type("edition-upcoming", ["text"], ["history", "{lang}/refund-policy/2.0/"]),
  type("edition-draft", ["text"], ["history", "{lang}/refund-policy/2.1/"]),
  type("edition-repealed", ["text"], ["history", "{lang}/bonus-programme/1.2/"]),
  type("parallel", [], ["own", "{lang}/personal-data-destruction-policy/1.1/parallel/"], ["history", "{lang}/refund-policy/2.0/parallel/"]),
  type("history", [], ["history", "{lang}/refund-policy/history/"]),
  type("history-of-one", [], ["own", "{lang}/privacy-policy/history/"]),
  type("history-to-the-end", [], ["history", "{lang}/bonus-programme/history/"]),
  type("changes", ["changes"], ["history", "{lang}/refund-policy/2.0/changes/"], ["full", "{lang}/notice/2.0/changes/"]),
  type("changes-moved", ["changes"], ["history", "{lang}/refund-policy/1.3/changes/"]),
  type("changes-over-editions", ["changes"], ["history", "{lang}/refund-policy/2.0/changes/1.0/"]),
  type("changes-parallel", ["changes"], ["history", "{lang}/refund-policy/2.0/changes/parallel/"]),
  type("changes-table", ["changes"], ["history", "{lang}/refund-policy/2.0/changes/table/"]),
];

function type(name, has, ...addresses) {
  return { name, has, addresses };
}

/** All pages to look at: one for each type, site and language. */
export const pages = types.flatMap(({ name, has, addresses }) =>
  addresses.flatMap(([site, address]) => {
    const languages = address.includes("{lang}") ? sites[site].languages : [null];
    return languages.map((lang) => {
      const path = address.replace("{lang}", lang);
      return { name: `${name} of ${site}${lang ? ` in ${lang}` : ""}`, type: name, has, site, lang, path };
    });
  }),
);

/** The pages that hold the text of an edition, or the changes between two. */
export const having = (what) => pages.filter((page) => page.has.includes(what));

/** Each type of page once a site, for suites that no words can make a difference to. */
export const inOneLanguage = pages.filter(({ site, lang }) => lang === null || lang === sites[site].languages[0]);
