//! All files of the sample site, as expected files below `tests/sites/expected/`.

use crate::built::sample;
use crate::common::expected::expect;

#[test]
fn the_list_of_files() {
    let list: String = sample().keys().map(|path| format!("{path}\n")).collect();
    expect("sites/expected/files.txt", &undated(&list));
}

#[test]
fn the_pages() {
    for (path, bytes) in sample() {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        if path.starts_with("assets/") || path.ends_with(".tarmaq") || path.ends_with(".svg") {
            continue;
        }
        // What the index of the search holds is shown by tests of its own.
        if path.ends_with(".js") {
            continue;
        }
        let mut shown = undated(text).replace("><", ">\n<");
        let derived = path.contains("/changes/") || path.contains("/parallel/");
        let edition = path.ends_with(".html") && !derived;
        if edition && (path.contains("/1.0/") || path.contains("/2.0/")) {
            shown = without_article(&shown);
        }
        expect(
            &format!("sites/expected/{path}"),
            &format!("{}\n", shown.trim_end()),
        );
    }
}

/// The text of a policy is shown to be the same at both its addresses by another test.
fn without_article(page: &str) -> String {
    let start = page.find("<article").unwrap();
    let end = page.find("</article>").unwrap();
    format!("{}<article>…{}", &page[..start], &page[end..])
}

#[test]
fn an_edition_says_the_same_at_its_own_address() {
    let article = |path: &str| {
        let page = std::str::from_utf8(&sample()[path]).unwrap();
        page[page.find("<article").unwrap()..page.find("</article>").unwrap()].to_owned()
    };
    for lang in ["ru", "en"] {
        for (policy, edition) in [("handbook", "1.0"), ("notice", "2.0")] {
            let current = article(&format!("{lang}/{policy}/index.html"));
            assert_eq!(
                current,
                article(&format!("{lang}/{policy}/{edition}/index.html"))
            );
        }
    }
}

/// Digests in the names of stylesheets and scripts and the program's version say nothing about the
/// pages.
fn undated(text: &str) -> String {
    let mut out = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    for kind in [".css", ".js"] {
        let names: Vec<&str> = out.split(kind).map(without_digest).collect();
        out = names.join(kind);
    }
    out
}

fn without_digest(name: &str) -> &str {
    let digest = name
        .len()
        .checked_sub(13)
        .and_then(|at| name.split_at_checked(at));
    match digest {
        Some((name, digest)) if is_digest(digest) => name,
        _ => name,
    }
}

fn is_digest(end: &str) -> bool {
    end.starts_with('.') && end[1..].bytes().all(|digit| digit.is_ascii_hexdigit())
}
