use super::keyed::Keyed;
use super::place::find_key;
use super::value::{LangCode, Words, localized};
use super::yaml::Faulty;
use crate::check::missing_key;
use crate::diagnostic::Finding;
use crate::model::{Lang, Localized};
use crate::source::{FileId, SourceFile};

/// Words by language, as a file gives them.
pub(super) type PerLanguage = Option<Keyed<LangCode, Words>>;

/// Asks a file for what it has to say.
pub(super) struct Ask<'f> {
    pub(super) id: FileId,
    pub(super) file: &'f SourceFile,
    pub(super) faulty: Faulty,
    pub(super) findings: Vec<Finding>,
}

impl Ask<'_> {
    /// Reports a key at the outer level that is not there.
    pub(super) fn present(&mut self, key: &str, example: &str, present: bool) {
        self.present_below(&[key], example, present);
    }

    /// Reports a key that is not there, at the key it should stand below.
    pub(super) fn present_below(&mut self, path: &[&str], example: &str, present: bool) {
        let faulty = path.first().is_some_and(|key| self.faulty.covers(key));
        if !present && !faulty {
            let above = find_key(self.file, &path[..path.len() - 1]);
            let key = path.join(".");
            self.findings
                .push(missing_key::finding(self.id, above, &key, example));
        }
    }

    /// The words in each language. What is given in one language has to be given in all.
    pub(super) fn complete(
        &mut self,
        path: &[&str],
        map: PerLanguage,
        languages: &[Lang],
    ) -> Localized {
        let given = map.is_some();
        let words = localized(map);
        for lang in languages
            .iter()
            .filter(|lang| given && !words.contains_key(lang))
        {
            let path: Vec<&str> = path.iter().copied().chain([lang.code()]).collect();
            self.present_below(&path, &format!("{lang}: …"), false);
        }
        words
    }
}
