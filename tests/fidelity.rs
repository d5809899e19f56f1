//! The published text is the approved text.
//!
//! For each policy in each language, the article of the built page is compared with the approved
//! text, word by word: all words, in order, nothing missing, nothing added. The approved text was
//! taken from paper, so white space, page breaks and hyphens at the end of a line are normalised,
//! and nothing else. The items of lists are drawn as on paper, so that the lists are proved too.
//! Whatever the page adds is marked `data-ui` and is left out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::page::{one, select};
use common::real;
use common::words::{Markers, words};
use scraper::Html;

const POLICIES: [&str; 2] = ["privacy-policy", "personal-data-destruction-policy"];
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

#[test]
fn each_page_says_what_was_approved() {
    for (policy, lang) in texts() {
        for address in [format!("{lang}/{policy}/"), format!("{lang}/{policy}/1.1/")] {
            let page = real::page(&format!("{address}index.html"));
            let compared = compare(&approved(policy, lang), page);
            assert_eq!(compared, Ok(()), "{address}");
        }
    }
}

/// Side by side with the other languages, each language says what was approved in it.
#[test]
fn each_column_says_what_was_approved() {
    for (policy, lang) in texts() {
        for shown in LANGUAGES {
            let address = format!("{shown}/{policy}/1.1/parallel/");
            let page = Html::parse_document(real::page(&format!("{address}index.html")));
            let cells = select(&page, &format!("article .cell[lang={lang}]"));
            let column = cells
                .into_iter()
                .flat_map(|cell| words(cell, Markers::Paper));
            let compared = same(&approved(policy, lang), &column.collect::<Vec<_>>());
            assert_eq!(compared, Ok(()), "{lang} in {address}");
        }
    }
}

#[test]
fn what_a_page_of_columns_adds_is_marked() {
    for (policy, shown) in texts() {
        let page = real::page(&format!("{shown}/{policy}/1.1/parallel/index.html"));
        let page = Html::parse_document(page);
        // All languages at once, row by row: nothing of the article but its cells is text.
        let mut all = words(one(&page, "article"), Markers::Paper);
        let mut approved: Vec<String> = LANGUAGES
            .iter()
            .flat_map(|lang| approved(policy, lang))
            .collect();
        all.sort();
        approved.sort();
        assert_eq!(all, approved, "{policy} in {shown}");
    }
}

#[test]
fn each_article_says_what_it_holds() {
    for (policy, lang) in texts() {
        let page = Html::parse_document(real::page(&format!("{lang}/{policy}/index.html")));
        let article = one(&page, "article").value();
        assert_eq!(article.attr("data-policy"), Some(policy));
        assert_eq!(article.attr("data-edition"), Some("1.1"));
        assert_eq!(article.attr("lang"), Some(lang));
    }
}

#[test]
fn a_dropped_item_is_noticed() {
    for (policy, lang) in texts() {
        let (approved, page) = (approved(policy, lang), real::page(&address(policy, lang)));
        let article = page.find("<article").unwrap();
        let items: Vec<usize> = page.match_indices("<li>").map(|(at, _)| at).collect();
        let items = items.into_iter().filter(|at| *at > article);
        for start in items {
            let Some(end) = page[start..].find("</li>") else {
                continue;
            };
            let without = format!("{}{}", &page[..start], &page[start + end + "</li>".len()..]);
            assert!(
                compare(&approved, &without).is_err(),
                "{policy} {lang} {start}"
            );
        }
    }
}

#[test]
fn a_flipped_letter_an_added_word_and_a_lost_full_stop_are_noticed() {
    let flaws = [
        ("(three) business", "(thrее) business"), // the two е are Cyrillic
        ("(three) business", "(three) (3) business"),
        ("3 (three)", "5 (three)"),
        ("on its basis,", "on its basis"),
        (
            "<span class=\"number\">4.4.</span>",
            "<span class=\"number\">4.5.</span>",
        ),
        ("Edition 1.1, approved", "Edition 1.1 approved"),
        ("Last Updated: 10", "Last Updated: 11"),
        ("“User”", "\"User\""),
    ];
    let mut met = 0;
    for policy in POLICIES {
        let (approved, page) = (approved(policy, "en"), real::page(&address(policy, "en")));
        let start = page.find("<article").unwrap();
        let (before, article) = page.split_at(start);
        for (right, wrong) in flaws.iter().filter(|(right, _)| article.contains(right)) {
            let flawed = format!("{before}{}", article.replacen(right, wrong, 1));
            assert!(compare(&approved, &flawed).is_err(), "{right} → {wrong}");
            met += 1;
        }
    }
    assert!(met > flaws.len(), "only {met} flaws were tried");
}

#[test]
fn what_the_page_adds_is_no_part_of_the_text() {
    let page = real::page(&address("personal-data-destruction-policy", "kk"));
    let unmarked = page.replace(" data-ui", "");
    let approved = approved("personal-data-destruction-policy", "kk");
    // The space after «1.1.» is the page's: on paper the number touches its clause.
    assert!(compare(&approved, &unmarked).is_err());
}

fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    POLICIES
        .iter()
        .flat_map(|policy| LANGUAGES.map(|lang| (*policy, lang)))
}

fn address(policy: &str, lang: &str) -> String {
    format!("{lang}/{policy}/index.html")
}

/// The words of the approved text.
fn approved(policy: &str, lang: &str) -> Vec<String> {
    let path = format!("tests/fixtures/approved/{policy}.{lang}.txt");
    let text = std::fs::read_to_string(real::root().join(path)).unwrap();
    let mut joined = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        joined.push_str(line);
        let stem = line.strip_suffix('-').unwrap_or_default();
        if !stem.ends_with(char::is_alphabetic) {
            joined.push(' ');
        }
    }
    joined.split_whitespace().map(str::to_owned).collect()
}

/// Compares the words of a page's article with the approved ones.
fn compare(approved: &[String], page: &str) -> Result<(), String> {
    let page = Html::parse_document(page);
    same(approved, &words(one(&page, "article"), Markers::Paper))
}

/// An error names the first word that differs, with some words before it.
fn same(approved: &[String], published: &[String]) -> Result<(), String> {
    if published == approved {
        return Ok(());
    }
    let same = published
        .iter()
        .zip(approved)
        .take_while(|(a, b)| a == b)
        .count();
    let near = |words: &[String]| {
        let from = same.saturating_sub(6).min(words.len());
        words[from..(same + 4).min(words.len())].join(" ")
    };
    Err(format!(
        "approved: {}\npublished: {}",
        near(approved),
        near(published)
    ))
}
