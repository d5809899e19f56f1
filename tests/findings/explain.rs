//! `tarmaq explain`: the manual of the rules.

use tarmaq::check::RULES;

use crate::common::sample::Sample;

#[test]
fn without_a_rule_all_are_listed_with_their_severity_and_summary() {
    let list = Sample::nothing().run(&["explain"]).expect(0).stdout;
    let mut column = None;
    for rule in RULES {
        let name = format!("  {} ", rule.name);
        let line = list.lines().find(|line| line.starts_with(&name));
        let line = line.unwrap_or_else(|| panic!("{} is not listed", rule.name));
        assert!(line.ends_with(&rule.summary()), "{line}");
        let at = line.find(&format!(" {} ", rule.severity.word())).unwrap();
        assert_eq!(*column.get_or_insert(at), at, "{line}");
    }
    let rules = list.lines().filter(|line| line.starts_with("  "));
    assert_eq!(rules.count(), RULES.len());
}

#[test]
fn a_rule_has_a_page_that_says_what_may_be_done_about_it() {
    for rule in RULES {
        let page = Sample::nothing().run(&["explain", rule.name]).expect(0);
        let page = page.stdout;
        let head = format!("{} ({}, ", rule.name, rule.severity.word());
        assert!(page.starts_with(&head), "{page}");
        assert!(page.contains(&rule.manual()), "{page}");
    }
}

#[test]
fn what_stays_an_error_is_told() {
    for (rule, told) in [
        ("number-gap", "make it a warning or switch it off"),
        ("number-gap", "can be accepted with a reason"),
        ("raw-html", "It stays an error"),
        ("raw-html", "cannot be accepted"),
        ("unknown-file", "make it an error or switch it off"),
        ("unknown-file", "cannot be accepted"),
        ("invisible-break", "can be accepted with a reason"),
    ] {
        let page = Sample::nothing().run(&["explain", rule]).expect(0).stdout;
        assert!(page.contains(told), "{page}");
    }
}

#[test]
fn a_misspelt_rule_gives_the_names_most_like_it() {
    let run = Sample::nothing()
        .run(&["explain", "mising-clause"])
        .expect(2);
    assert!(
        run.stderr.contains("did you mean `missing-clause`"),
        "{}",
        run.stderr
    );
}
