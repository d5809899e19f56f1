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
    /// The HTML pages, by path.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, Html)> {
        let pages = self
            .files
            .iter()
            .filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), Html::parse_document(utf8(bytes))))
    }

    /// A file as text.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> &str {
        utf8(&self.files[path])
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
