//! The search: the index that a browser reads, and the page that reads it. The index is read here as the
//! page reads it; what the page shows is tested in a browser.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tarmaq::config::Words;
use tarmaq::lang::{Endings, EndingsFile, fold, same_word};

use crate::built::{Built, all, both, history, sample};
use crate::common::page::{attribute, attributes, one, select, text};
use crate::common::sample::Sample;
use crate::common::words::{Markers, words};
use scraper::Html;

/// The index of a language and a scope, read from its files.
struct Index {
    files: BTreeMap<String, Value>,
    endings: Endings,
}

impl Index {
    fn of(files: &BTreeMap<String, Vec<u8>>, lang: &str, scope: &str) -> Self {
        let folder = format!("{lang}/search/{scope}/");
        let own = files.iter().filter(|(path, _)| path.starts_with(&folder));
        let read = own.map(|(path, bytes)| {
            let script = std::str::from_utf8(bytes).unwrap();
            let call = script.strip_prefix("tarmaqSearch(").unwrap();
            let call = call.strip_suffix(")\n").unwrap();
            let Value::Array(call) = serde_json::from_str(&format!("[{call}]")).unwrap() else {
                panic!("{path}");
            };
            // The page asks for a file by the name that the file gives.
            let path = path.strip_prefix(&format!("{lang}/search/")).unwrap();
            assert_eq!(call[0], path.strip_suffix(".js").unwrap());
            let name = path.strip_prefix(&format!("{scope}/")).unwrap();
            (name.to_owned(), call[1].clone())
        });
        let files: BTreeMap<String, Value> = read.collect();
        let policies = &files["policies.js"];
        let endings = Endings::from(EndingsFile {
            list: strings(&policies["endings"])
                .into_iter()
                .map(Words)
                .collect(),
            stacked: policies["stacked"].as_bool().unwrap(),
            alternations: policies["alternations"]
                .as_array()
                .unwrap()
                .iter()
                .map(|pair| {
                    let pair = strings(pair);
                    (Words(pair[0].clone()), Words(pair[1].clone()))
                })
                .collect(),
        });
        Self { files, endings }
    }

    /// The passages in which all words stand, in any form: policy and anchor, with `!` where all of them
    /// say what the passage is about.
    fn find(&self, query: &str) -> Vec<String> {
        let mut found: Option<BTreeMap<u32, bool>> = None;
        for asked in query.split(' ').map(fold) {
            let mut places: BTreeMap<u32, bool> = BTreeMap::new();
            for (name, file) in &self.files {
                if !name.starts_with("words-") {
                    continue;
                }
                for (word, letters) in file.as_object().unwrap() {
                    if same_word(&asked, word, &self.endings) {
                        for number in numbers(letters.as_str().unwrap()) {
                            *places.entry(number / 2).or_default() |= number % 2 == 1;
                        }
                    }
                }
            }
            found = Some(match found {
                None => places,
                Some(before) => before
                    .into_iter()
                    .filter_map(|(place, about)| Some((place, about & places.get(&place)?)))
                    .collect(),
            });
        }
        let found = found.unwrap().into_iter();
        found
            .map(|(place, about)| {
                let (policy, passage) = self.passage(place);
                let anchor = passage[0].as_str().unwrap();
                format!("{policy}#{anchor}{}", if about { "!" } else { "" })
            })
            .collect()
    }

    /// The policy and the passage at a place among all passages.
    fn passage(&self, mut place: u32) -> (&str, &Value) {
        for policy in self.files["policies.js"]["policies"].as_array().unwrap() {
            let passages = u32::try_from(policy[4].as_u64().unwrap()).unwrap();
            if place < passages {
                let slug = policy[0].as_str().unwrap();
                return (slug, &self.text(slug)["passages"][place as usize]);
            }
            place -= passages;
        }
        panic!("no such place");
    }

    fn text(&self, policy: &str) -> &Value {
        &self.files[&format!("texts/{policy}.js")]
    }
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

/// Ascending numbers, as a file of words writes them.
fn numbers(letters: &str) -> Vec<u32> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut numbers, mut before, mut step) = (Vec::new(), 0, 0);
    for letter in letters.chars() {
        let bits = u32::try_from(LETTERS.find(letter).unwrap()).unwrap();
        step = step * 32 + bits % 32;
        if bits < 32 {
            before += step;
            numbers.push(before);
            step = 0;
        }
    }
    numbers
}

fn real() -> Built {
    let [_, real] = both();
    real
}

