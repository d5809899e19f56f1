use serde::Deserialize;

use super::ask::{Ask, PerLanguage};
use super::entries::entries;
use super::place::find_key;
use super::value::{Day, localized};
use crate::check::missing_key;
use crate::model::{Corrigendum, Lang};
use crate::source::SourceFile;

/// An entry of `corrigenda` in `edition.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrigendumFile {
    date: Option<Day>,
    reason: PerLanguage,
}

impl Ask<'_> {
    /// The corrections of an edition. `read` is the file without what was faulty in it; a correction
    /// without a date is reported and left out.
    pub(super) fn corrigenda(
        &mut self,
        read: &SourceFile,
        languages: &[Lang],
        corrigenda: Vec<CorrigendumFile>,
    ) -> Vec<Corrigendum> {
        if corrigenda.is_empty() {
            return Vec::new();
        }
        let places = entries(read, "corrigenda");
        let found = places.len() == corrigenda.len();
        let list = find_key(self.file, &["corrigenda"]);
        let mut taken = Vec::new();
        for (at, entry) in corrigenda.into_iter().enumerate() {
            let place = places.get(at).filter(|_| found);
            // What was faulty has been reported: it is not missing as well.
            let faulty = place.is_some_and(|place| place.text() != self.file.slice(place.span()));
            let begin = place.map_or(list, |place| place.begin());
            let reason = localized(entry.reason);
            let mut missing = Vec::new();
            if entry.date.is_none() {
                missing.push(("corrigenda.date".to_owned(), "date: 2026-04-02".to_owned()));
            }
            for lang in languages.iter().filter(|lang| !reason.contains_key(lang)) {
                missing.push((format!("corrigenda.reason.{lang}"), format!("{lang}: …")));
            }
            for (key, example) in missing.iter().filter(|_| !faulty) {
                let finding = missing_key::finding(self.id, begin, key, example);
                self.findings.push(finding);
            }
            let span = place.and_then(|place| place.value("date")).unwrap_or(begin);
            taken.extend(entry.date.map(|date| Corrigendum {
                date: date.0,
                reason,
                span,
            }));
        }
        taken
    }
}
