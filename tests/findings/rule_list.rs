//! The page of all rules, `src/check/README.md`, is made of their manuals.

use std::fmt::Write as _;

use tarmaq::check::RULES;
use tarmaq::diagnostic::Family;

use crate::common::expected::expect;

#[test]
fn the_page_of_the_rules_is_up_to_date() {
    let mut page = String::from(
        "# The rules\n\n\
         What `tarmaq check` looks at. `tarmaq explain RULE` tells more about a rule: what it looks \
         at, why, and how to mend what it finds. This page is made by a test from the heads of the \
         files of this folder: one rule, one file.\n",
    );
    for family in Family::ALL {
        let rules: Vec<_> = RULES.iter().filter(|rule| rule.family == family).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {}\n\n| rule | severity | what is wrong |\n|---|---|---|\n",
            family.title()
        );
        for rule in rules {
            let file = rule.name.replace('-', "_");
            let (name, severity) = (rule.name, rule.severity.word());
            let summary = rule.summary().replace('|', "\\|");
            let _ = writeln!(page, "| [`{name}`]({file}.rs) | {severity} | {summary} |");
        }
    }
    expect("../src/check/README.md", &page);
}

/// The manual of a rule is its whole documentation, so it has to say more than its name.
#[test]
fn each_manual_begins_with_one_sentence_and_goes_on() {
    for rule in RULES {
        let summary = rule.summary();
        assert!(summary.ends_with('.'), "{}: {summary}", rule.name);
        let rest = rule.manual().len() - summary.len();
        assert!(rest > 40, "{} has no manual", rule.name);
    }
}
