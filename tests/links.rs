//! Where the words of texts lead, case by case: prose documents in `tests/links/` whose headings state
//! the laws and whose blocks hold the texts of an edition and the HTML of their paragraphs, items and
//! cells, as far as something leads there or from there. A `¶` stands before what defines a term. A
//! source such as `refund-policy.en.md` is the text of another policy.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "support/cases.rs"]
mod cases;
#[path = "support/documents.rs"]
mod documents;
#[allow(dead_code)]
#[path = "support/made.rs"]
mod made;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use cases::Case;
use proptest::prelude::*;
use serde_json::Value;
use tarmaq::check::{Context, Parallel, PolicyTitles};
use tarmaq::lang::{Glossary, Language};
use tarmaq::links::{Links, Mark, MarkKind, links};
use tarmaq::model::{Acceptance, Extras, Lang, Owner, Policy, Site, Text};
use tarmaq::parse::parse;
use tarmaq::site::{Address, Drafts, Linking, article, plan, unfilled};
use tarmaq::source::{SourceFile, Sources, Span, decode};

#[test]
fn where_words_lead() {
    documents::run("tests/links", outcome);
}

/// The HTML of what leads somewhere, language by language.
fn outcome(case: &Case) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let mut texts: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    let mut accepted = None;
    for source in &case.sources {
        let id = sources.add(SourceFile::new(&source.name, decode(&source.bytes).text));
        if let Some(code) = source.name.strip_suffix(".accepted.txt") {
            accepted = Some((id, Lang::new(code).unwrap()));
            continue;
        }
        let name = source.name.strip_suffix(".md").expect("a text");
        let (slug, code) = name.split_once('.').unwrap_or(("sample-policy", name));
        let lang = Lang::new(code).expect("a language's code");
        let text = parse(id, sources.get(id), &lang).0;
        texts.entry(slug.to_owned()).or_default().push(text);
    }
    let policies = texts.into_iter().map(|(slug, texts)| Policy {
        slug,
        ..made::policy(texts, &mut sources)
    });
    let mut policies: Vec<Policy> = policies.collect();
    if let Some((file, language)) = accepted {
        let words = sources.get(file).text().trim().to_owned();
        for policy in &mut policies {
            policy.editions[0].accepted.push(Acceptance {
                rule: "broken-reference".to_owned(),
                language: language.clone(),
                clauses: vec!["1.1".to_owned()],
                words: words.clone(),
                reason: "meant so".to_owned(),
                file,
                span: Span::at(0),
            });
        }
    }
    let languages = made::languages();
    let context = Context {
        languages: &languages,
        glossary: &Glossary::default(),
        titles: &PolicyTitles::of(&policies),
        policies: &policies,
    };
    let policy = policies.iter().find(|own| own.slug == "sample-policy");
    let policy = policy.expect("the policy of the case");
    let edition = &policy.editions[0];
    let parallel = Parallel::read(policy, edition, &languages);
    let links: BTreeMap<_, _> = links(&parallel, &context).into_iter().collect();
    let site = Site {
        policies: policies.clone(),
        ..site()
    };
    let plan = plan(&site, "2026-01-01".parse().unwrap(), Drafts::Hidden);
    let mut shown = String::new();
    for text in &edition.texts {
        let linking = Linking::of(&links[&text.file], &plan, &text.lang);
        let highlight = |code: &str, _: Option<&str>| code.to_owned();
        let language = &languages[&text.lang];
        let view = article(edition, text, language, &highlight, &linking);
        let view = serde_json::to_value(view).unwrap();
        let mut lines = String::new();
        dump(&view, &mut lines);
        let page = Address::new(format!("{}/sample-policy/", text.lang));
        for home in linking.homes() {
            lines = lines.replace(&unfilled(home), &page.link_to(home));
        }
        let _ = write!(shown, "{}:\n{lines}", text.lang);
    }
    vec![("html".to_owned(), shown)]
}

