use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

/// The folders of a site in the making that are there. A site has as many as pages, and each is made once.
#[derive(Debug, Default)]
pub(super) struct Folders {
    /// Their paths below the site; files are written on several threads.
    known: Mutex<BTreeSet<String>>,
}

impl Folders {
    /// Makes the folder that the file at a path below `site` will lie in, unless it is there.
    pub(super) fn make_for(&self, path: &str, site: &Path) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        if self.known().contains(folder) {
            return Ok(());
        }
        let place = site.join(folder);
        match fs::create_dir(&place) {
            Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(&place)?,
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        self.known().insert(folder.to_owned());
        Ok(())
    }

    fn known(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.known
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