#[test]
fn words_are_found_in_any_form_in_each_language() {
    let site = real();
    for (lang, query, some) in [
        ("kk", "дербес дерек", "privacy-policy#4.1"),
        ("kk", "деректерді", "privacy-policy#2!"),
        ("kk", "құқық", "privacy-policy#4!"),
        ("kk", "пайдаланушы құқығы", "privacy-policy#4!"),
        ("ru", "пользователь", "privacy-policy#4.1"),
        ("ru", "персональное данное", "privacy-policy#4.1"),
        ("en", "user", "privacy-policy#4.1"),
        ("en", "users", "privacy-policy#1.1"),
        ("en", "blocked", "privacy-policy#4.3"),
    ] {
        let found = Index::of(site.files, lang, "current").find(query);
        assert!(found.iter().any(|hit| hit == some), "{query}: {found:?}");
    }
}

#[test]
fn all_words_stand_in_one_passage() {
    let index = Index::of(real().files, "en", "current");
    assert_eq!(index.find("blocking require"), ["privacy-policy#4.3"]);
    assert!(!index.find("website").is_empty());
    assert!(index.find("blocking website").is_empty());
}

#[test]
fn numbers_are_found_as_a_whole() {
    let site = real();
    for lang in ["kk", "ru", "en"] {
        let index = Index::of(site.files, lang, "current");
        let clauses = index.find("5.1");
        assert!(
            clauses.contains(&"privacy-policy#5.1!".to_owned()),
            "{clauses:?}"
        );
        // The lines under the title name the order.
        let orders = index.find("06-О-Д");
        for policy in ["privacy-policy", "personal-data-destruction-policy"] {
            assert!(orders.contains(&format!("{policy}#")), "{lang}: {orders:?}");
        }
    }
}

#[test]
fn headings_numbers_and_defined_terms_are_what_a_passage_is_about() {
    let index = Index::of(sample(), "en", "current");
    let about = |query: &str| {
        let found = index.find(query).into_iter();
        found.filter(|hit| hit.ends_with('!')).collect::<Vec<_>>()
    };
    assert_eq!(about("handbook"), ["handbook#!"]);
    let index = Index::of(real().files, "en", "current");
    let found = index.find("website");
    for defined in ["privacy-policy#1.1!", "privacy-policy#2!"] {
        assert!(found.contains(&defined.to_owned()), "{found:?}");
    }
    assert!(
        found.contains(&"privacy-policy#3.1".to_owned()),
        "{found:?}"
    );
}

/// All that a page says is found, and nothing else: the passages of a policy are its article.
#[test]
fn the_passages_of_a_policy_are_its_text_to_the_letter() {
    for site in all() {
        for lang in site.languages {
            let index = Index::of(site.files, lang, "current");
            for policy in index.files["policies.js"]["policies"].as_array().unwrap() {
                let slug = policy[0].as_str().unwrap();
                let page = Html::parse_document(site.text(&format!("{lang}/{slug}/index.html")));
                let article = letters(words(one(&page, "article"), Markers::Paper).into_iter());
                let passages = index.text(slug)["passages"].as_array().unwrap();
                // The lines about the edition stand between the title and what is under it.
                let lines: String = select(&page, ".updated-line, .edition-line")
                    .into_iter()
                    .map(|line| letters(words(line, Markers::Paper).into_iter()))
                    .collect();
                let told = passages[1][4].as_str().unwrap();
                assert_eq!(letters(told.split_whitespace().map(str::to_owned)), lines);
                let article = article.replacen(&lines, "", 1);
                let passages = passages[..1].iter().chain(&passages[2..]);
                let said = passages.flat_map(|passage| {
                    let part = |at: usize| passage[at].as_str().unwrap().to_owned();
                    [part(1), part(2), part(4)]
                });
                let said: Vec<String> = said
                    .flat_map(|part| {
                        part.split_whitespace()
                            .map(str::to_owned)
                            .collect::<Vec<_>>()
                    })
                    .collect();
                assert_eq!(letters(said.into_iter()), article, "{lang}/{slug}");
            }
        }
    }
}

/// Words without what is drawn before items, run together: the space behind a number is not typed
/// everywhere.
fn letters(words: impl Iterator<Item = String>) -> String {
    words.filter(|word| word != "•" && word != "-").collect()
}

