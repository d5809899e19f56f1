use super::RULES;
use crate::diagnostic::Rule;

/// How many names are proposed in place of one that no rule has.
const PROPOSED: usize = 3;

/// How much less than the likest another name may be like it.
const NEAR: f64 = 0.75;

/// The rule of a name.
pub fn named(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// The names of the rules that are most like a name that no rule has, the likest first.
pub fn nearest(name: &str) -> Vec<&'static str> {
    let mut names: Vec<(f64, &str)> = RULES
        .iter()
        .map(|rule| {
            (
                strsim::normalized_damerau_levenshtein(name, rule.name),
                rule.name,
            )
        })
        .collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let likest = names.first().map_or(0.0, |(likeness, _)| *likeness);
    names.retain(|(likeness, _)| *likeness >= likest * NEAR);
    names
        .into_iter()
        .take(PROPOSED)
        .map(|(_, name)| name)
        .collect()
}
