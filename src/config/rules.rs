use std::collections::BTreeMap;

use super::place::{find_key, value_of};
use super::value::{LevelWord, Words};
use crate::check::{invalid_value, named, nearest, unknown_key};
use crate::diagnostic::Finding;
use crate::model::Level;
use crate::source::{FileId, SourceFile};

/// `rules` in `site.yaml`: how the findings of single rules are to be taken.
pub(super) type RulesFile = BTreeMap<Words, LevelWord>;

/// The levels by rule, and the findings about rules that do not exist and errors that cannot be
/// lowered. What is reported is left out.
pub(super) fn levels(
    id: FileId,
    file: &SourceFile,
    rules: RulesFile,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Level> {
    let mut levels = BTreeMap::new();
    for (Words(name), LevelWord(level)) in rules {
        let key = find_key(file, &["rules", &name]);
        let Some(rule) = named(&name) else {
            let near = nearest(&name);
            findings.push(unknown_key::finding(id, key, &name, &near));
            continue;
        };
        if level != Level::Error && !rule.may_be_lowered() {
            let why = format!(
                "the findings of `{name}` stay errors: a text that was not read as it was meant \
                 cannot be built from"
            );
            findings.push(invalid_value::finding(id, value_of(file, key), &why));
            continue;
        }
        levels.insert(name, level);
    }
    levels
}
