//! Changes on the disk are seen in the pages and in what is told.

use std::fs;
use std::io::BufRead as _;

use serde_json::Value;

use crate::common::sample::Sample;
use crate::served::Served;

const TEXT: &str = "content/sample-policy/1.0/en.md";
const PAGE: &str = "/en/sample-policy/";

fn notes(served: &Served) -> Value {
    let answer = served.get(&format!("/_tarmaq/notes{PAGE}"));
    serde_json::from_str(&answer.body).unwrap()
}

#[test]
fn a_saved_word_is_on_the_page() {
    let site = Sample::small();
    let mut served = Served::begin(&site);
    assert!(!served.get(PAGE).body.contains("invented"));
    site.replace(TEXT, "made up", "invented");
    served.until(PAGE, |page| page.body.contains("invented"));
    served.told("sample-policy: ");
}

#[test]
fn a_file_that_is_put_in_the_place_of_another_is_seen() {
    let site = Sample::small();
    let served = Served::begin(&site);
    // As editors save: under another name first.
    let text = fs::read_to_string(site.path(TEXT)).unwrap();
    let other = site.path("content/sample-policy/1.0/.en.md.swp");
    fs::write(&other, text.replace("made up", "invented")).unwrap();
    fs::rename(&other, site.path(TEXT)).unwrap();
    served.until(PAGE, |page| page.body.contains("invented"));
}

#[test]
fn folders_that_come_and_go_are_seen() {
    let site = Sample::small();
    let served = Served::begin(&site);
    let (old, new) = ("content/sample-policy", "content/renamed-policy");
    fs::rename(site.path(old), site.path(new)).unwrap();
    served.until("/en/renamed-policy/", |page| page.status == 200);
    served.until(PAGE, |page| page.status == 404);
    site.replace("content/renamed-policy/1.0/en.md", "made up", "invented");
    served.until("/en/renamed-policy/", |page| page.body.contains("invented"));
    site.write("static/new/hello.txt", "hello");
    served.until("/new/hello.txt", |page| page.body == "hello");
    site.write("static/new/hello.txt", "bye");
    served.until("/new/hello.txt", |page| page.body == "bye");
}

#[test]
fn the_configuration_and_the_theme_are_followed() {
    let site = Sample::small();
    let served = Served::begin(&site);
    site.replace("site.yaml", "en: Legal Information", "en: The Rules");
    served.until("/en/", |page| page.body.contains("The Rules"));
    site.write("themes/own/theme.yaml", "base: default\n");
    site.append("site.yaml", "theme: own\n");
    let template = "{% extends \"default/index.html\" %}\n{% block main %}own{% endblock main %}\n";
    site.write("themes/own/templates/index.html", template);
    served.until("/en/", |page| {
        page.body.contains("own</main>") || page.body.contains(">own<")
    });
}

#[test]
fn the_disk_is_looked_at_where_nobody_tells() {
    let site = Sample::small();
    let served = Served::with(&site, &["--port", "0", "--poll"]);
    served.get(PAGE);
    site.replace(TEXT, "made up", "invented");
    served.until(PAGE, |page| page.body.contains("invented"));
}

#[test]
fn findings_come_and_go() {
    let site = Sample::small();
    let mut served = Served::begin(&site);
    served.told("no findings");
    assert_eq!(notes(&served)["notes"], Value::Array(Vec::new()));
    site.replace(TEXT, "3 (three)", "4 (three)");
    served.told("spelled-number");
    let found = notes(&served);
    let rules: Vec<&str> = found["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["rule"].as_str().unwrap())
        .collect();
    assert!(rules.contains(&"spelled-number"), "{rules:?}");
    assert_eq!(found["notes"][0]["at"][0]["clause"], "1.2");
    // What is said of two languages stands in both.
    let other = served.get("/_tarmaq/notes/ru/sample-policy/");
    assert!(other.body.contains("duration-mismatch"), "{}", other.body);
    let list = served.get("/_tarmaq/findings/").body;
    assert!(
        list.contains("href=\"/en/sample-policy/1.0/#1.2\""),
        "{list}"
    );
    site.replace(TEXT, "4 (three)", "3 (three)");
    served.told("no findings");
    assert_eq!(notes(&served)["notes"], Value::Array(Vec::new()));
}

#[test]
fn the_last_good_page_stays_while_a_file_cannot_be_read() {
    let site = Sample::small();
    let served = Served::begin(&site);
    let good = served.get(PAGE).page();
    let text = fs::read(site.path(TEXT)).unwrap();
    site.write(TEXT, b"# \xC4\xE0\n");
    let page = served.until(PAGE, |page| page.status == 503);
    assert_eq!(page.page(), good);
    let told = notes(&served);
    assert_eq!(told["broken"], true);
    assert_eq!(told["trouble"][0]["rule"], "bad-utf8");
    site.write(TEXT, text);
    let page = served.until(PAGE, |page| page.status == 200);
    assert_eq!(page.page(), good);
    assert_eq!(notes(&served)["broken"], false);
}

#[test]
fn a_template_that_cannot_be_used_is_told_and_mended() {
    let site = Sample::small();
    site.write("themes/own/theme.yaml", "base: default\n");
    site.append("site.yaml", "theme: own\n");
    let served = Served::begin(&site);
    let good = served.get("/en/").page();
    let template = "themes/own/templates/index.html";
    site.write(
        template,
        "{% extends \"default/index.html\" %}{% block main %}",
    );
    let page = served.until("/en/", |page| page.status == 503);
    assert_eq!(page.page(), good);
    assert!(
        served
            .get("/_tarmaq/notes/en/")
            .body
            .contains("template-error")
    );
    site.remove(template);
    served.until("/en/", |page| page.status == 200);
}

#[test]
fn browsers_are_told_of_changes() {
    let site = Sample::small();
    let served = Served::begin(&site);
    // One of them goes away without a word.
    drop(served.listen());
    let mut lines = served.listen().lines();
    let mut wait = |wanted: &str| {
        let found = lines
            .by_ref()
            .map(Result::unwrap)
            .any(|line| line == wanted);
        assert!(found, "{wanted}");
    };
    wait("event: state");
    for word in ["invented", "imagined"] {
        site.write(TEXT, format!("# Sample Policy\n\n1.1. It is {word}.\n"));
        wait("event: change");
        wait("event: findings");
    }
    assert!(served.get(PAGE).body.contains("imagined"));
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_told_to() {
    let site = Sample::small();
    let served = Served::begin(&site);
    // It answers, and a browser that listens keeps it from nothing.
    let mut listening = served.listen().lines();
    assert!(listening.any(|line| line.unwrap() == "event: state"));
    assert_eq!(served.interrupt(), Some(0));
}
