//! What is set here is what the templates make, minified.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::sheet::Sheet;
use super::tag::A;
use super::{Sets, article, cells, rows};
use crate::lang::Language;
use crate::links::{Links, Mark, MarkKind};
use crate::load::{Loaded, load};
use crate::model::{Edition, Lang, Site as Published, Text};
use crate::parse::parse;
use crate::render::Engine;
use crate::site::{Drafts, Linking, PageKind, SideBySideView, View, plan, view};
use crate::source::{SourceFile, Span};

/// What texts are made of: lines, and pieces of lines.
const PIECES: [&str; 49] = [
    "# Annex\n",
    "## 1. Section {#name}\n",
    "## 2.Glued\n",
    "## Unnumbered *in part*\n",
    "### Below a section\n",
    "###### As deep as headings go\n",
    "\n1.1. Words with **strong ones** in them.\n",
    "\n1.2.Glued words\n",
    "\n1.1.1. {#clause} Deeper\n\nand a second paragraph\n",
    "\n2.1.\n",
    "\n- an entry\n- another\n\n  of two paragraphs\n",
    "\n1) typed\n2) *marked*\n",
    "\n- an entry:\n  - with one below\n",
    "\nа) a letter\nб) another\n",
    "\n```table\n- - Head\n  - Second “head”\n- - one\n  -\n- - two\n  - - an\n    - entry\n```\n",
    "\n| a | b |\n|---|---|\n| 1 | **2** |\n| 3 |\n",
    "\n```form\nI, ________, agree.\n\n1. to this\n\nCity _____ ||| «__» ____ 20__\n```\n",
    "\n```rust\nfn main() {}\n```\n",
    "\n",
    "\n\n",
    "words ",
    "слова  ",
    "құжат, ",
    "a \u{A0} b ",
    "\u{A0}",
    " _emphasis_ ",
    " **strong** ",
    "**a**b",
    " `code  x` ",
    " [link](https://ioka.kz/a?b=c&d=e) ",
    " [site](https://ioka.kz) ",
    " https://ioka.kz/x ",
    "[below](#1.1)",
    "[nowhere]()",
    " <mail@ioka.kz> ",
    " ____ ",
    "one\\\ntwo ",
    "R & D ",
    "AT&T ",
    "&lt; &amp;amp; ",
    "5 < 6 > 4 ",
    "“quoted” \"so\" and 'so' ",
    "`a` **b** _c_",
    "=`\"'",
    "x\ty ",
    "& ",
    "&",
    " *a * b*",
    "\u{20D2}",
];

struct Site {
    loaded: Loaded,
    engine: Engine,
}

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/small");
    let loaded = load(std::path::Path::new(root)).unwrap();
    let engine = Engine::new(&loaded.theme, &loaded.sources, loaded.site_file).unwrap();
    let engine = engine.by_templates();
    Site { loaded, engine }
});

impl Site {
    fn edition(&self) -> &Edition {
        &self.loaded.site.policies[0].editions[0]
    }

    fn language(&self) -> &Language {
        self.loaded.languages.values().next().unwrap()
    }
}

fn read(source: &str) -> Text {
    read_in("en", source)
}

fn read_in(lang: &str, source: &str) -> Text {
    let lang = Lang::new(lang).unwrap();
    parse(
        SITE.loaded.site_file,
        &SourceFile::new("en.md", source),
        &lang,
    )
    .0
}

/// Marks at places of a text, each of some length.
fn marks(source: &str, places: &[(usize, usize, u8)]) -> Links {
    let marks = places.iter().map(|(start, length, kind)| {
        let start = source.floor_char_boundary(start % (source.len() + 1));
        let end = source.floor_char_boundary(start + length);
        let kind = match kind % 4 {
            0 => MarkKind::Part("1.1".to_owned()),
            1 => MarkKind::Term("term-a".to_owned()),
            2 => MarkKind::Definition(Some("term-b".to_owned())),
            _ => MarkKind::Definition(None),
        };
        Mark {
            span: Span::new(start, end),
            kind,
        }
    });
    Links::new(marks.collect())
}