#[test]
fn every_passage_leads_to_an_id_of_its_page() {
    for site in all() {
        for (lang, scope) in site
            .languages
            .iter()
            .flat_map(|l| [(l, "current"), (l, "other")])
        {
            if !site
                .files
                .contains_key(&format!("{lang}/search/{scope}/policies.js"))
            {
                continue;
            }
            let index = Index::of(site.files, lang, scope);
            for policy in index.files["policies.js"]["policies"].as_array().unwrap() {
                let slug = policy[0].as_str().unwrap();
                let texts = index.text(slug);
                let passages = texts["passages"].as_array().unwrap();
                assert_eq!(passages.len() as u64, policy[4].as_u64().unwrap());
                let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
                for passage in passages {
                    let anchor = passage[0].as_str().unwrap();
                    let editions = passage[5].as_array().unwrap().iter();
                    let mut folders: Vec<String> = editions
                        .map(|at| texts["editions"][at.as_u64().unwrap() as usize][0].clone())
                        .map(|number| format!("{lang}/{slug}/{}", number.as_str().unwrap()))
                        .collect();
                    if scope == "current" {
                        folders.push(format!("{lang}/{slug}"));
                    }
                    assert!(!folders.is_empty());
                    for folder in folders {
                        let ids = ids.entry(folder.clone()).or_insert_with(|| {
                            let page = site.text(&format!("{folder}/index.html"));
                            let page = Html::parse_document(page);
                            attributes(&page, "[id]", "id").into_iter().collect()
                        });
                        assert!(
                            anchor.is_empty() || ids.contains(anchor),
                            "{folder}#{anchor}"
                        );
                    }
                }
            }
        }
    }
}

