//! The answer to a request, apart from how it travels.

use super::insert::insert;
use super::kind::{HTML, kind};
use super::list;
use super::notes::Notes;
use super::preview::{Preview, Shown, Why};
use super::route::Route;
use crate::driver::Occasion;
use crate::site::escape;

/// An answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// Its number in HTTP.
    pub(super) status: u16,
    /// What kind of file it is.
    pub(super) kind: &'static str,
    pub(super) body: Vec<u8>,
    /// The name of this state of what it holds, where a browser may keep it.
    pub(super) tag: Option<String>,
    /// Where the browser is to go instead.
    pub(super) location: Option<String>,
}

/// The script of the preview.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("browser/state.js"),
    include_str!("browser/news.js"),
    include_str!("browser/page.js"),
    include_str!("browser/patch.js"),
    include_str!("browser/notes.js"),
    include_str!("browser/bar.js"),
    include_str!("browser/cover.js"),
    "listen();\n})();\n"
);

/// Answers what was asked for. `path` is the path as it was asked for, without the question behind it.
pub(super) fn answer(preview: &Preview, route: &Route, path: &str) -> Answer {
    match route {
        Route::File(view, file) => {
            let occasion = preview.occasion(*view);
            file_at(preview, occasion, file, path)
        }
        Route::Notes(view, file) => {
            let notes = Notes::of(preview, preview.occasion(*view), file);
            Answer {
                status: 200,
                kind: "application/json",
                body: serde_json::to_vec(&notes).unwrap_or_default(),
                ..Answer::default()
            }
        }
        Route::Findings => {
            let state = preview.state();
            let page = list::page(&preview.live(), &state);
            Answer {
                status: 200,
                kind: HTML,
                body: page.into_bytes(),
                ..Answer::default()
            }
        }
        Route::Own(name) => own(name),
        Route::Events | Route::Nothing => nothing(),
    }
}

/// A file of the preview itself.
fn own(name: &str) -> Answer {
    let (kind, text) = match name {
        "preview.js" => ("text/javascript; charset=utf-8", SCRIPT),
        "preview.css" => (
            "text/css; charset=utf-8",
            include_str!("browser/preview.css"),
        ),
        "findings.css" => (
            "text/css; charset=utf-8",
            include_str!("browser/findings.css"),
        ),
        _ => return nothing(),
    };
    let tag = blake3::hash(text.as_bytes()).to_hex()[..20].to_owned();
    Answer {
        status: 200,
        kind,
        body: text.as_bytes().to_vec(),
        tag: Some(tag),
        location: None,
    }
}

fn nothing() -> Answer {
    Answer {
        status: 404,
        kind: "text/plain; charset=utf-8",
        body: b"There is no such page.\n".to_vec(),
        ..Answer::default()
    }
}

/// A file of the site.
fn file_at(preview: &Preview, occasion: Occasion, file: &str, path: &str) -> Answer {
    // Asked before the page is made: what is newer than it says is fetched once more.
    let state = preview.state();
    let (status, page) = match preview.show(occasion, file) {
        Shown::Good(page) => (200, page),
        // The page that is in the browser stays there; one that is opened now is the last good one.
        Shown::Stale(page, _) => (503, page),
        Shown::Broken(why) => return broken(preview, &why),
        Shown::Missing => return missing(preview, occasion, file, path),
    };
    let is_page = file.ends_with(".html");
    let body = match (is_page, std::str::from_utf8(&page.bytes)) {
        (true, Ok(html)) => insert(html, &state).into_bytes(),
        _ => page.bytes.clone(),
    };
    // The page as it is sent tells the state of the site it was made of.
    let tag = match is_page {
        true => format!("{}-{state}", page.tag),
        false => page.tag.clone(),
    };
    Answer {
        status,
        kind: kind(file),
        body,
        tag: (status == 200).then_some(tag),
        location: None,
    }
}

/// The answer where the site has no such file: the way to its folder, or the page that the site has for
/// that.
fn missing(preview: &Preview, occasion: Occasion, file: &str, path: &str) -> Answer {
    let folder = format!("{file}/index.html");
    let is_folder = !file.ends_with("index.html");
    if is_folder
        && matches!(
            preview.show(occasion, &folder),
            Shown::Good(_) | Shown::Stale(..)
        )
    {
        return Answer {
            status: 301,
            location: Some(format!("{path}/")),
            ..Answer::default()
        };
    }
    // The page for such addresses links to the site where it will be published. What is looked for below
    // that folder is looked for once: an address may name it a thousand times.
    let below = preview.folder_on_host();
    if let Some(rest) = file.strip_prefix(below.as_str())
        && !below.is_empty()
        && !matches!(preview.show(occasion, rest), Shown::Missing)
    {
        return file_at(preview, occasion, rest, path);
    }
    match preview.show(occasion, "404.html") {
        Shown::Good(page) | Shown::Stale(page, _) => {
            let html = String::from_utf8_lossy(&page.bytes);
            Answer {
                status: 404,
                kind: HTML,
                body: insert(&html, &preview.state()).into_bytes(),
                ..Answer::default()
            }
        }
        Shown::Broken(why) => broken(preview, &why),
        Shown::Missing => nothing(),
    }
}

/// A page that says what is wrong, where there is none that could be shown.
fn broken(preview: &Preview, why: &Why) -> Answer {
    let told: Vec<String> = match why {
        Why::Failed(message) => vec![message.clone()],
        Why::Found(findings) => findings.iter().map(|own| own.message.clone()).collect(),
    };
    let told: String = told
        .iter()
        .map(|own| format!("<p>{}</p>", escape(own)))
        .collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Preview</title></head>\
         <body data-page=\"broken\"><noscript>{told}</noscript></body></html>"
    );
    Answer {
        status: 503,
        kind: HTML,
        body: insert(&page, &preview.state()).into_bytes(),
        ..Answer::default()
    }
}