/// The page in the first language of a site that sets the languages side by side.
fn page_of(site: &Published, languages: &BTreeMap<Lang, Language>) -> SideBySideView {
    let plan = plan(site, jiff::civil::date(2026, 1, 15), Drafts::Shown);
    let mut pages = plan.pages.iter();
    let page = pages.find(|page| matches!(page.kind, PageKind::SideBySide(..)));
    match view(&plan, page.unwrap(), languages, &[]) {
        Some(View::SideBySide(view)) => *view,
        other => panic!("{other:?}"),
    }
}

fn source() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24);
    pieces.prop_map(|pieces| format!("# Title\n\n{}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_set_as_its_template_sets_it(
        source in source(),
        places in prop::collection::vec((0..2000usize, 1..40usize, 0..4u8), 0..6),
    ) {
        let text = read(&source);
        let (links, edition, language) = (marks(&source, &places), SITE.edition(), SITE.language());
        let linking = Linking::within(&links);
        let set = article("sample", edition, &text, language, &linking);
        // Too few that are set fail the test.
        prop_assume!(set.is_some());
        let made = SITE.engine.article("sample", edition, &text, language, &linking).unwrap();
        prop_assert_eq!(set, Some(made.html), "{}", source);
    }

    #[test]
    fn the_units_of_a_text_are_set_as_their_template_sets_them(source in source()) {
        let edition = Edition { texts: vec![read(&source)], ..SITE.edition().clone() };
        let none = Links::default();
        let set = cells(&edition, &edition.texts[0], SITE.language(), &Linking::within(&none));
        prop_assume!(set.is_some());
        let made = SITE.engine.cells("sample", &edition, &SITE.loaded.languages).unwrap();
        prop_assert_eq!(set, Some(made), "{}", source);
    }

    #[test]
    fn languages_side_by_side_are_set_as_their_template_sets_them(
        en in source(),
        ru in source(),
        name in prop::sample::select(&["Русский", " a  < b ", "R & D", "\"Q\" 'q'"][..]),
        direction in prop::sample::select(&["ltr", "rtl"][..]),
    ) {
        let mut languages = SITE.loaded.languages.clone();
        let other = languages.values_mut().nth(1).unwrap();
        (other.name, other.direction) = (name.to_owned(), direction.to_owned());
        let mut site = SITE.loaded.site.clone();
        let edition = &mut site.policies[0].editions[0];
        edition.texts = vec![read_in("en", &en), read_in("ru", &ru)];
        let cells = SITE.engine.cells("sample", edition, &SITE.loaded.languages).unwrap();
        let (view, language) = (page_of(&site, &languages), SITE.language());
        let set = rows(&view, language, &cells);
        prop_assume!(set.is_some());
        let made = SITE.engine.rows(&view, language, &cells, "a page").unwrap();
        prop_assert_eq!(set, Some(made), "{}\n{}", en, ru);
    }
}

#[test]
fn the_default_theme_is_set_without_its_templates() {
    let sets = Sets::by(&SITE.loaded.theme, &SITE.loaded.sources);
    assert!(sets.texts && sets.rows, "{sets:?}");
}

#[test]
fn what_has_no_value_is_left_to_the_templates() {
    for (value, sets) in [("", false), ("x", true)] {
        let mut sheet = Sheet::default();
        sheet.begin(A, &[("aria-label", Some(value)), ("data-ui", None)]);
        sheet.end(A);
        assert_eq!(sheet.finish().is_some(), sets, "{value:?}");
    }
}

#[test]
fn what_only_the_templates_can_set_is_left_to_them() {
    for odd in ["```rust\nfn main() {}\n```", "AT&T", "a &", "x\u{20D2}"] {
        let none = Links::default();
        let text = read(&format!("# Title\n\n{odd}\n"));
        let linking = Linking::within(&none);
        let set = article("sample", SITE.edition(), &text, SITE.language(), &linking);
        assert_eq!(set, None, "{odd}");
    }
}
