//! A site of as many policies as are asked for, made of the repository's own.

use std::fs;
use std::path::Path;

use super::older;

const POLICIES: [&str; 2] = ["privacy-policy", "personal-data-destruction-policy"];
const FILES: [&str; 4] = ["edition.yaml", "kk.md", "ru.md", "en.md"];

/// What a clause is changed by, in each language.
const MORE: [(&str, &str); 3] = [
    ("kk.md", "Сонымен қатар"),
    ("ru.md", "Кроме того"),
    ("en.md", "Moreover"),
];

/// What an entry of a list of acceptances begins with.
const ENTRY: &str = "  - rule: ";

/// Writes the site to a folder. Each policy has a title of its own, so that no two pages are the
/// same, and as many editions as are asked for: the real text is that of the newest one.
pub(crate) fn write(
    repository: &Path,
    site: &Path,
    policies: usize,
    editions: usize,
    kinds: Kinds,
) {
    let content = repository.join("content");
    for number in 0..policies {
        let source = content.join(POLICIES[number % POLICIES.len()]).join("1.1");
        let policy = site.join(format!("content/policy-{number:05}"));
        for age in 0..editions {
            let edition = policy.join(format!("1.{}", editions - age));
            fs::create_dir_all(&edition).expect("a folder for an edition");
            for file in FILES {
                let text = fs::read_to_string(source.join(file)).expect("a real text");
                let text = match file {
                    "edition.yaml" => older::facts(&without_twins(&text), editions, age),
                    _ => older::text(&titled(&text, number), age),
                };
                fs::write(edition.join(file), text).expect("a text");
            }
        }
        fs::write(policy.join("policy.yaml"), format!("position: {number}\n"))
            .expect("policy.yaml");
    }
    for file in ["site.yaml", "content/glossary.yaml"] {
        fs::copy(repository.join(file), site.join(file)).expect(file);
    }
    if kinds == Kinds::Plain {
        let path = site.join("site.yaml");
        let text = fs::read_to_string(&path).expect("site.yaml");
        let pages = "pages: { editions: no, search: no }\n";
        fs::write(path, format!("{text}{pages}")).expect("site.yaml");
    }
}

/// Changes the words of one clause of one policy in all languages, otherwise in each round. In one
/// language alone it would be an error where there are older editions.
pub(crate) fn change(site: &Path, round: usize) {
    let policy = site.join(format!("content/policy-{round:05}"));
    let editions = fs::read_dir(policy).expect("editions");
    let folders = editions.map(|entry| entry.expect("an edition").path());
    let newest = folders.filter(|path| path.is_dir()).max();
    let newest = newest.expect("an edition");
    for (file, more) in MORE {
        let path = newest.join(file);
        let text = fs::read_to_string(&path).expect("a text");
        assert!(text.contains("1.1."), "a clause");
        let changed = text.replacen("1.1.", &format!("1.1. {more},"), 1);
        fs::write(path, changed).expect("a text");
    }
}

/// Which pages are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinds {
    /// Those that any generator makes: each policy once a language, index, feeds, sitemap.
    Plain,
    /// All there are.
    All,
}

impl Kinds {
    /// What the table calls them.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "policies alone",
            Self::All => "all",
        }
    }
}

/// A text with a number behind its title.
fn titled(text: &str, number: usize) -> String {
    let title = text.strip_prefix("# ").and_then(|own| own.split_once('\n'));
    let (title, rest) = title.expect("a title");
    format!("# {title} {number}\n{rest}")
}

/// An `edition.yaml` without what it accepts of twins: the same text stands in many policies of the
/// corpus, and that its translation differs is told of one of them only.
fn without_twins(text: &str) -> String {
    // Each piece ends with the mark that the next entry begins with.
    let mut pieces = text.split_inclusive(ENTRY);
    let head = pieces.next().unwrap_or_default().to_owned();
    let kept = pieces.filter(|entry| !entry.starts_with("twin-mismatch"));
    let kept = kept.fold(head, |text, entry| text + entry);
    kept.trim_end_matches(ENTRY).to_owned()
}
