//! The sites that the tests of this program look at, each built once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use scraper::Html;

use crate::common::real;
use crate::common::sample::Sample;

/// A built site.
pub(crate) struct Built {
    pub(crate) base_url: &'static str,
    pub(crate) languages: &'static [&'static str],
    pub(crate) files: &'static BTreeMap<String, Vec<u8>>,
}

/// The sample site and the site of this repository.
pub(crate) fn both() -> [Built; 2] {
    let sample = Built {
        base_url: "https://sample.example/legal",
        languages: &["ru", "en"],
        files: sample(),
    };
    let real = Built {
        base_url: "https://ioka.kz",
        languages: &["kk", "ru", "en"],
        files: real::site(),
    };
    [sample, real]
}

/// The sample site, the site of this repository, and the site whose policies live through editions,
/// with its drafts.
pub(crate) fn all() -> Vec<Built> {
    let [sample, real] = both();
    vec![sample, real, history()]
}

/// The day that the site of [`history`] is built for.
pub(crate) const LATER: &str = "2026-11-01";

/// The site whose policies live through editions, with its drafts.
pub(crate) fn history() -> Built {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let files = SITE.get_or_init(|| {
        let sample = Sample::history();
        sample
            .run(&["build", "--date", LATER, "--drafts"])
            .expect(0);
        sample.site()
    });
    Built {
        base_url: "https://ulgi-pay.example.com/legal",
        languages: &["kk", "ru", "en"],
        files,
    }
}

/// The files of the sample site.
pub(crate) fn sample() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE.get_or_init(|| {
        let sample = Sample::full();
        sample.build().expect(0);
        sample.site()
    })
}

impl Built {
    /// The path of a page in another language: of a comparative table in two languages side by side,
    /// one is always the first of the site.
    pub(crate) fn counterpart(&self, path: &str, other: &str) -> String {
        let (lang, rest) = path.split_once('/').unwrap_or(("", path));
        let Some((table, beside)) = rest.split_once("/table/") else {
            return format!("{other}/{rest}");
        };
        let first = self.languages[0];
        let partner = match beside.strip_suffix("/index.html") {
            None => return format!("{other}/{rest}"),
            Some(beside) if other == lang => beside,
            Some(_) if other == first => lang,
            Some(_) => first,
        };
        format!("{other}/{table}/table/{partner}/index.html")
    }

    /// The paths of the HTML pages.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &'static str> {
        let paths = self.files.keys().map(String::as_str);
        paths.filter(|path| path.ends_with(".html"))
    }

    /// The HTML pages, by path.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&'static str, Html)> {
        self.pages_at(|_| true)
    }

    /// The HTML pages at some paths. To read a page takes its time: the others are not read.
    pub(crate) fn pages_at(
        &self,
        at: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (&'static str, Html)> {
        let paths = self.paths().filter(move |path| at(path));
        paths.map(|path| (path, Html::parse_document(utf8(&self.files[path]))))
    }

    /// A file as text.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> &str {
        utf8(&self.files[path])
    }

    /// The address that a page's text is known by: the policy's, for the edition it shows.
    pub(crate) fn canonical(&self, path: &str) -> String {
        let parts: Vec<&str> = path.split('/').collect();
        let [lang, policy, edition, _] = parts[..] else {
            return self.url(path);
        };
        let current = format!("{lang}/{policy}/index.html");
        let shown = format!("data-edition={edition} ");
        let shows = |bytes: &Vec<u8>| utf8(bytes).contains(&shown);
        match self.files.get(&current).is_some_and(shows) {
            true => self.url(&current),
            false => self.url(path),
        }
    }

    /// The file behind a full address.
    #[track_caller]
    pub(crate) fn file(&self, url: &str) -> String {
        let path = url
            .strip_prefix(self.base_url)
            .and_then(|path| path.strip_prefix('/'));
        let path = path.unwrap_or_else(|| panic!("{url}"));
        match path.is_empty() || path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path.to_owned(),
        }
    }

    /// The full address of a page.
    pub(crate) fn url(&self, path: &str) -> String {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        format!("{}/{folder}", self.base_url)
    }
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
