//! `tarmaq verify` looks at a page, and not only at its words: words can be hidden, struck through or
//! contradicted while they are all there.

use super::sealing::{EN, sealed};
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

const PAGE: &str = "public/en/sample-policy/1.0/index.html";

fn built() -> Sample {
    let sample = sealed();
    sample.build().expect(0);
    sample
}

/// What is told of the page of edition 1.0 when some of its HTML is replaced.
#[track_caller]
fn with(old: &str, new: &str, code: i32) -> String {
    let sample = built();
    let page = sample.page("en/sample-policy/1.0/index.html");
    assert!(page.contains(old), "{old} is not in {page}");
    sample.write(PAGE, page.replacen(old, new, 1));
    verify(&sample, &[PAGE], code)
}

#[track_caller]
fn verify(sample: &Sample, arguments: &[&str], code: i32) -> String {
    let arguments = [&["verify", "--date", DAY], arguments].concat();
    sample.run(&arguments).expect(code).stdout
}

#[test]
fn a_page_that_is_built_so_is_equal_without_a_remark() {
    let told = verify(&built(), &["--strict", "public"], 0);
    assert!(!told.contains("note:"), "{told}");
}

#[test]
fn words_that_are_passed_off_as_an_addition_of_the_page_are_told() {
    let told = with(
        "<p><span class=number>1.1.",
        "<p data-ui>This does not count.</p><p><span class=number>1.1.",
        1,
    );
    let expected = "its text is marked up so that readers may not see it as it was sealed: \
                    “<p data-ui=\"\">This does not count.</p>";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn words_that_are_hidden_are_missing() {
    for hidden in [
        "hidden",
        "style=\"display: none\"",
        "style=visibility:hidden",
    ] {
        let number = "<span class=number>2.1.";
        let told = with(&format!("<p>{number}"), &format!("<p {hidden}>{number}"), 1);
        assert!(
            told.contains("clause 2.1 is missing: “2.1. Write to"),
            "{hidden}: {told}"
        );
    }
}

#[test]
fn words_that_are_marked_to_be_seen_otherwise_are_told() {
    for (old, new) in [
        ("3 (three)", "<del>3 (three)</del>"),
        ("3 (three)", "<span class=skip>3 (three)</span>"),
        ("3 (three)", "<span style=color:white>3 (three)</span>"),
    ] {
        let told = with(old, new, 1);
        assert!(
            told.contains("has the words of edition 1.0"),
            "{new}: {told}"
        );
        assert!(told.contains("is marked up so that"), "{new}: {told}");
    }
}

/// They change when another policy comes, and hide no word.
#[test]
fn links_that_a_page_adds_to_the_text_are_not_compared() {
    with("3 (three)", "<a class=ref href=#2>3 (three)</a>", 0);
    let told = with(
        "3 (three)",
        "<a class=ref href=https://evil.example/>3 (three)</a>",
        1,
    );
    assert!(told.contains("is marked up so that"), "{told}");
}

#[test]
fn a_page_with_styles_or_scripts_of_its_own_is_told() {
    for own in [
        "<style>.clause{display:none}</style>",
        "<script>alert(1)</script>",
    ] {
        let told = with("</head>", &format!("{own}</head>"), 1);
        let expected = format!("a style or script stands in it that is not built: “{own}”\n");
        assert!(told.contains(&expected), "{told}");
    }
}

#[test]
fn a_stylesheet_that_was_changed_beside_the_page_is_told() {
    let sample = built();
    let mut names = crate::common::sample::names(&sample.path("public/assets")).into_iter();
    let sheet = names
        .find(|name| name.starts_with("styles.") && name.ends_with(".css"))
        .unwrap();
    sample.write(
        &format!("public/assets/{sheet}"),
        ".clause { display: none }",
    );
    let told = verify(&sample, &[PAGE], 1);
    assert!(
        told.contains(&format!("{sheet}, which it uses, was changed")),
        "{told}"
    );
}

/// What stands around the text changes with the days, so that it is told and is no fault by itself.
#[test]
fn words_around_the_text_are_told() {
    let (old, new) = ("<article", "<p>Clause 1.2 does not apply.</p><article");
    let told = with(old, new, 0);
    let note = "  note: beside the text it says “Clause 1.2 does not apply.”, which a page built today does not\n";
    assert!(told.ends_with(note), "{told}");
    let sample = built();
    let page = sample.page("en/sample-policy/1.0/index.html");
    sample.write(PAGE, page.replacen(old, new, 1));
    verify(&sample, &["--strict", PAGE], 1);
}

#[test]
fn of_a_page_of_another_make_only_the_words_are_compared() {
    let told = with("content=\"tarmaq ", "content=\"tarmaq 0.0.", 0);
    assert!(
        told.contains("note: only its words were compared"),
        "{told}"
    );
    let sheet = "<link rel=stylesheet href=../../../assets/more.css></head>";
    let told = with("</head>", sheet, 0);
    assert!(
        told.contains("it uses more.css, which the theme does not have"),
        "{told}"
    );
}

#[test]
fn a_page_of_a_text_that_was_changed_since_is_compared_by_its_words() {
    let sample = built();
    sample.replace(EN, "made up", "male up");
    let told = verify(&sample, &[PAGE], 0);
    assert!(
        told.contains("no page can be built of this text today"),
        "{told}"
    );
}
