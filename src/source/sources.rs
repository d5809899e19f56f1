use serde::{Deserialize, Serialize};

use rayon::prelude::*;

use super::SourceFile;

/// Names one file of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileId(u32);

/// All files that were read, in the order of their reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and gives its name.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }

    /// Puts another file in the place of one that was taken in. What was said of places in the old one
    /// says nothing of the new one.
    pub fn replace(&mut self, id: FileId, file: SourceFile) {
        if let Some(place) = self.files.get_mut(id.0 as usize) {
            *place = file;
        }
    }

    /// How many bytes all texts have together.
    pub fn size(&self) -> usize {
        self.files.iter().map(SourceFile::size).sum()
    }

    /// Packs all files whose path ends in a certain way.
    pub fn pack(&mut self, end: &str) {
        let files = self.files.par_iter_mut();
        let files = files.filter(|file| file.path().ends_with(end));
        files.for_each(SourceFile::pack);
    }

    /// All files with their names.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The file of that name.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }
}
