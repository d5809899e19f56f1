use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{FileId, SourceFile, Sources};

/// The files that are looked at just now. Those of a large site are packed, and unpacked for as long as
/// somebody looks at them.
#[derive(Debug)]
pub struct OpenFiles<'s> {
    sources: &'s Sources,
    open: BTreeMap<FileId, Cow<'s, SourceFile>>,
}

impl<'s> OpenFiles<'s> {
    /// Files of which none is open.
    pub fn of(sources: &'s Sources) -> Self {
        Self {
            sources,
            open: BTreeMap::new(),
        }
    }

    /// Opens some files and closes all others.
    pub fn open(&mut self, files: impl Iterator<Item = FileId> + Clone) {
        self.open
            .retain(|id, _| files.clone().any(|file| file == *id));
        for id in files {
            let own = self.open.entry(id);
            own.or_insert_with(|| self.sources.get(id).unpacked());
        }
    }

    /// A file; one that is not open is as the sources have it.
    pub fn get(&self, id: FileId) -> &SourceFile {
        let open = self.open.get(&id);
        open.map_or_else(|| self.sources.get(id), |file| &**file)
    }
}
