//! What a person reads in a terminal.

use crate::common::expected::expect;
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

#[test]
fn the_findings_about_a_faulty_site() {
    let run = Sample::faulty().run(&["check", "--date", DAY]).expect(1);
    assert_eq!(run.stderr, "");
    expect("findings/expected/human.txt", &run.stdout);
}

#[test]
fn a_finding_shows_both_files_when_two_languages_are_concerned() {
    let shown = Sample::faulty().run(&["check", "--date", DAY]).stdout;
    let finding = shown
        .split("\n\n")
        .find(|text| text.contains("missing-clause"));
    let finding = finding.unwrap();
    assert!(
        finding.contains("--> content/sample-policy/1.0/en.md:"),
        "{finding}"
    );
    assert!(
        finding.contains("::: content/sample-policy/1.0/ru.md:7:1"),
        "{finding}"
    );
    assert!(
        finding.contains("| 1.3. Ответ на запрос дается"),
        "{finding}"
    );
}

/// The marks stand right below the words, although the line is cut and its letters are Cyrillic.
#[test]
fn the_words_are_underlined_and_nothing_else() {
    let shown = Sample::faulty().run(&["check", "--date", DAY]).stdout;
    for (rule, marks) in [
        ("raw-html", "<b>"),
        ("ragged-table", "| Алматы | 050000 | 1 |"),
    ] {
        let finding = shown
            .split("\n\n")
            .find(|text| text.contains(rule))
            .unwrap();
        let mut lines = finding.lines().skip_while(|line| !line.contains(marks));
        let (source, below) = (lines.next().unwrap(), lines.next().unwrap());
        let marked = source
            .chars()
            .zip(below.chars())
            .filter(|(_, mark)| *mark == '^');
        let marked: String = marked.map(|(letter, _)| letter).collect();
        assert_eq!(marked, marks, "{finding}");
        assert!(source.chars().count() < 110, "{finding}");
    }
}

#[test]
fn the_last_line_counts_the_findings() {
    let run = Sample::faulty().run(&["check", "--date", DAY]);
    let last = run.stdout.lines().last();
    assert_eq!(last, Some("7 errors, 1 warning."));
    let clean = Sample::small().run(&["check", "--date", DAY]).expect(0);
    let told = "1 policy, 1 edition, 2 languages, 6 clauses compared; no findings.\n";
    assert_eq!(clean.stdout, told);
}

#[test]
fn no_escape_codes_are_written_to_a_file() {
    let run = Sample::faulty().run(&["check", "--date", DAY]);
    assert!(!run.stdout.contains('\u{1b}'));
}