/// The HTML with links or definitions, in the order of the text.
fn dump(view: &Value, lines: &mut String) {
    match view {
        Value::Array(list) => list.iter().for_each(|own| dump(own, lines)),
        Value::Object(object) => {
            let words = ["title", "html", "label", "left", "right"];
            for html in words.iter().filter_map(|name| object.get(*name)?.as_str()) {
                let marked = ["<dfn", "class=\"ref\"", "class=\"term\""];
                if marked.iter().any(|mark| html.contains(mark)) {
                    let definition = object.get("definition") == Some(&Value::Bool(true));
                    let sign = if definition { "¶ " } else { "" };
                    let _ = writeln!(lines, "  {sign}{html}");
                }
            }
            // A text goes from its own words to those below it.
            let parts = [
                "head", "rows", "items", "blocks", "clauses", "sections", "annexes",
            ];
            for part in parts.iter().filter_map(|name| object.get(*name)) {
                dump(part, lines);
            }
        }
        _ => {}
    }
}

/// A site around the policies of a case.
fn site() -> Site {
    Site {
        base_url: "https://sample.example".to_owned(),
        languages: ["kk", "ru", "en"]
            .map(|code| Lang::new(code).unwrap())
            .into(),
        theme: "default".to_owned(),
        extras: Extras::default(),
        rules: BTreeMap::new(),
        title: BTreeMap::new(),
        owner: Owner::default(),
        policies: Vec::new(),
    }
}

/// Pieces of which running text is made.
const PIECES: &[&str] = &[
    "words ",
    "Сөз ",
    "**bold** ",
    "*two words* ",
    "`code` ",
    "[link](#1) ",
    "\\* ",
    "&amp; ",
    "&nbsp;",
    "____ ",
    "<!-- note --> ",
    "https://ioka.kz/ ",
    "a < b ",
    "\\\n",
    "\n",
    "\n\n1.1. ",
    "\n\n- item ",
    "«",
];

proptest! {
    /// Whatever is marked, also over the borders of bold words, links and notes.
    #[test]
    fn marks_change_no_word(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16),
        places in prop::collection::vec((0_usize..160, 0_usize..40, 0_usize..3), 0..8),
    ) {
        let mut sources = Sources::default();
        let source = format!("# Title\n\n{}", pieces.concat());
        let id = sources.add(SourceFile::new("en.md", source));
        let lang = Lang::new("en").unwrap();
        let text = parse(id, sources.get(id), &lang).0;
        let policy = made::policy(vec![text], &mut sources);
        let marks = places.into_iter().map(|(start, length, kind)| Mark {
            span: Span::new(start, start + length),
            kind: match kind {
                0 => MarkKind::Part("1".to_owned()),
                1 => MarkKind::Policy(0),
                _ => MarkKind::Definition(None),
            },
        });
        let (marked, plain) = (Links::new(marks.collect()), Links::default());
        prop_assert_eq!(words(&policy, &marked), words(&policy, &plain));
    }
}

static LANGUAGES: LazyLock<BTreeMap<Lang, Language>> = LazyLock::new(made::languages);

/// All words of a text, without any marks.
fn words(policy: &Policy, links: &Links) -> Vec<String> {
    let site = Site {
        policies: vec![policy.clone()],
        ..site()
    };
    let plan = plan(&site, "2026-01-01".parse().unwrap(), Drafts::Hidden);
    let edition = &policy.editions[0];
    let text = &edition.texts[0];
    let linking = Linking::of(links, &plan, &text.lang);
    let highlight = |code: &str, _: Option<&str>| code.to_owned();
    let language = &LANGUAGES[&text.lang];
    let view = article(edition, text, language, &highlight, &linking);
    let mut found = Vec::new();
    strings(&serde_json::to_value(view).unwrap(), &mut found);
    found
}

/// The strings of a view, without tags.
fn strings(view: &Value, found: &mut Vec<String>) {
    match view {
        Value::String(html) => {
            let parts = html.split('<').enumerate();
            let words = parts.map(|(at, part)| match (at, part.split_once('>')) {
                (1.., Some((_, words))) => words,
                _ => part,
            });
            found.push(words.collect());
        }
        Value::Array(list) => list.iter().for_each(|own| strings(own, found)),
        Value::Object(object) => object.values().for_each(|own| strings(own, found)),
        _ => {}
    }
}
