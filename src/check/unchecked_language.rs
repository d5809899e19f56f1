//! A language's file says too little of the language for all rules.
//!
//! What the rules know of a language stands in its file, under `grammar`, group by group: its
//! letters, its endings, its number words, months and units of time, how it declares terms, its
//! quotation marks. Without a group the rules that need it are left out for that language, and only
//! those; this finding says so once.
//!
//! Add the group to `content/languages/<code>.yaml`, as the files of the languages that tarmaq brings
//! have it, or switch the finding off in `site.yaml`.

use crate::diagnostic::{Family, Finding, Rule, Severity};
use crate::lang::{Grammar, Language};
use crate::source::{FileId, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "unchecked-language",
    severity: Severity::Warning,
    family: Family::Language,
    source: include_str!("unchecked_language.rs"),
};

/// The finding about a language; `file` is where its file, or else the one that names it, can be
/// pointed at. `None` when nothing is missing.
pub fn finding(file: FileId, language: &Language) -> Option<Finding> {
    let missing = missing(&language.grammar);
    if missing.is_empty() {
        return None;
    }
    let groups: Vec<String> = missing.iter().map(|(group, _)| format!("`{group}`")).collect();
    let lost: Vec<&str> = missing.iter().map(|(_, lost)| *lost).collect();
    let (lang, groups) = (&language.lang, groups.join(", "));
    let message = format!("not everything is checked in {lang}: {}", lost.join("; "));
    let mut finding = Finding::new(&RULE, message)
        .label(file, Span::at(0), format!("nothing is said of {groups}"))
        .help(format!("add {groups} under `grammar`, as src/lang/data/en.yaml has it"));
    finding.place.language = Some(lang.to_string());
    Some(finding)
}

/// The groups that a grammar lacks, each with what is not checked without it.
fn missing(grammar: &Grammar) -> Vec<(&'static str, &'static str)> {
    [
        ("endings", grammar.endings.is_empty(), "terms and titles are found in one form only"),
        ("script", grammar.script.is_none(), "no word is looked at letter by letter"),
        ("typography", grammar.typography.is_none(), "quotation marks, dashes and spaces are not looked at"),
        ("quantities", grammar.quantities.is_none(), "numbers, dates and periods are not compared"),
        ("terms", grammar.terms.is_none(), "declared terms and references are not compared"),
    ]
    .into_iter()
    .filter_map(|(group, missing, lost)| missing.then_some((group, lost)))
    .collect()
}
