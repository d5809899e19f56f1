//! The files of a seal are written by the program: whatever is changed in them by hand is an error.

use super::sealing::{EDITION, SEAL, add_second, seal, sealed};
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;
use tarmaq::diagnostic::Severity;
use tarmaq::driver::{Occasion, Unseen, check};
use tarmaq::site::Drafts;

const SECOND: &str = "content/sample-policy/2.0/edition.yaml";
const SECOND_SEAL: &str = "content/sample-policy/2.0/seal.yaml";

/// Two sealed editions whose seals say all that a seal can say.
fn full() -> Sample {
    let sample = sealed();
    sample.append(EDITION, "until: 2025-05-31\n");
    seal(&sample, "1.0", 0);
    add_second(&sample);
    sample.replace(
        SECOND,
        "until: 2025-05-31",
        "in_force: 2025-06-01\nuntil: 2027-05-31",
    );
    seal(&sample, "2.0", 0);
    sample.replace(
        "content/sample-policy/2.0/en.md",
        "is made up",
        "was made up",
    );
    sample.append(
        SECOND,
        "corrigenda:\n- date: 2026-01-10\n  reason: { en: a slip of the pen, ru: описка }\n\
         repealed:\n  date: 2026-06-01\n  order: { number: 09-П, date: 2026-01-12 }\n",
    );
    seal(&sample, "2.0", 0);
    assert_eq!(errors(&sample), 0);
    sample
}

fn errors(sample: &Sample) -> usize {
    let occasion = Occasion {
        today: DAY.parse().unwrap(),
        drafts: Drafts::Hidden,
    };
    let report = check(&sample.path(""), occasion, &Unseen).unwrap();
    let errors = report.findings.iter();
    errors.filter(|f| f.severity == Severity::Error).count()
}

/// Other characters of the same kind: a letter for a letter, a figure for a figure.
fn other(c: char) -> char {
    match c {
        '9' => '0',
        '0'..='8' => char::from(c as u8 + 1),
        'z' => 'y',
        'я' => 'ю',
        'a'..='y' => char::from(c as u8 + 1),
        c if c.is_alphabetic() => 'ж',
        ' ' => '_',
        _ => ' ',
    }
}

/// The first character of each kind in a line, with another in its place.
fn flips(line: &str) -> Vec<String> {
    let kinds: [fn(&char) -> bool; 5] = [
        |c| c.is_ascii_digit(),
        |c| c.is_ascii_alphabetic(),
        |c| c.is_alphabetic() && !c.is_ascii(),
        |c| *c == ' ',
        |c| !c.is_alphanumeric() && *c != ' ',
    ];
    let flip = |kind: &fn(&char) -> bool| {
        // The last: the words of a line stand behind its key.
        let (at, c) = line.char_indices().rfind(|(_, c)| kind(c))?;
        let after = &line[at + c.len_utf8()..];
        Some(format!("{}{}{after}", &line[..at], other(c)))
    };
    kinds.iter().filter_map(flip).collect()
}

/// What somebody may do to a file: each line flipped, taken out, doubled, changed with the next one,
/// and given a space.
fn edits(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let with = |at: usize, new: &[String]| {
        let before = lines[..at].iter().map(|line| (*line).to_owned());
        let after = lines[at + 1..].iter().map(|line| (*line).to_owned());
        let all: Vec<String> = before.chain(new.iter().cloned()).chain(after).collect();
        all.join("\n") + "\n"
    };
    let mut edits = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = (*line).to_owned();
        edits.extend(flips(&line).into_iter().map(|flipped| with(at, &[flipped])));
        edits.push(with(at, &[]));
        edits.push(with(at, &[line.clone(), line.clone()]));
        edits.push(with(at, &[format!("{line} ")]));
        edits.push(with(at, &[line.clone(), String::new()]));
        if lines.get(at + 1).is_some_and(|next| *next != line) {
            let mut swapped = lines.clone();
            swapped.swap(at, at + 1);
            edits.push(swapped.join("\n") + "\n");
        }
    }
    edits.push(text.trim_end().to_owned());
    edits.push(format!("{text}# a note\n"));
    edits.push(String::new());
    edits
}

#[track_caller]
fn each_edit_is_an_error(sample: &Sample, path: &str) {
    let text = std::fs::read_to_string(sample.path(path)).unwrap();
    for edit in edits(&text) {
        assert_ne!(edit, text);
        sample.write(path, &edit);
        assert_ne!(errors(sample), 0, "{path} may be\n{edit}");
    }
    sample.write(path, &text);
    assert_eq!(errors(sample), 0);
}

#[test]
fn any_line_of_a_seal() {
    each_edit_is_an_error(&full(), SEAL);
}

#[test]
fn any_line_of_a_seal_with_all_that_a_seal_can_say() {
    each_edit_is_an_error(&full(), SECOND_SEAL);
}

#[test]
fn any_line_of_a_witness() {
    let sample = full();
    for witness in ["1.0/seal/en.txt", "2.0/seal/ru.txt"] {
        each_edit_is_an_error(&sample, &format!("content/sample-policy/{witness}"));
    }
}

/// The day of sealing is sealed, that of a correction and of an end as well.
#[test]
fn the_days_of_sealing() {
    let sample = full();
    let text = std::fs::read_to_string(sample.path(SECOND_SEAL)).unwrap();
    let sealed = format!("sealed: {DAY}");
    let days = text.matches(&sealed).count();
    assert_eq!(days, 3, "{text}");
    for day in 0..days {
        let (at, written) = text.match_indices(&sealed).nth(day).unwrap();
        let after = &text[at + written.len()..];
        sample.write(
            SECOND_SEAL,
            format!("{}sealed: 2026-01-14{after}", &text[..at]),
        );
        let finding = sample.finding_of("broken-seal");
        let message = finding["message"].as_str().unwrap();
        assert!(
            message.starts_with("the seal is broken: this digest is not that of"),
            "{message}"
        );
    }
}

/// Whole records taken out.
#[test]
fn the_records_of_a_correction_and_of_an_end() {
    let sample = full();
    let text = std::fs::read_to_string(sample.path(SECOND_SEAL)).unwrap();
    let at = |key: &str| text.find(key).unwrap();
    let (corrigenda, ends) = (at("corrigenda:"), at("ends:"));
    sample.write(SECOND_SEAL, &text[..ends]);
    assert_eq!(sample.finding()["rule"], "unsealed-end");
    sample.write(
        SECOND_SEAL,
        format!("{}{}", &text[..corrigenda], &text[ends..]),
    );
    assert_ne!(errors(&sample), 0);
}
