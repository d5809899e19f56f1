//! Proves that Hugo makes the pages that are made here: the same elements in the same order, with the same
//! attributes, and the same words in them, on each page of each policy in each language, and on the
//! indexes; and the same feeds. Programs that do not do the same are not worth comparing.
//!
//! Left out is what Hugo cannot know, because it takes the languages' forms of words: which words define a
//! term, and links to definitions and to clauses that a sentence names. Addresses count by where they
//! lead, white space as one space, and names of stylesheets, scripts and pictures do not count.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use scraper::{ElementRef, Html, Node};

use super::hugo::{LANGUAGES, policies};

/// Fewer elements and words than any page has.
const FEWEST: usize = 100;

/// Compares the pages and feeds of two builds of a site; one that differs ends the benchmark, with the
/// first element or words that differ.
pub(crate) fn compare(site: &Path, public: &Path, hugo: &Path) {
    let policies = policies(site);
    assert!(!policies.is_empty(), "policies to compare");
    let names = policies.iter().filter_map(|policy| policy.file_name());
    let mut folders: Vec<PathBuf> = names.map(PathBuf::from).collect();
    folders.push(PathBuf::new());
    for lang in LANGUAGES {
        folders.par_iter().for_each(|folder| {
            let folder = Path::new(lang).join(folder);
            let page = folder.join("index.html");
            let [own, other] = [public, hugo].map(|root| parts(&root.join(&page), &folder));
            for (own, other) in own.iter().zip(&other) {
                assert_eq!(own, other, "Hugo's page differs: {}", page.display());
            }
            assert_eq!(own.len(), other.len(), "{}", page.display());
            assert!(own.len() > FEWEST, "{} is a page", page.display());
            let feed = folder.join("feed.xml");
            let [own, other] = [public, hugo].map(|root| feed_of(&root.join(&feed)));
            assert_eq!(own, other, "Hugo's feed differs: {}", feed.display());
        });
    }
}

/// A feed without the white space around its elements.
fn feed_of(file: &Path) -> Vec<String> {
    let feed = read(file);
    assert!(feed.contains("<entry>"), "{} is a feed", file.display());
    let pieces = feed.split('<').flat_map(|piece| piece.split('>'));
    let pieces = pieces.map(|piece| piece.trim().trim_end_matches('/').to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// The elements and words of a page in a folder of the site, in order.
fn parts(file: &Path, folder: &Path) -> Vec<String> {
    let mut parts = Vec::new();
    let page = Html::parse_document(&read(file));
    add(page.root_element(), folder, &mut parts);
    let parts = parts.into_iter().map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|_| panic!("no {}", file.display()))
}

fn add(element: ElementRef<'_>, folder: &Path, parts: &mut Vec<String>) {
    let own = element.value();
    let is = |name: &str, value: &str| own.attr(name) == Some(value);
    if is("name", "generator") {
        return;
    }
    let is_file = is("rel", "stylesheet") || is("rel", "icon");
    let known_to_grammar = own.name() == "dfn" || is("class", "term") || is("class", "ref");
    if !known_to_grammar {
        let attributes = own.attrs().filter_map(|(name, value)| match name {
            "data-definition" => None,
            "src" => Some(" src".to_owned()),
            "href" if is_file => Some(" href".to_owned()),
            "href" => Some(format!(" {name}={}", led(value, folder))),
            _ => Some(format!(" {name}={value}")),
        });
        let attributes: String = attributes.collect();
        parts.push(format!("<{}{attributes}>", own.name()));
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => say(text, parts),
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    add(child, folder, parts);
                }
            }
        }
    }
    if !known_to_grammar {
        parts.push(format!("</{}>", own.name()));
    }
}

/// Adds words to those before them. White space is one space, whatever it is made of.
fn say(text: &str, parts: &mut Vec<String>) {
    if parts.last().is_none_or(|last| last.starts_with('<')) {
        parts.push(String::new());
    }
    let Some(last) = parts.last_mut() else {
        return;
    };
    for c in text.chars() {
        match c.is_ascii_whitespace() {
            true if last.ends_with(' ') => {}
            true => last.push(' '),
            false => last.push(c),
        }
    }
}

/// Where an address leads that stands on a page in a folder.
fn led(address: &str, folder: &Path) -> String {
    let address = address.strip_suffix("index.html").unwrap_or(address);
    if address.contains(':') || address.starts_with(['#', '/']) {
        return address.to_owned();
    }
    let mut folder = Path::new("/").join(folder);
    let mut rest = address;
    while let Some(further) = rest.strip_prefix("../") {
        folder.pop();
        rest = further;
    }
    folder.join(rest).display().to_string()
}
