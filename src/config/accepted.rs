use serde::Deserialize;

use super::clauses::{ClauseAddress, Clauses};
use super::entries::{Entry, entries};
use super::place::find_key;
use super::value::{LangCode, Passage, Words};
use crate::check::{invalid_value, missing_key, named, nearest};
use crate::diagnostic::Finding;
use crate::model::{Acceptance, Lang};
use crate::source::{FileId, SourceFile, Span};

/// An entry of `accepted` in `edition.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptedFile {
    rule: Option<Words>,
    language: Option<LangCode>,
    clause: Option<Clauses>,
    words: Option<Passage>,
    reason: Option<Passage>,
}

/// The acceptances of an edition. `read` is the file without what was faulty in it; what cannot be
/// accepted is reported and left out.
pub(super) fn acceptances(
    id: FileId,
    file: &SourceFile,
    read: &SourceFile,
    languages: &[Lang],
    accepted: Vec<AcceptedFile>,
    findings: &mut Vec<Finding>,
) -> Vec<Acceptance> {
    if accepted.is_empty() {
        return Vec::new();
    }
    let places = entries(read, "accepted");
    let found = places.len() == accepted.len();
    let mut clerk = Clerk {
        id,
        file,
        languages,
        list: find_key(file, &["accepted"]),
        findings,
    };
    let accepted = accepted.into_iter().enumerate();
    let accepted = accepted.map(|(at, entry)| {
        let place = places.get(at).filter(|_| found);
        clerk.acceptance(entry, place)
    });
    accepted.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// Who takes the entries in.
struct Clerk<'f> {
    id: FileId,
    file: &'f SourceFile,
    languages: &'f [Lang],
    /// The key of the list, for entries whose place is not known.
    list: Span,
    findings: &'f mut Vec<Finding>,
}

impl Clerk<'_> {
    fn acceptance(&mut self, entry: AcceptedFile, place: Option<&Entry<'_>>) -> Option<Acceptance> {
        // What was faulty has been reported: it is not missing as well, and without it the entry
        // would say something else.
        let faulty = place.is_some_and(|entry| entry.text() != self.file.slice(entry.span()));
        let begin = place.map_or(self.list, Entry::begin);
        let at = |key: &str| place.and_then(|place| place.value(key)).unwrap_or(begin);
        let reason = entry.reason.filter(|reason| !reason.0.is_empty());
        let missing = [
            ("rule", "rule: number-gap", entry.rule.is_none()),
            ("language", "language: kk", entry.language.is_none()),
            ("words", "words: …", entry.words.is_none()),
            ("reason", "reason: …", reason.is_none()),
        ];
        for (key, example, _) in missing.iter().filter(|(.., missing)| *missing && !faulty) {
            let key = format!("accepted.{key}");
            let finding = missing_key::finding(self.id, begin, &key, example);
            self.findings.push(finding);
        }
        let rule = entry.rule.and_then(|rule| self.rule(rule.0, at("rule")));
        let language = entry
            .language
            .and_then(|language| self.language(language.0, at("language")));
        let clauses = self.clauses(entry.clause, at("clause"));
        if faulty {
            return None;
        }
        Some(Acceptance {
            rule: rule?,
            language: language?,
            clauses: clauses?,
            words: entry.words?.0,
            reason: reason?.0,
            file: self.id,
            span: at("words"),
        })
    }

    /// The addresses; none where none is given.
    fn clauses(&mut self, clauses: Option<Clauses>, span: Span) -> Option<Vec<String>> {
        match clauses {
            None => Some(Vec::new()),
            Some(Clauses::Named(addresses)) => Some(addresses),
            Some(Clauses::Fraction) => {
                let typed = self.file.slice(span);
                let address = typed.contains('.').then(|| ClauseAddress::parse(typed));
                if let Some(ClauseAddress(address)) = address.flatten() {
                    return Some(vec![address]);
                }
                let why = format!("expected {}", ClauseAddress::EXPECTED);
                self.findings
                    .push(invalid_value::finding(self.id, span, &why));
                None
            }
        }
    }

    fn rule(&mut self, name: String, span: Span) -> Option<String> {
        let why = match named(&name) {
            Some(rule) if rule.may_be_accepted() => return Some(name),
            Some(_) => format!(
                "the findings of `{name}` cannot be accepted, because they are not about the words \
                 of an approved text"
            ),
            None => {
                let near: Vec<_> = nearest(&name).iter().map(|n| format!("`{n}`")).collect();
                let near = near.join(", ");
                format!("there is no rule `{name}`; the names most like it are {near}")
            }
        };
        self.findings
            .push(invalid_value::finding(self.id, span, &why));
        None
    }

    fn language(&mut self, language: Lang, span: Span) -> Option<Lang> {
        if self.languages.contains(&language) {
            return Some(language);
        }
        let why = format!("the site has no language `{language}`");
        self.findings
            .push(invalid_value::finding(self.id, span, &why));
        None
    }
}
