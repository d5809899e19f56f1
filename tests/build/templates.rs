//! Faults of templates are findings at their place, never half a site.

use serde_json::Value;

use crate::common::sample::Sample;

fn with(path: &str, template: &str) -> Sample {
    let sample = Sample::small();
    sample.replace("site.yaml", "languages:", "theme: own\nlanguages:");
    sample.write("themes/own/theme.yaml", "base: default\n");
    sample.write(&format!("themes/own/templates/{path}"), template);
    sample
}

#[test]
fn a_missing_word_is_shown_where_the_template_asks_for_it() {
    let sample = with("robots.txt", "# Robots\n{{ words.greeting }}\n");
    let findings = sample.findings();
    assert_eq!(findings.len(), 2, "one for each language: {findings:#?}");
    for (finding, lang) in findings.iter().zip(["en", "ru"]) {
        assert_eq!(finding["rule"], "missing-word");
        assert_eq!(finding["language"], lang);
        assert_eq!(
            place(finding),
            "themes/own/templates/robots.txt:2:10 greeting"
        );
        assert!(
            finding["help"]
                .as_str()
                .unwrap()
                .contains(&format!("languages/{lang}.yaml"))
        );
    }
    sample.build().expect(1);
}

#[test]
fn a_word_that_the_site_adds_is_no_longer_missing() {
    let sample = with("robots.txt", "# {{ sitemap }} {# words.contents #}\n");
    sample.build().expect(0);
    let sample = with("index.html", "<p>{{ words.greeting }}</p>\n");
    for lang in ["en", "ru"] {
        let words = "words:\n  greeting: Hello\n";
        sample.write(&format!("content/languages/{lang}.yaml"), words);
    }
    sample.build().expect(0);
    assert!(sample.page("en/index.html").contains("<p>Hello</p>"));
}

#[test]
fn a_template_that_cannot_be_read_is_a_finding_of_check_too() {
    let sample = with("index.html", "<p>\n{% if %}\n</p>\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "template-error");
    assert!(
        place(&finding).starts_with("themes/own/templates/index.html:2:"),
        "{finding}"
    );
    sample.build().expect(1);
}

#[test]
fn a_template_that_is_not_there_is_a_finding() {
    let sample = with("index.html", "{% extends \"gone.html\" %}\n");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "template-error");
    assert!(
        finding["message"].as_str().unwrap().contains("gone.html"),
        "{finding}"
    );
    sample.build().expect(1);
}

#[test]
fn a_fault_met_while_rendering_names_the_template_and_the_page() {
    let sample = with("index.html", "<p>\n{{ site.title.deeper.still }}\n</p>\n");
    let run = sample.build().expect(1);
    assert!(
        run.stderr.contains("error[template-error]"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("themes/own/templates/index.html:2:"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("the index in"), "{}", run.stderr);
    assert_eq!(sample.top(), ["content", "site.yaml", "themes"]);
}

/// It would stand on every page and bury everything else.
#[test]
fn one_fault_of_a_template_is_told_once() {
    let sample = with(
        "base.html",
        "{{ gone.gone }}{% block main %}{% endblock main %}",
    );
    let run = sample.build().expect(1);
    assert_eq!(
        run.stderr.matches("error[template-error]").count(),
        1,
        "{}",
        run.stderr
    );
}

#[test]
fn the_words_of_a_text_are_no_template() {
    let sample = Sample::small();
    sample.replace(
        "content/sample-policy/1.0/en.md",
        "is a sample",
        "is {{ site.title }} {% if %}",
    );
    sample.build().expect(0);
    let page = sample.page("en/sample-policy/index.html");
    assert!(
        page.contains("This is {{ site.title }} {% if %}."),
        "{page}"
    );
}

/// "file:line:column words".
fn place(finding: &Value) -> String {
    let label = &finding["labels"][0];
    let text = |key: &str| label[key].as_str().unwrap().to_owned();
    format!(
        "{}:{}:{} {}",
        text("file"),
        label["line"],
        label["column"],
        text("text")
    )
}

#[test]
fn arguments_that_a_component_does_not_know_are_told_in_one_order() {
    let template = "{% component note(words) %}{{ words }}{% endcomponent note %}\
                    {{ <note words=\"a\" f={1} e={1} d={1} c={1} b={1} a={1}/> }}";
    let sample = with("robots.txt", template);
    let told = "Unknown argument(s) `a`, `b`, `c`, `d`, `e`, `f` in component call.";
    let run = sample.build().expect(1);
    assert!(run.stderr.contains(told), "{}", run.stderr);
}
