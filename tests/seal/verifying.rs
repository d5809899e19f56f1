//! `tarmaq verify` proves a page or a text equal to what was sealed, or tells what differs.

use super::sealing::{EN, RU, sealed};
use crate::common::real;
use crate::common::sample::Sample;
use crate::common::tarmaq::{DAY, Run};

fn built() -> Sample {
    let sample = sealed();
    sample.build().expect(0);
    sample
}

#[track_caller]
fn verify(sample: &Sample, path: &str, code: i32) -> String {
    sample.run(&["verify", path]).expect(code).stdout
}

const PAGE: &str = "public/en/sample-policy/1.0/index.html";

#[test]
fn a_built_page_is_equal() {
    let told = verify(&built(), PAGE, 0);
    assert!(
        told.starts_with(&format!(
            "{PAGE}: equal to edition 1.0 of sample-policy in en, sha256:"
        )),
        "{told}"
    );
}

#[test]
fn a_built_site_is_equal_and_its_other_pages_are_counted() {
    let told = verify(&built(), "public", 0);
    let summary =
        "4 pages equal, 0 different; 0 of editions that are not sealed, 11 of no edition.\n";
    assert!(told.ends_with(summary), "{told}");
}

#[test]
fn an_altered_page_is_told_clause_by_clause() {
    for (old, new, told) in [
        (
            "made up",
            "male up",
            "  clause 1.1: sealed “made”, found “male”\n",
        ),
        (
            "3 (three)",
            "5 (three)",
            "  clause 1.2: sealed “3”, found “5”\n",
        ),
        (
            "This is a sample.",
            "",
            "  clause 1.1: missing “This is a sample.”\n",
        ),
        (
            "Write to",
            "Do not write to",
            "  clause 2.1: sealed “Write”, found “Do not write”\n",
        ),
        (
            "Sample Policy</h1>",
            "Sample Polish</h1>",
            "  the title: sealed “Policy”, found “Polish”\n",
        ),
        (
            "No.01-П",
            "No.02-П",
            "  the lines below the title: sealed “No.01-П”, found “No.02-П”\n",
        ),
    ] {
        let sample = built();
        let page = sample.page("en/sample-policy/1.0/index.html");
        let at = page.find("<article").unwrap();
        assert!(page[at..].contains(old), "{old}");
        sample.write(
            PAGE,
            format!("{}{}", &page[..at], page[at..].replace(old, new)),
        );
        let out = verify(&sample, PAGE, 1);
        assert!(out.ends_with(told) && out.lines().count() == 2, "{out}");
        verify(&sample, "public", 1);
    }
}

#[test]
fn a_page_at_the_wrong_address_is_noticed() {
    let sample = built();
    let page = sample.page("en/sample-policy/1.0/index.html");
    let said = page.find("canonical").unwrap();
    let start = page[..said].rfind("<link").unwrap();
    let end = said + page[said..].find('>').unwrap();
    let link = page[start..end].replace("/en/", "/ru/");
    sample.write(PAGE, format!("{}{link}{}", &page[..start], &page[end..]));
    let told = verify(&sample, PAGE, 1);
    assert!(
        told.contains("differs from edition 1.0 of sample-policy in ru"),
        "{told}"
    );
}

#[test]
fn what_was_sealed_counts_not_what_stands_in_the_sources_now() {
    let sample = built();
    sample.replace(EN, "made up", "male up");
    verify(&sample, PAGE, 0);
}

#[test]
fn a_plain_text_is_found_by_its_words() {
    let sample = sealed();
    let text = "Menu Sample Policy About\n\nSample Policy\n1. General\n1.1.This is a sample.\n  The company is made up.\n\
                1.2. A request is answered within 3 (three) days.\n2. Contact\n2.1. Write to office@sample.example.\n\
                © Sample, all rights reserved\n";
    sample.write("pasted.txt", text);
    assert!(
        verify(&sample, "pasted.txt", 0).contains("equal to edition 1.0 of sample-policy in en")
    );
    sample.write(
        "pasted.txt",
        text.replace("1.2. A request is answered within 3 (three) days.\n", ""),
    );
    let told = verify(&sample, "pasted.txt", 1);
    assert!(
        told.ends_with(
            "  clause 1.2 is missing: “1.2. A request is answered within 3 (three) days.”\n"
        ),
        "{told}"
    );
    sample.write("pasted.txt", "A poem about something else.\n");
    assert!(verify(&sample, "pasted.txt", 1).contains("like no sealed edition of this site"));
}

