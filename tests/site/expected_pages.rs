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

/// Digests in the names of stylesheets and the program's version say nothing about the pages.
fn undated(text: &str) -> String {
    let mut out = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    while let Some(at) = out.find(".css").filter(|at| is_digest(&out, *at)) {
        out.replace_range(at - 13..at, "");
        out = out.replacen(".css", "·css", 1);
    }
    out.replace("·css", ".css")
}

fn is_digest(text: &str, end: usize) -> bool {
    let name = &text.as_bytes()[end.saturating_sub(13)..end];
    name.first() == Some(&b'.') && name[1..].iter().all(u8::is_ascii_hexdigit)
}
