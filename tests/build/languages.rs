//! A language is data.

use std::fs;

use crate::common::page::{attribute, one, text};
use crate::common::real;
use crate::common::sample::Sample;
use scraper::Html;

/// French, made of the English file by replacing what the test looks at.
fn french() -> String {
    let english = fs::read_to_string(real::root().join("src/lang/data/en.yaml")).unwrap();
    let mut french = english;
    for (english, own) in [
        ("name: English", "name: Français"),
        ("locale: en_US", "locale: fr_FR"),
        ("March", "mars"),
        (
            "Edition {edition}, approved by Order No.{order} dated",
            "Édition {edition}, décision n° {order} du",
        ),
        ("\"Contents\"", "\"Sommaire\""),
    ] {
        assert!(french.contains(english), "{english}");
        french = french.replace(english, own);
    }
    french
}

fn with_french() -> Sample {
    let sample = Sample::small();
    sample.replace("site.yaml", "[en, ru]", "[en, ru, fr]");
    sample.replace(
        "site.yaml",
        "  en: Legal",
        "  fr: Mentions légales\n  en: Legal",
    );
    sample.replace(
        "site.yaml",
        "    en: “S",
        "    fr: « Modèle » SARL\n    en: “S",
    );
    let text = "# Politique modèle\n\n## 1. Général\n\n1.1. Un modèle.\n\n1.2. Sous 3 (trois) jours.\n\n\
                ## 2. Contact\n\n2.1. Écrivez à office@sample.example.\n";
    sample.write("content/sample-policy/1.0/fr.md", text);
    sample
}

#[test]
fn a_new_language_is_a_file_and_no_program() {
    let sample = with_french();
    sample.write("content/languages/fr.yaml", french());
    assert!(sample.findings().is_empty());
    sample.build().expect(0);
    let page = Html::parse_document(&sample.page("fr/sample-policy/index.html"));
    assert_eq!(attribute(&page, "html", "lang"), "fr");
    assert_eq!(
        attribute(&page, "meta[property='og:locale']", "content"),
        "fr_FR"
    );
    assert_eq!(text(one(&page, ".contents summary")), "Sommaire");
    let line = text(one(&page, "article .edition-line"));
    assert_eq!(line, "Édition 1.0, décision n° 01-П du 1 mars 2025");
    assert!(
        sample
            .page("en/sample-policy/index.html")
            .contains("Français")
    );
    assert!(sample.page("fr/feed.xml").contains("xml:lang=\"fr\""));
}

#[test]
fn a_language_without_a_file_is_a_finding_at_the_list_of_languages() {
    let sample = with_french();
    let finding = sample.finding();
    assert_eq!(finding["rule"], "unknown-language");
    assert_eq!(finding["labels"][0]["file"], "site.yaml");
    assert_eq!(finding["labels"][0]["line"], 3);
    assert!(
        finding["help"]
            .as_str()
            .unwrap()
            .contains("content/languages/fr.yaml")
    );
    sample.build().expect(1);
}

#[test]
fn a_file_of_a_language_that_lacks_something_names_all_of_it() {
    let sample = with_french();
    sample.write(
        "content/languages/fr.yaml",
        "name: Français\nmonths: [un, deux]\n",
    );
    let findings = sample.findings();
    let missing = findings
        .iter()
        .filter(|finding| finding["rule"] == "missing-key");
    let named: Vec<_> = missing
        .map(|finding| finding["message"].to_string())
        .collect();
    for key in [
        "months",
        "date",
        "date_long",
        "edition_line",
        "updated_line",
    ] {
        assert!(
            named.iter().any(|message| message.contains(key)),
            "{key}: {named:?}"
        );
    }
}

#[test]
fn a_word_that_every_site_needs_is_missed_though_no_template_names_it() {
    let sample = with_french();
    let needed = "  link_to_clause: \"Link to clause {number}\"\n";
    assert!(french().contains(needed));
    sample.write("content/languages/fr.yaml", french().replace(needed, ""));
    let finding = sample.finding();
    assert_eq!(finding["rule"], "missing-word");
    assert_eq!(
        finding["message"],
        "the language fr has no word `link_to_clause`"
    );
    assert_eq!(finding["labels"][0]["file"], "site.yaml");
    sample.build().expect(1);
}

#[test]
fn a_site_may_change_one_word_of_a_language_that_tarmaq_brings() {
    let sample = Sample::small();
    sample.write(
        "content/languages/en.yaml",
        "words:\n  contents: In this policy\n",
    );
    sample.build().expect(0);
    let page = Html::parse_document(&sample.page("en/sample-policy/index.html"));
    assert_eq!(text(one(&page, ".contents summary")), "In this policy");
    assert!(
        sample
            .page("en/sample-policy/index.html")
            .contains("Skip to the text")
    );
}

#[test]
fn a_brace_in_a_line_of_a_language_has_to_hold_a_fact() {
    let sample = Sample::small();
    sample.write(
        "content/languages/en.yaml",
        "edition_line: Edition {editon}\n",
    );
    let finding = sample.finding();
    assert_eq!(finding["rule"], "invalid-value");
    assert_eq!(finding["labels"][0]["file"], "content/languages/en.yaml");
    assert!(
        finding["message"].as_str().unwrap().contains("{edition}"),
        "{finding}"
    );
}

#[test]
fn a_faulty_number_month_date_or_unit_of_a_language_is_found() {
    for (line, rule, told) in [
        (
            "months: {13: [undecimber]}",
            "invalid-value",
            "from 1 to 12",
        ),
        ("dates: [\"{dya} {month}\"]", "invalid-value", "{day}"),
        ("dates: [\"{day}\"]", "invalid-value", "{month}"),
        ("numbers: {one: [one]}", "invalid-value", ""),
        ("units: {fortnight: [fortnight]}", "invalid-value", ""),
        ("numbers: {1: [\"~\"]}", "invalid-value", "words"),
        ("mouths: {}", "unknown-key", "months"),
    ] {
        let sample = Sample::small();
        let file = format!("grammar:\n  quantities:\n    {line}\n");
        sample.write("content/languages/en.yaml", file);
        let finding = sample.finding();
        assert_eq!(finding["rule"], rule, "{line}");
        assert_eq!(finding["labels"][0]["line"], 3, "{line}: {finding}");
        assert!(finding.to_string().contains(told), "{line}: {finding}");
    }
}

#[test]
fn an_edition_without_a_text_in_a_language_is_not_built() {
    let sample = Sample::small();
    sample.remove("content/sample-policy/1.0/ru.md");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "missing-language");
    assert!(
        finding
            .to_string()
            .contains("content/sample-policy/1.0/ru.md")
    );
    sample.build().expect(1);
}
