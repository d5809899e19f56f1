//! `tarmaq diff`: what changed from one edition of a policy to another, in each of the formats.

use clap::Parser as _;
use jiff::tz::TimeZone;
use serde_json::Value;
use tarmaq::cli::{Cli, Surroundings};

use crate::common::expected::expect;
use crate::common::sample::Sample;
use crate::common::schema::fits;

/// `diff` of the Refund Policy on the day that CHANGES.md of the sample speaks of.
fn diff(arguments: &str, code: i32) -> String {
    let all = format!("diff --date 2026-11-01 refund-policy {arguments}");
    let all: Vec<&str> = all.split(' ').collect();
    Sample::history().run(&all).expect(code).stdout
}

#[test]
fn words_numbers_and_periods() {
    let told = diff("1.0 1.1 --language en", 1);
    expect("commands/expected/diff-1.1.en.txt", &told);
}

#[test]
fn a_clause_inserted_and_one_removed() {
    let told = diff("1.1 1.2 --language ru", 1);
    expect("commands/expected/diff-1.2.ru.txt", &told);
}

#[test]
fn a_move_a_split_and_a_merger() {
    let told = diff("1.2 1.3 --language kk", 1);
    expect("commands/expected/diff-1.3.kk.txt", &told);
}

#[test]
fn items_rows_and_cells() {
    let told = diff("1.3 1.4 --language en", 1);
    expect("commands/expected/diff-1.4.en.txt", &told);
}

#[test]
fn what_was_only_typed_in_another_way_is_named_and_shown_with_all() {
    let told = diff("1.4 1.5 --language ru", 1);
    expect("commands/expected/diff-1.5.ru.txt", &told);
    let told = diff("1.4 1.5 --language ru --all", 1);
    expect("commands/expected/diff-1.5-all.ru.txt", &told);
}

#[test]
fn sections_inserted_in_all_languages() {
    let told = diff("1.5 2.0", 1);
    expect("commands/expected/diff-2.0.txt", &told);
}

#[test]
fn with_colours_nothing_is_marked_by_signs() {
    let sample = Sample::history();
    let root = sample.path("").display().to_string();
    let arguments = [
        "tarmaq",
        "diff",
        "--root",
        &root,
        "refund-policy",
        "1.0",
        "1.1",
    ];
    let cli = Cli::parse_from(arguments.into_iter().chain(["--language", "en"]));
    let day = jiff::civil::date(2026, 11, 1);
    let surroundings = Surroundings {
        now: day.to_zoned(TimeZone::UTC).unwrap(),
        clock: || jiff::civil::date(2026, 1, 1),
        source_date_epoch: None,
        stdout_colour: true,
        stdout_width: Some(80),
        stderr_colour: false,
        stderr_terminal: false,
        began: None,
    };
    let told = tarmaq::cli::run(cli, &surroundings).stdout;
    expect(
        "commands/expected/diff-1.1-colour.en.txt",
        &told.replace('\u{1b}', "ESC"),
    );
    for mark in ["[-", "-]", "{+", "+}"] {
        assert!(!told.contains(mark), "{mark}");
    }
}

#[test]
fn the_comparative_table_in_plain_text() {
    let told = diff("1.2 1.3 --language kk --format table", 1);
    expect("commands/expected/diff-1.3.kk.table.txt", &told);
    let told = diff("1.3 1.4 --language ru --format table", 1);
    expect("commands/expected/diff-1.4.ru.table.txt", &told);
}

#[test]
fn a_comparative_table_of_what_was_only_typed_in_another_way_is_empty_and_says_so() {
    let told = diff("1.4 1.5 --format table", 1);
    expect("commands/expected/diff-1.5.table.txt", &told);
}

#[test]
fn the_comparative_table_as_markdown() {
    let told = diff("1.1 1.2 --format markdown", 1);
    expect("commands/expected/diff-1.2.md", &told);
    let told = diff("1.5 2.0 --language kk --language ru --format markdown", 1);
    expect("commands/expected/diff-2.0.kk-ru.md", &told);
}

#[test]
fn the_comparative_table_as_a_page() {
    let told = diff("1.3 1.4 --language kk --language ru --format html", 1);
    expect("commands/expected/diff-1.4.kk-ru.html", &told);
    let told = diff("1.5 2.0 --language en --format html", 1);
    expect("commands/expected/diff-2.0.en.html", &told);
}

#[test]
fn everything_for_programs() {
    let told = diff("1.2 1.3 --language en --format json", 1);
    expect("commands/expected/diff-1.3.en.json", &told);
}

