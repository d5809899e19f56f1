use std::borrow::Cow;

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};

use crate::load::Asset;

/// A stylesheet as it is published: one of the theme, or several joined.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    /// Its path below the theme's `assets/`.
    pub(super) name: Cow<'t, str>,
    /// What it holds.
    pub(super) bytes: Cow<'t, [u8]>,
}

/// The name of the sheet that stylesheets for all pages are joined in.
const JOINED: &str = "styles.css";

/// The stylesheets of a theme without what no browser needs. Those for all pages, which lie right in
/// `assets/`, are joined, so that a reader waits for one file. A sheet that cannot be read, and one that
/// imports others and so has to come first, stays as it is.
pub(super) fn stylesheets(assets: &[Asset]) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    let mut joined = String::new();
    for asset in assets.iter().filter(|asset| asset.path.ends_with(".css")) {
        match tidied(&asset.bytes) {
            Some(css) if !asset.path.contains('/') => joined.push_str(&css),
            Some(css) => sheets.push(Sheet {
                name: Cow::Borrowed(&asset.path),
                bytes: Cow::Owned(css.into_bytes()),
            }),
            None => sheets.push(Sheet {
                name: Cow::Borrowed(&asset.path),
                bytes: Cow::Borrowed(&asset.bytes),
            }),
        }
    }
    if !joined.is_empty() {
        let joined = Sheet {
            name: Cow::Borrowed(JOINED),
            bytes: Cow::Owned(joined.into_bytes()),
        };
        sheets.insert(0, joined);
    }
    sheets
}

/// A stylesheet without comments and spaces; `None` when it cannot be read or has to stay alone.
fn tidied(bytes: &[u8]) -> Option<String> {
    let css = std::str::from_utf8(bytes).ok()?;
    if css.contains("@import") || css.contains("@charset") || css.contains("@namespace") {
        return None;
    }
    let sheet = StyleSheet::parse(css, ParserOptions::default()).ok()?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    });
    Some(printed.ok()?.code)
}

#[cfg(test)]
mod tests {
    use super::stylesheets;
    use crate::load::Asset;

    /// The sheets of a theme: their names and what they hold.
    fn published(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let assets = files.iter().map(|(path, css)| Asset {
            path: (*path).to_owned(),
            bytes: css.as_bytes().to_vec(),
        });
        let assets: Vec<Asset> = assets.collect();
        let sheets = stylesheets(&assets).into_iter();
        let sheets = sheets.map(|sheet| {
            let css = String::from_utf8(sheet.bytes.into_owned()).unwrap();
            (sheet.name.into_owned(), css)
        });
        sheets.collect()
    }

    #[test]
    fn sheets_for_all_pages_are_one_file() {
        let files = [
            ("a.css", "p { color: #ffffff }"),
            ("b.css", "/* why */ q { top: 0 }"),
            ("pages/history.css", "i { left: 0 }"),
            ("favicon.svg", "<svg/>"),
        ];
        let expected = [
            ("styles.css", "p{color:#fff}q{top:0}"),
            ("pages/history.css", "i{left:0}"),
        ];
        assert_eq!(
            published(&files),
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }

    #[test]
    fn a_sheet_that_cannot_be_read_stays_as_it_is() {
        let files = [
            ("a.css", "p { color: red"),
            ("b.css", "p } {{ color"),
            ("c.css", "@import 'd.css'; p { top: 0 }"),
        ];
        let names: Vec<String> = published(&files)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["styles.css", "b.css", "c.css"]);
    }

    /// Declarations that older browsers fall back on are kept before those that replace them.
    #[test]
    fn fallbacks_are_kept() {
        let css = "p::before { content: \"#\"; content: \"#\" / \"\"; text-wrap: pretty }";
        let expected = "p:before{content:\"#\";content:\"#\" / \"\";text-wrap:pretty}";
        assert_eq!(published(&[("a.css", css)])[0].1, expected);
    }
}
