//! What an address asks for.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use crate::config::Day;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// A file of the site.
    File(View, String),
    /// What was found about the page in a file of the site.
    Notes(View, String),
    /// The list of all findings.
    Findings,
    /// To be told of changes.
    Events,
    /// A file of the preview itself.
    Own(String),
    /// Nothing that a site can have.
    Nothing,
}

/// How the site is to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// The day and whether drafts are shown; `None` as the preview was started.
    pub(super) other: Option<(Option<Date>, bool)>,
}

/// The folder of what belongs to the preview and not to the site.
pub(super) const FOLDER: &str = "_tarmaq";

/// Reads the path of a request. What could leave the site's folder is nothing that a site can have:
/// `..`, backslashes, an encoded slash, control characters.
pub(super) fn route(path: &str) -> Route {
    let Some(path) = decoded(path) else {
        return Route::Nothing;
    };
    let Some(own) = path.strip_prefix(FOLDER).and_then(|p| p.strip_prefix('/')) else {
        return Route::File(View::default(), file(&path));
    };
    if let Some((view, rest)) = own.strip_prefix("as/").and_then(view) {
        return Route::File(view, file(rest));
    }
    if let Some(rest) = own.strip_prefix("notes/") {
        let seen = rest
            .strip_prefix(FOLDER)
            .and_then(|p| p.strip_prefix("/as/"));
        return match seen.and_then(view) {
            Some((view, rest)) => Route::Notes(view, file(rest)),
            None => Route::Notes(View::default(), file(rest)),
        };
    }
    match own {
        "findings/" | "findings/index.html" => Route::Findings,
        "events" => Route::Events,
        _ => Route::Own(own.to_owned()),
    }
}

/// A view and the path behind it: `today/`, `2026-03-01+drafts/en/`.
fn view(path: &str) -> Option<(View, &str)> {
    let (view, rest) = path.split_once('/')?;
    let (day, drafts) = match view.strip_suffix("+drafts") {
        Some(day) => (day, true),
        None => (view, false),
    };
    let day = match day {
        "today" => None,
        day => Some(Day::parse(day)?.0),
    };
    let other = Some((day, drafts));
    Some((View { other }, rest))
}

/// The file behind a path: a folder is its `index.html`.
fn file(path: &str) -> String {
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    }
}

/// The path below the root, decoded.
fn decoded(path: &str) -> Option<String> {
    let path = path.strip_prefix('/')?;
    if path.to_ascii_lowercase().contains("%2f") {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let inner = path.strip_suffix('/').unwrap_or(&path);
    let fits = |part: &str| !matches!(part, "" | "." | "..");
    let fits = inner.is_empty() || inner.split('/').all(fits);
    let plain = !path.contains(|c: char| c.is_control() || c == '\\');
    (fits && plain && path != "/").then(|| path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Route, View, route};

    fn file(path: &str) -> Route {
        Route::File(View::default(), path.to_owned())
    }

    #[test]
    fn a_folder_is_its_page() {
        assert_eq!(route("/"), file("index.html"));
        assert_eq!(route("/en/notice/"), file("en/notice/index.html"));
        assert_eq!(route("/en/feed.xml"), file("en/feed.xml"));
        assert_eq!(route("/%D0%B0.txt"), file("а.txt"));
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for path in [
            "/../secret",
            "/en/../../secret",
            "/%2e%2e/secret",
            "/en/%2E%2E/%2e%2e/secret",
            "/..%2fsecret",
            "/..%5csecret",
            "/en\\..\\secret",
            "//etc/passwd",
            "/en//x",
            "/./x",
            "/%00",
            "/%FF",
            "en/",
            "",
        ] {
            assert_eq!(route(path), Route::Nothing, "{path}");
        }
    }

    #[test]
    fn a_day_and_drafts_stand_before_the_path() {
        let day = Some(jiff::civil::date(2026, 3, 1));
        for (path, other) in [
            ("/_tarmaq/as/2026-03-01/en/", (day, false)),
            ("/_tarmaq/as/2026-03-01+drafts/en/", (day, true)),
            ("/_tarmaq/as/today+drafts/en/", (None, true)),
        ] {
            let view = View { other: Some(other) };
            assert_eq!(route(path), Route::File(view, "en/index.html".to_owned()));
            let notes = route(&format!("/_tarmaq/notes{path}"));
            assert_eq!(notes, Route::Notes(view, "en/index.html".to_owned()));
        }
        let unread = Route::Own("as/2026-13-01/en/".to_owned());
        assert_eq!(route("/_tarmaq/as/2026-13-01/en/"), unread);
    }
}
