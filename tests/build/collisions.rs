//! One address, one page.

use crate::common::sample::Sample;

#[test]
fn a_static_file_may_not_take_the_address_of_a_page() {
    for path in [
        "index.html",
        "robots.txt",
        "en/sample-policy/index.html",
        "EN/Sample-Policy/Index.html",
        "en/feed.xml",
        "404.html",
        "en/search/index.html",
        "en/search/current/words-0.js",
    ] {
        let sample = Sample::small();
        sample.write(&format!("static/{path}"), "");
        let finding = sample.finding();
        assert_eq!(finding["rule"], "address-collision", "{path}");
        assert!(
            finding.to_string().contains(&format!("static/{path}")),
            "{finding}"
        );
        sample.build().expect(1);
    }
}

#[test]
fn a_static_file_may_not_stand_where_a_page_needs_a_folder() {
    for path in ["en", "ru/sample-policy", "assets"] {
        let sample = Sample::small();
        sample.write(&format!("static/{path}"), "");
        let findings = sample.findings();
        assert!(!findings.is_empty(), "{path}");
        assert!(
            findings
                .iter()
                .all(|finding| finding["rule"] == "address-collision")
        );
        sample.build().expect(1);
    }
}

#[test]
fn a_static_file_may_not_hide_one_of_the_theme() {
    let sample = Sample::small();
    sample.write("themes/own/theme.yaml", "base: default\n");
    sample.write("themes/own/assets/logo.svg", "<svg/>");
    sample.replace("site.yaml", "languages:", "theme: own\nlanguages:");
    sample.build().expect(0);
    sample.write("static/assets/logo.svg", "<svg/>");
    assert_eq!(sample.finding()["rule"], "address-collision");
}

#[test]
fn the_list_of_the_sites_files_is_not_to_be_written_over() {
    let sample = Sample::small();
    sample.write("static/.tarmaq", "");
    assert_eq!(sample.finding()["rule"], "address-collision");
}

#[test]
fn two_static_files_that_differ_in_capitals_alone_collide() {
    let sample = Sample::small();
    sample
        .write("static/Logo.svg", "")
        .write("static/logo.svg", "");
    if sample.path("static").read_dir().unwrap().count() == 2 {
        assert_eq!(sample.finding()["rule"], "address-collision");
    }
}

#[test]
fn a_policy_may_not_be_called_like_a_file_of_its_language() {
    let sample = Sample::small();
    std::fs::rename(
        sample.path("content/sample-policy"),
        sample.path("content/feed.xml"),
    )
    .unwrap();
    let findings = sample.findings();
    assert!(
        findings
            .iter()
            .all(|finding| finding["severity"] == "error")
    );
    assert!(!findings.is_empty());
    sample.build().expect(1);
}
