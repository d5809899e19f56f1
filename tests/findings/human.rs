//! What a person reads in a terminal.

use tarmaq::diagnostic::{Format, Styling, render};
use tarmaq::driver;

use crate::common::expected::expect;
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

const EN: &str = "content/sample-policy/1.0/en.md";

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
    let last = run.stdout.lines().last().unwrap();
    let findings = Sample::faulty().findings();
    let count = |severity| {
        findings
            .iter()
            .filter(|f| f["severity"] == severity)
            .count()
    };
    let (errors, warnings) = (count("error"), count("warning"));
    assert!(errors > 1 && warnings > 0);
    let plural = if warnings == 1 { "" } else { "s" };
    assert_eq!(
        last,
        format!("{errors} errors, {warnings} warning{plural}.")
    );
    let clean = Sample::small().run(&["check", "--date", DAY]).expect(0);
    let told = "1 policy, 1 edition, 2 languages, 6 clauses compared; no findings.\n";
    assert_eq!(clean.stdout, told);
}

/// A text may stand on one line of any length. What is shown of it is what stands around the words,
/// under the column where they really are; and the cost of a finding is not that of the line.
#[test]
fn thousands_of_findings_on_one_line_are_shown_each_at_its_place() {
    const TIMES: usize = 5000;
    let sample = Sample::small();
    let sentence = "Это <b>слово, и за ним другие слова. ";
    let line = format!("1.1. {}", sentence.repeat(TIMES));
    sample.replace(
        "content/sample-policy/1.0/ru.md",
        "1.1. Это образец. Компания вымышлена.",
        &line,
    );
    let run = sample.run(&["check", "--rule", "raw-html", "--date", DAY]);
    let run = run.expect(1);
    let shown: Vec<&str> = run.stdout.split("\n\n").collect();
    assert_eq!(shown.len(), TIMES + 2);
    for (at, finding) in shown[..TIMES].iter().enumerate() {
        let column = 5 + at * sentence.chars().count() + 5;
        let place = format!("--> content/sample-policy/1.0/ru.md:5:{column}\n");
        assert!(finding.contains(&place), "{place}{finding}");
        let words = finding.lines().find(|line| line.contains("<b>")).unwrap();
        assert!(words.chars().count() < 110, "{finding}");
        assert!(at < 10 || words.contains("| ..."), "{finding}");
    }
}

/// Letters outside ASCII take several bytes, and one column.
#[test]
fn the_columns_of_the_summary_stand_below_each_other() {
    let sample = Sample::faulty();
    sample.write("content/құпиялық/1.0/en.md", "# T\n");
    sample.write(
        format!("content/{}/1.0/en.md", "длинно-".repeat(12)).as_str(),
        "# T\n",
    );
    let shown = sample.run(&["check", "--date", DAY]).expect(1).stdout;
    let table = shown.split("\n\n").find(|text| text.starts_with("policy "));
    let rows: Vec<&str> = table.unwrap().lines().collect();
    assert!(
        rows.iter().any(|row| row.starts_with("құпиялық ")),
        "{rows:#?}"
    );
    assert!(
        rows.iter().any(|row| row.contains("-длинн... ")),
        "{rows:#?}"
    );
    let width = rows[0].chars().count();
    for row in rows {
        assert_eq!(row.chars().count(), width, "{row}");
        assert!(row.chars().count() <= 100, "{row}");
    }
}

#[test]
fn no_escape_codes_are_written_to_a_file() {
    let run = Sample::faulty().run(&["check", "--date", DAY]);
    assert!(!run.stdout.contains('\u{1b}'));
}

/// Colours change nothing of what is told, nor of where it stands in a long line.
#[test]
fn without_its_escape_codes_the_coloured_output_is_the_plain_one() {
    let sample = Sample::faulty();
    let long = format!("1.1. {}<b>", "слово ".repeat(200));
    sample.replace("content/sample-policy/1.0/ru.md", "1.1. ", &long);
    let occasion = driver::Occasion {
        today: DAY.parse().unwrap(),
        drafts: tarmaq::site::Drafts::Hidden,
    };
    let report = driver::check(&sample.path(""), occasion, &driver::Unseen).unwrap();
    let coloured = render(&report, Format::Human, Styling::Colour);
    assert!(coloured.contains("\u{1b}["));
    let mut pieces = coloured.split("\u{1b}[");
    let mut bare = pieces.next().unwrap().to_owned();
    for piece in pieces {
        bare.push_str(piece.split_once('m').unwrap().1);
    }
    assert_eq!(bare, render(&report, Format::Human, Styling::Plain));
    assert!(bare.contains("ru.md:5:1206\n"), "{bare}");
}

/// Nobody reads thousands of lines about one clause; JSON and SARIF have them all.
#[test]
fn of_very_many_places_some_are_shown() {
    let sample = Sample::small();
    let dates: Vec<String> = (0..500)
        .map(|year| format!("01.02.{}", 2000 + year))
        .collect();
    sample.replace(EN, "1.1. ", &format!("1.1. {} ", dates.join(" ")));
    let shown = sample.run(&["check", "--date", DAY]).expect(1).stdout;
    let finding = shown
        .split("\n\n")
        .find(|text| text.contains("date-mismatch"));
    let finding = finding.unwrap();
    assert!(finding.contains("“01.02.2004” and 495 more"), "{finding}");
    assert!(
        finding.contains("= note: 492 more places are not shown here"),
        "{finding}"
    );
    assert!(finding.lines().count() < 60, "{finding}");
}
