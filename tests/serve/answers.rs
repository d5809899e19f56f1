//! What is answered to whom.

use crate::common::sample::Sample;
use crate::served::Served;

#[test]
fn pages_are_those_of_a_build_with_one_marked_piece_more() {
    let site = Sample::full();
    site.build().expect(0);
    let served = Served::begin(&site);
    for (path, bytes) in site.site() {
        if path == tarmaq::write::MANIFEST || path == "404.html" {
            continue;
        }
        let answer = served.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let own = match path.ends_with(".html") {
            true => answer.page(),
            false => answer.body,
        };
        assert!(
            own == String::from_utf8_lossy(&bytes),
            "{path} is not as it is built"
        );
    }
}

#[test]
fn a_folder_is_its_page() {
    let site = Sample::full();
    let served = Served::begin(&site);
    assert_eq!(
        served.get("/en/notice/").body,
        served.get("/en/notice/index.html").body
    );
    let answer = served.get("/en/notice");
    assert_eq!(answer.status, 301);
    assert_eq!(answer.header("location"), Some("/en/notice/"));
}

#[test]
fn what_is_not_there_is_told_by_the_page_of_the_site() {
    let site = Sample::full();
    let served = Served::begin(&site);
    let answer = served.get("/en/nothing/");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("data-page=not-found"));
    // It links to where the site will be published.
    assert_eq!(served.get("/legal/en/index.html").status, 200);
}

/// However often an address names the folder that the site will be published in, it is one address.
#[test]
fn a_folder_named_a_thousand_times_leads_nowhere() {
    let site = Sample::full();
    let served = Served::begin(&site);
    let path = format!("/{}", "legal/".repeat(5_000));
    assert_eq!(served.get(&path).status, 404);
    assert_eq!(served.get("/en/").status, 200);
}

#[test]
fn other_names_of_this_machine_are_refused() {
    let site = Sample::small();
    let served = Served::begin(&site);
    let port = served.port;
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        let host = format!("{name}:{port}");
        assert_eq!(
            served.ask("GET", "/en/", &[("Host", &host)]).status,
            200,
            "{host}"
        );
    }
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        "localhost".to_owned(),
    ] {
        let answer = served.ask("GET", "/en/", &[("Host", &host)]);
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("Sample"), "{host}");
    }
}

#[test]
fn pages_of_other_sites_are_refused() {
    let site = Sample::small();
    let served = Served::begin(&site);
    let own = format!("http://localhost:{}", served.port);
    for (origin, status) in [
        (own.as_str(), 200),
        ("https://evil.example", 403),
        ("null", 403),
    ] {
        let answer = served.ask("GET", "/en/", &[("Origin", origin)]);
        assert_eq!(answer.status, status, "{origin}");
    }
    let embedded = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "no-cors"),
    ];
    assert_eq!(served.ask("GET", "/en/", &embedded).status, 403);
}

#[test]
fn nothing_outside_of_the_site_is_given() {
    let site = Sample::small();
    site.write("secret.txt", "secret")
        .write("static/open.txt", "open");
    let served = Served::begin(&site);
    assert_eq!(served.get("/open.txt").body, "open");
    for path in [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/en\\..\\secret.txt",
        "//secret.txt",
        "/secret.txt",
        "/site.yaml",
        "/content/sample-policy/policy.yaml",
        "/_tarmaq/../secret.txt",
        "/_tarmaq/as/today/../../../secret.txt",
        "/%00",
    ] {
        let answer = served.get(path);
        assert!(answer.status >= 400, "{path}: {}", answer.status);
        assert!(!answer.body.contains("secret"), "{path}");
    }
}

#[test]
fn it_can_only_be_read() {
    let site = Sample::small();
    let served = Served::begin(&site);
    let answer = served.ask("POST", "/en/", &[("Content-Length", "0")]);
    assert_eq!(answer.status, 405);
    assert_eq!(answer.header("allow"), Some("get, head"));
    let answer = served.ask("HEAD", "/en/", &[]);
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    let length = served.get("/en/").body.len().to_string();
    assert_eq!(answer.header("content-length"), Some(length.as_str()));
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = Sample::small();
    let served = Served::begin(&site);
    for path in ["/en/", "/_tarmaq/preview.js"] {
        let answer = served.get(path);
        let tag = answer.header("etag").unwrap();
        let again = served.ask("GET", path, &[("If-None-Match", tag)]);
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
    }
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let site = Sample::small();
    site.write("static/forms/claim.pdf", "0123456789");
    let served = Served::begin(&site);
    let path = "/forms/claim.pdf";
    let tag = served.get(path).header("etag").unwrap().to_owned();
    let asked = |range: &str, of: &str| {
        let headers = [("Range", range), ("If-Range", of)];
        let answer = served.ask("GET", path, &headers);
        let place = answer.header("content-range").unwrap_or_default();
        (answer.status, place.to_owned(), answer.body)
    };
    let told = |status: u16, place: &str, body: &str| (status, place.to_owned(), body.to_owned());
    assert_eq!(asked("bytes=2-4", &tag), told(206, "bytes 2-4/10", "234"));
    assert_eq!(asked("bytes=-3", &tag), told(206, "bytes 7-9/10", "789"));
    assert_eq!(asked("bytes=10-", &tag), told(416, "bytes */10", ""));
    // Of another state of the file, a part would not fit what the browser has.
    assert_eq!(asked("bytes=2-4", "\"other\""), told(200, "", "0123456789"));
}

#[test]
fn a_site_can_be_seen_as_of_another_day() {
    let sample = Sample::editions(&[(
        "notice",
        &[
            (
                "1.0",
                "order: {number: 1, date: 2025-01-01}; updated: 2025-01-01",
            ),
            (
                "1.1",
                "order: {number: 2, date: 2026-02-01}; updated: 2026-02-01",
            ),
            ("2.0", ""),
        ],
    )]);
    let served = Served::begin(&sample);
    let shown = |view: &str| {
        let page = served.get(&format!("{view}/en/notice/"));
        assert_eq!(page.status, 200, "{view}");
        page.page().contains("data-edition=1.1")
    };
    assert!(!shown(""));
    assert!(shown("/_tarmaq/as/2026-03-01"));
    let draft = |view: &str| served.get(&format!("{view}/en/notice/2.0/")).status;
    assert_eq!(draft(""), 404);
    assert_eq!(draft("/_tarmaq/as/today"), 404);
    assert_eq!(draft("/_tarmaq/as/today+drafts"), 200);
}

#[test]
fn the_next_free_port_is_taken() {
    let site = Sample::small();
    let first = Served::begin(&site);
    let second = Served::with(&site, &["--port", &first.port.to_string()]);
    assert!(second.port > first.port);
    assert_eq!(second.get("/en/").status, 200);
}