/// `tarmaq diff --schema` prints the description that programs are promised.
#[test]
fn the_json_is_as_it_is_described() {
    let schema = Sample::nothing()
        .run(&["diff", "--schema"])
        .expect(0)
        .stdout;
    for pair in [
        "1.0 1.1", "1.2 1.3", "1.3 1.4", "1.4 1.5", "1.5 2.0", "2.0 2.1", "1.0 2.0",
    ] {
        for all in ["", " --all"] {
            let told = diff(&format!("{pair} --format json{all}"), 1);
            let told: Value = serde_json::from_str(&told).unwrap();
            fits(&schema, &told);
            assert_eq!(told["languages"].as_array().unwrap().len(), 3, "{pair}");
        }
    }
    let told: Value = serde_json::from_str(&diff("1.3 1.3 --format json", 0)).unwrap();
    fits(&schema, &told);
    assert_eq!(told["differs"], false);
    assert_eq!(told["table"]["rows"].as_array().unwrap().len(), 0);
}

#[test]
fn the_newest_edition_is_compared_with_the_one_before_it() {
    let told = diff("--language en", 1);
    assert!(
        told.starts_with("refund-policy: edition 2.0 → edition 2.1\n"),
        "{told}"
    );
    let told = diff("1.5 --language en", 1);
    assert!(
        told.starts_with("refund-policy: edition 1.5 → edition 2.1\n"),
        "{told}"
    );
}

#[test]
fn an_edition_compared_with_itself_does_not_differ() {
    let told = diff("1.3 1.3 --language en", 0);
    assert!(told.contains("Nothing changed."), "{told}");
}

#[test]
fn a_policy_with_one_edition_has_nothing_to_compare() {
    let run = Sample::history().run(&["diff", "cookie-notice"]).expect(0);
    assert_eq!(run.stdout, "");
    assert_eq!(
        run.stderr,
        "There is nothing to compare: cookie-notice has no edition before 1.0.\n"
    );
}

#[test]
fn a_language_that_one_edition_has_not_is_told_of() {
    let sample = Sample::history();
    sample.remove("content/refund-policy/1.1/kk.md");
    let run = sample
        .run(&["diff", "refund-policy", "1.0", "1.1"])
        .expect(1);
    assert!(
        run.stdout
            .ends_with("Edition 1.1 has no text in kk: nothing is compared.\n"),
        "{}",
        run.stdout
    );
    let told = sample
        .run(&["diff", "refund-policy", "1.0", "1.1", "--format", "json"])
        .expect(1);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(
        told["missing"],
        serde_json::json!([{ "language": "kk", "edition": "1.1" }])
    );
    assert_eq!(told["languages"].as_array().unwrap().len(), 2);
}

#[test]
fn editions_without_a_text_to_compare_are_no_comparison() {
    let sample = Sample::history();
    sample.remove("content/refund-policy/1.1/kk.md");
    let nothing = |arguments: &str, why: &str| {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let run = sample.run(&arguments).expect(2);
        let error = format!("error: could not compare the editions of `refund-policy`: {why}\n");
        assert_eq!((run.stdout, run.stderr), (String::new(), error));
    };
    nothing(
        "diff refund-policy 1.0 1.1 --language kk",
        "edition 1.1 has no text in kk",
    );
    for text in ["1.1/ru.md", "1.1/en.md", "1.2/kk.md"] {
        sample.remove(&format!("content/refund-policy/{text}"));
    }
    nothing(
        "diff refund-policy 1.1 1.2 --format json",
        "edition 1.1 has no text in kk, ru, en, and edition 1.2 has no text in kk",
    );
}

#[test]
fn a_faulty_text_is_compared_as_far_as_it_can_be_read() {
    let sample = Sample::history();
    sample.replace(
        "content/refund-policy/1.1/en.md",
        "# Refund Policy\n",
        "<b>Refund Policy\n",
    );
    let run = sample
        .run(&["diff", "refund-policy", "1.0", "1.1", "--language", "en"])
        .expect(1);
    assert!(
        run.stdout
            .contains("[-30 (thirty) calendar days-] → {+10 (ten) business days+}"),
        "{}",
        run.stdout
    );
}

#[test]
fn the_output_goes_to_a_file() {
    let sample = Sample::history();
    let arguments = "diff refund-policy 1.0 1.1 --format html --output table.html";
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let run = sample.run(&arguments).expect(1);
    assert_eq!(run.stdout, "Written to table.html\n");
    let page = std::fs::read_to_string(sample.path("table.html")).unwrap();
    assert!(page.starts_with("<!doctype html>"), "{page}");
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let sample = Sample::history();
    for (arguments, error) in [
        (
            "diff refunds",
            "could not find the policy `refunds`: the site has refund-policy, bonus-programme, cookie-notice",
        ),
        (
            "diff bonus-programme 1.0 1.5",
            "could not find the edition `1.5`: bonus-programme has 1.0, 1.1, 1.2",
        ),
        (
            "diff bonus-programme --language de",
            "could not find the language `de`: the site has kk, ru, en",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let run = sample.run(&arguments).expect(2);
        assert_eq!(run.stderr, format!("error: {error}\n"));
        assert_eq!(run.stdout, "");
    }
}
