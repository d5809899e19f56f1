use std::collections::BTreeMap;

use crate::model::Lang;
use crate::site::{Page, PageKind, Pair};
use crate::source::FileId;

/// The pages about one policy, sorted by what they have in common.
#[derive(Default)]
pub(super) struct PolicySheets<'p> {
    /// The pages that show one text, which is rendered once for them.
    pub(super) texts: BTreeMap<FileId, Vec<&'p Page<'p>>>,
    /// The pages that set the languages of an edition side by side, which show the same cells.
    pub(super) parallels: BTreeMap<FileId, Vec<&'p Page<'p>>>,
    /// The facts of an edition, which are the same at all its addresses.
    pub(super) facts: BTreeMap<FileId, Vec<&'p Page<'p>>>,
    /// The pages about the changes between two editions, which are found out once for them.
    pub(super) changes: BTreeMap<(FileId, FileId), (Pair<'p>, Vec<&'p Page<'p>>)>,
    /// Its histories, which tell how many clauses changed.
    pub(super) histories: Vec<&'p Page<'p>>,
    /// All others.
    pub(super) others: Vec<&'p Page<'p>>,
}

/// The pages of a site that are about no single policy.
#[derive(Default)]
pub(super) struct Frame<'p> {
    /// Those that have nothing in common with others.
    pub(super) alone: Vec<&'p Page<'p>>,
    /// The search in each language: its page names the version of its index, which is that of the files.
    pub(super) searches: BTreeMap<&'p Lang, Vec<&'p Page<'p>>>,
}

impl<'p> Frame<'p> {
    /// Takes them out of all pages of a site.
    pub(super) fn of(pages: &'p [Page<'p>]) -> Self {
        let mut frame = Self::default();
        for page in pages {
            if let PageKind::Search(lang) | PageKind::SearchData(lang, ..) = page.kind {
                frame.searches.entry(lang).or_default().push(page);
            } else if page.kind.policy().is_none() {
                frame.alone.push(page);
            }
        }
        frame
    }
}

impl<'p> PolicySheets<'p> {
    /// Sorts the pages about one policy.
    pub(super) fn of(pages: Vec<&'p Page<'p>>) -> Self {
        let mut sheets = Self::default();
        for page in pages {
            sheets.take(page);
        }
        sheets
    }

    fn take(&mut self, page: &'p Page<'p>) {
        match &page.kind {
            PageKind::Policy(.., text) | PageKind::Edition(.., text) => {
                self.texts.entry(text.file).or_default().push(page);
            }
            PageKind::SideBySide(_, edition, _) => {
                self.parallels.entry(edition.file).or_default().push(page);
            }
            PageKind::EditionData(_, edition) => {
                self.facts.entry(edition.file).or_default().push(page);
            }
            PageKind::Changes(_, pair, ..) => {
                let editions = (pair.to.file, pair.from.file);
                let own = self.changes.entry(editions);
                own.or_insert((*pair, Vec::new())).1.push(page);
            }
            PageKind::History(..) => self.histories.push(page),
            _ => self.others.push(page),
        }
    }
}
