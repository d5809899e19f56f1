//! Laws of seals: what no reader can see changes no digest, and any letter changes one.

use proptest::prelude::*;
use proptest::test_runner::Config;

use tarmaq::model::{Lang, Text};
use tarmaq::parse::parse;
use tarmaq::seal::{differences, read_witness, seal_text, write_witness};
use tarmaq::source::{SourceFile, Sources, decode};

use crate::common::real;

fn read(text: &str) -> (Text, Sources) {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("en.md", text.to_owned()));
    let text = parse(id, sources.get(id), &Lang::new("en").unwrap()).0;
    (text, sources)
}

fn approved() -> impl Strategy<Value = String> {
    let texts = ["privacy-policy", "personal-data-destruction-policy"]
        .into_iter()
        .flat_map(|policy| {
            ["kk", "ru", "en"].map(|lang| {
                let path = format!("content/{policy}/1.1/{lang}.md");
                std::fs::read_to_string(real::root().join(path)).unwrap()
            })
        });
    prop::sample::select(texts.collect::<Vec<_>>())
}

fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-zа-я]{1,8}", 2..30)
}

proptest! {
    #![proptest_config(Config { cases: 96, failure_persistence: None, ..Config::default() })]

    #[test]
    fn wraps_and_spaces_change_no_digest(words in words(), breaks in prop::collection::vec(0..4_usize, 30)) {
        let plain = format!("# T\n\n1.1. {}.\n\n- {}\n", words.join(" "), words.join(" "));
        let mut wrapped = String::new();
        for (word, kind) in words.iter().zip(&breaks) {
            wrapped.push_str(word);
            wrapped.push_str([" ", "\n", "  ", "\u{A0}"][*kind]);
        }
        let wrapped = wrapped.trim_end();
        let item = wrapped.replace('\n', "\n  ");
        let wrapped = format!("# T\n\n1.1. {wrapped}.\n\n- {item}\n");
        prop_assert_eq!(seal_text(&read(&plain).0), seal_text(&read(&wrapped).0));
    }

    #[test]
    fn how_a_file_is_saved_changes_no_digest(text in approved()) {
        let saved = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        let saved = decode(saved.as_bytes()).text;
        prop_assert_eq!(seal_text(&read(&text).0), seal_text(&read(&saved).0));
    }

    /// Whatever letter or figure is changed, the difference is told in the unit where it stands.
    #[test]
    fn any_letter_of_an_approved_text_counts(text in approved(), place in 0.0..1.0_f64, other in "[a-zа-я0-9]") {
        let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
        let (at, old) = letters[(place * letters.len() as f64) as usize];
        prop_assume!(old.to_string() != other);
        let in_note = text[..at].rfind("<!--").is_some_and(|note| !text[note..at].contains("-->"));
        prop_assume!(!in_note);
        let changed = format!("{}{other}{}", &text[..at], &text[at + old.len_utf8()..]);
        let witness = write_witness(&seal_text(&read(&text).0));
        let told = differences(&read_witness(&witness), &read(&changed).0);
        prop_assert!(!told.is_empty(), "{old} → {other} at {at}");
    }

    /// Any text is sealed and read back, and equals itself.
    #[test]
    fn any_text_is_sealed_and_read_back(text in "[#a-zі0-9 .\\-*_|`<>\\[\\]()\\\\\n]{0,200}") {
        let (text, _sources) = read(&text);
        let sealed = seal_text(&text);
        let witness = write_witness(&sealed);
        let units = read_witness(&witness);
        prop_assert!(tarmaq::seal::answers(&units, sealed.digest));
        prop_assert_eq!(differences(&units, &text), vec![]);
    }
}