/// The editions of a policy mostly say the same: each reading is there once.
#[test]
fn other_editions_are_searched_by_what_reads_otherwise() {
    let site = history();
    let current = Index::of(site.files, "en", "current");
    let other = Index::of(site.files, "en", "other");
    assert!(current.find("refund").len() > 10);
    let texts = other.text("refund-policy");
    let editions: Vec<&str> = texts["editions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edition| edition[0].as_str().unwrap())
        .collect();
    assert_eq!(editions, ["2.1", "2.0", "1.4", "1.3", "1.2", "1.1", "1.0"]);
    let states: Vec<&str> = texts["editions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edition| edition[1].as_str().unwrap())
        .collect();
    assert_eq!(states[..3], ["draft", "upcoming", "superseded"]);
    // No reading of the current edition is in the others' passages, and none is there twice.
    let reading = |passage: &Value| [0, 2, 4].map(|at| passage[at].as_str().unwrap().to_owned());
    let of = |index: &Index| {
        let passages = index.text("refund-policy")["passages"]
            .as_array()
            .unwrap()
            .iter();
        passages.map(reading).collect::<Vec<_>>()
    };
    let others = of(&other);
    let distinct: BTreeSet<&[String; 3]> = others.iter().collect();
    assert_eq!(distinct.len(), others.len());
    for reading in of(&current) {
        assert!(!distinct.contains(&reading), "{reading:?}");
        // Where another edition says the same, it is named.
        let anchor = &reading[0];
        let same = &texts["same"][anchor];
        for (at, edition) in editions.iter().enumerate().filter(|_| !anchor.is_empty()) {
            let path = format!("en/refund-policy/{edition}/index.html");
            let page = Html::parse_document(site.text(&path));
            let ids = attributes(&page, "[id]", "id");
            let named = same
                .as_array()
                .is_some_and(|list| list.iter().any(|n| n == at));
            assert!(!named || ids.contains(anchor), "{edition}: {anchor}");
        }
    }
    assert_eq!(texts["same"]["1"].as_array().map(Vec::len), Some(7));
}

#[test]
fn a_site_of_single_editions_has_no_files_of_others() {
    let site = real();
    let other = site
        .files
        .keys()
        .any(|path| path.contains("/search/other/"));
    assert!(!other);
    let page = Html::parse_document(site.text("en/search/index.html"));
    assert!(select(&page, "input[type=checkbox]").is_empty());
    let page = Html::parse_document(history().text("en/search/index.html"));
    assert_eq!(select(&page, "input[type=checkbox]").len(), 1);
}

/// Without a script, the page leads to every section of every policy.
#[test]
fn the_page_lists_the_policies_and_their_sections() {
    let site = real();
    let page = Html::parse_document(site.text("en/search/index.html"));
    let listed: Vec<String> = select(&page, ".searched h3")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(
        listed,
        ["Privacy policy", "Personal Data Destruction Policy"]
    );
    for policy in ["privacy-policy", "personal-data-destruction-policy"] {
        let own = Html::parse_document(site.text(&format!("en/{policy}/index.html")));
        let contents = attributes(&own, ".contents a", "href");
        let contents: Vec<String> = contents
            .into_iter()
            .map(|anchor| format!("../{policy}/index.html{anchor}"))
            .collect();
        let links = attributes(&page, ".searched ul a", "href");
        let links: Vec<String> = links
            .into_iter()
            .filter(|link| link.contains(&format!("/{policy}/")))
            .collect();
        assert_eq!(links, contents);
    }
    assert!(text(one(&page, ".no-script")).contains("JavaScript"));
    assert_eq!(
        attribute(&page, "meta[name=robots]", "content"),
        "noindex, follow"
    );
}

#[test]
fn every_page_of_a_language_leads_to_its_search() {
    for site in all() {
        for (path, page) in site.pages() {
            let links = attributes(&page, ".site-header .find", "href");
            let lang = path.split('/').next().unwrap();
            let expected = match site.languages.contains(&lang) {
                true => {
                    let up = "../".repeat(path.matches('/').count() - 1);
                    let own = path == format!("{lang}/search/index.html");
                    vec![if own {
                        "index.html".to_owned()
                    } else {
                        format!("{up}search/index.html")
                    }]
                }
                false => vec![],
            };
            assert_eq!(links, expected, "{path}");
        }
    }
}

/// The version in the addresses of the files changes with any of them, so that no browser mixes two.
#[test]
fn the_page_names_the_version_of_its_index() {
    let sample = Sample::small();
    let version = |sample: &Sample| {
        sample.build().expect(0);
        let page = Html::parse_document(&sample.page("en/search/index.html"));
        attribute(&page, ".search", "data-version")
    };
    let before = version(&sample);
    assert_eq!(before.len(), 12);
    assert_eq!(version(&sample), before);
    sample.replace("content/sample-policy/1.0/en.md", "made up", "invented");
    assert_ne!(version(&sample), before);
}

/// Of many policies, a word is looked for in the one file that its first letters tell.
#[test]
fn the_words_of_many_policies_are_cut_into_files() {
    let names: Vec<String> = (0..40).map(|at| format!("policy-{at:02}")).collect();
    let editions = [(
        "1.0",
        "order: { number: 1-A, date: 2025-01-01 }; updated: 2025-01-01",
    )];
    let policies: Vec<(&str, &[(&str, &str)])> = names
        .iter()
        .map(|name| (name.as_str(), &editions[..]))
        .collect();
    let sample = Sample::editions(&policies);
    sample.append("site.yaml", "rules:\n  twin-mismatch: off\n");
    sample.build().expect(0);
    let site = sample.site();
    let index = Index::of(&site, "en", "current");
    assert_eq!(index.files["policies.js"]["pieces"], 4);
    let mut known = BTreeSet::new();
    for piece in 0..4 {
        let words = index.files[&format!("words-{piece}.js")]
            .as_object()
            .unwrap();
        for word in words.keys() {
            let letters = word.chars().take(3);
            let mixed = letters.fold(0, |mixed, c| (mixed * 31 + u32::from(c)) % 1_000_003);
            assert_eq!(mixed % 4, piece, "{word}");
            assert!(known.insert(word.clone()), "{word}");
        }
    }
    // Every policy has its own place among all passages.
    let titles = index.find("sample");
    assert_eq!(titles.iter().filter(|hit| hit.ends_with("#!")).count(), 40);
}

/// A language that a site brings is searched by the endings that its file tells.
#[test]
fn a_language_of_the_site_is_searched_by_its_own_endings() {
    let sample = Sample::small();
    let english = std::fs::read_to_string("src/lang/data/en.yaml").unwrap();
    let other = english.replace("list: [s, es,", "list: [lar, lardan, s, es,");
    assert_ne!(english, other);
    sample.write("content/languages/uz.yaml", other);
    sample.replace(
        "site.yaml",
        "languages: [en, ru]",
        "languages: [en, ru, uz]",
    );
    sample.replace(
        "site.yaml",
        "  en: Legal Information",
        "  en: Legal Information\n  uz: Huquqiy",
    );
    sample.replace(
        "site.yaml",
        "    en: “Sample” LLP",
        "    en: “Sample” LLP\n    uz: “Sample”",
    );
    let text = std::fs::read_to_string(sample.path("content/sample-policy/1.0/en.md")).unwrap();
    let last = text.trim_end();
    let text = format!("{last} kitoblardan\n");
    sample.write("content/sample-policy/1.0/uz.md", text);
    sample.append(
        "site.yaml",
        "rules:\n  untranslated-text: off\n  length-mismatch: off\n",
    );
    sample.build().expect(0);
    let index = Index::of(&sample.site(), "uz", "current");
    assert_eq!(index.find("kitob").len(), 1);
    assert_eq!(index.find("kitoblar").len(), 1);
}
