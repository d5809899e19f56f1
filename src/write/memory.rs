use std::collections::BTreeMap;
use std::sync::Mutex;

use super::Output;
use crate::source::Error;

/// Files that are kept in memory, by their path below the site's root.
#[derive(Debug, Default)]
pub struct Memory {
    // Pages are made on several threads.
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The files that were written.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files.into_inner();
        files.unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Output for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let mut files = self
            .files
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}
