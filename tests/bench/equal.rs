//! Proves that Hugo makes the pages that are made here: the same elements in the same order, with the same
//! attributes, and the same words in them, in all languages. A comparison of programs that do not do the same says nothing.
//!
//! Left out is what Hugo cannot know, because it takes the languages' forms of words: which words define a
//! term, and links to definitions and to clauses that a sentence names. Addresses count by where they
//! lead, white space and the names of stylesheets and scripts do not count.

use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node};

use super::hugo::{LANGUAGES, policies};

/// So many policies are compared: all kinds of the corpus.
const POLICIES: usize = 4;

/// Compares the pages of two builds of a site; the first that differs ends the benchmark, with the first
/// element or words that differ.
pub(crate) fn compare(site: &Path, public: &Path, hugo: &Path) {
    let policies = policies(site).into_iter().take(POLICIES);
    let names = policies.map(|policy| policy.file_name().unwrap_or_default().to_owned());
    let mut pages = vec![Path::new("").to_owned()];
    pages.extend(names.map(|name| Path::new(&name).to_owned()));
    for lang in LANGUAGES {
        for page in &pages {
            let path = Path::new(lang).join(page).join("index.html");
            let [own, other] = [public, hugo].map(|root| parts(&root.join(&path), &path));
            for (own, other) in own.iter().zip(&other) {
                assert_eq!(own, other, "Hugo's page differs: {}", path.display());
            }
            assert_eq!(own.len(), other.len(), "{}", path.display());
        }
    }
}

/// The elements and words of a page, in order.
fn parts(file: &Path, path: &Path) -> Vec<String> {
    let html = fs::read_to_string(file).unwrap_or_else(|_| panic!("no {}", file.display()));
    let mut parts = Vec::new();
    add(Html::parse_document(&html).root_element(), path, &mut parts);
    parts
}

fn add(element: ElementRef<'_>, path: &Path, parts: &mut Vec<String>) {
    let own = element.value();
    let is = |name: &str, value: &str| own.attr(name) == Some(value);
    if is("name", "generator") || is("rel", "stylesheet") || is("rel", "icon") {
        return;
    }
    let known_to_grammar = own.name() == "dfn" || is("class", "term") || is("class", "ref");
    if !known_to_grammar {
        let attributes = own.attrs().filter_map(|(name, value)| match name {
            "data-definition" | "src" => None,
            "href" => Some(format!(" {name}={}", led(value, path))),
            _ => Some(format!(" {name}={value}")),
        });
        parts.push(format!(
            "<{}{}>",
            own.name(),
            attributes.collect::<String>()
        ));
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => say(text, parts),
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    add(child, path, parts);
                }
            }
        }
    }
    if !known_to_grammar {
        parts.push(format!("</{}>", own.name()));
    }
}

/// Adds words to those before them.
fn say(text: &str, parts: &mut Vec<String>) {
    let words: String = text.split_whitespace().collect();
    match parts.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.starts_with('"') => last.push_str(&words),
        _ => parts.push(format!("\"{words}")),
    }
}

/// Where an address leads that stands on a page.
fn led(address: &str, path: &Path) -> String {
    let address = address.strip_suffix("index.html").unwrap_or(address);
    if address.contains(':') || address.starts_with(['#', '/']) {
        return address.to_owned();
    }
    let mut folder = Path::new("/").join(path.parent().unwrap_or(path));
    let mut rest = address;
    while let Some(further) = rest.strip_prefix("../") {
        folder.pop();
        rest = further;
    }
    folder.join(rest).display().to_string()
}