#[test]
fn a_source_text_is_equal_too() {
    let sample = sealed();
    assert!(verify(&sample, RU, 0).contains("equal to edition 1.0 of sample-policy in ru"));
}

#[test]
fn what_is_not_there_cannot_be_verified() {
    sealed().run(&["verify", "nothing.html"]).expect(2);
}

#[test]
fn what_a_page_is_to_be_taken_for_has_to_be_there() {
    let sample = built();
    for (wish, error) in [
        (
            "--policy other-policy",
            "find the policy `other-policy`: the site has sample-policy",
        ),
        (
            "--policy sample-policy --edition 9.0",
            "find the edition `9.0`: sample-policy has 1.0",
        ),
        (
            "--edition 9.0",
            "find the edition `9.0`: sample-policy has 1.0",
        ),
        (
            "--language kk",
            "find the language `kk`: the site has en, ru",
        ),
    ] {
        let arguments = ["verify", PAGE].into_iter().chain(wish.split(' '));
        let run = sample.run(&arguments.collect::<Vec<_>>()).expect(2);
        assert_eq!(run.stderr, format!("error: could not {error}\n"));
    }
}

/// The site of this repository, sealed in a folder of its own.
fn real_sealed() -> Sample {
    let sample = Sample::nothing();
    for (path, bytes) in crate::common::sample::files(&real::root().join("content")) {
        if !path.contains("seal") {
            sample.write(&format!("content/{path}"), bytes);
        }
    }
    sample.write(
        "site.yaml",
        std::fs::read(real::root().join("site.yaml")).unwrap(),
    );
    for policy in ["privacy-policy", "personal-data-destruction-policy"] {
        sample
            .run(&["seal", policy, "1.1", "--date", DAY])
            .expect(0);
    }
    sample
}

#[test]
fn the_approved_texts_on_paper_are_equal_to_what_is_sealed() {
    let sample = real_sealed();
    let folder = real::root().join("tests/fixtures/approved");
    let run: Run = sample.run(&["verify", folder.to_str().unwrap()]).expect(0);
    let summary =
        "6 pages equal, 0 different; 0 of editions that are not sealed, 0 of no edition.\n";
    assert!(run.stdout.ends_with(summary), "{}", run.stdout);
}

/// The page that was live before tarmaq had lost two items of a list, and told clauses 1.1 and 1.2
/// both as "1.".
#[test]
fn the_page_that_was_live_before_is_told_apart() {
    let sample = real_sealed();
    let approved = real::root().join("tests/fixtures/approved/privacy-policy.en.txt");
    let text = std::fs::read_to_string(approved).unwrap();
    let mut page = String::from("<!doctype html><body><div>Menu</div>");
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if ["• Website https://ioka.kz/;", "• E-mails."].contains(&line) {
            continue;
        }
        let line = line
            .replace("1.1. We,", "1. We,")
            .replace("1.2. This", "1. This");
        page.push_str(&format!("<p>{}", line.replace('<', "&lt;")));
    }
    page.push_str("<p>© 2025</body>");
    sample.write("live.html", &page);
    let told = sample.run(&["verify", "live.html"]).expect(1).stdout;
    let lines: Vec<&str> = told.lines().skip(1).collect();
    assert!(
        told.contains("differs from edition 1.1 of privacy-policy in en"),
        "{told}"
    );
    assert_eq!(
        lines,
        [
            "  clause 1.1: sealed “1.1.”, found “1.”",
            "  clause 1.2: sealed “1.2.”, found “1.”",
            "  clause 3.1: missing “Website https://ioka.kz/; E-mails.”",
        ]
    );
}
