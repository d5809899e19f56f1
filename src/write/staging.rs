use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;

use super::place::resolve;
use super::{exchange, manifest};
use crate::source::Error;

/// A site in the making, beside the place where it will appear. Dropping it leaves the old site as
/// it was and takes the staging folder away.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    folder: TempDir,
    // The one lock of the house: which files were written is known only when all are.
    written: Mutex<BTreeSet<String>>,
    /// Held for as long as the folder is in use, so that another build does not clear it away.
    _lock: Option<fs::File>,
}

impl Staging {
    /// Begins a site that will appear at `target`. An error tells that the folder cannot be written,
    /// or that it holds files that no build of tarmaq has put there: they would be lost.
    pub fn begin(target: &Path) -> Result<Self, Error> {
        let target = resolve(target)?;
        manifest::refuse_strangers(&target)?;
        let parent = target.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).map_err(|e| Error::io("create", parent, e))?;
        let prefix = prefix(&target);
        clear_leftovers(parent, &prefix);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        {
            // A temporary folder is its owner's alone; a site is read by others.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let folder = builder
            .tempdir_in(parent)
            .map_err(|e| Error::io("create a folder in", parent, e))?;
        let lock = fs::File::open(folder.path())
            .ok()
            .filter(|folder| folder.try_lock().is_ok());
        Ok(Self {
            target,
            folder,
            written: Mutex::default(),
            _lock: lock,
        })
    }

    /// Writes one file, by its path below the site's root with `/` between the folders. Where the
    /// old site has the same bytes at that path, its file is kept.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let staged = self.folder.path().join(path);
        if !self.keep(path, bytes, &staged) {
            let write = || fs::write(&staged, bytes);
            in_folder(&staged, write)
                .map_err(|e| Error::io("write", &self.target.join(path), e))?;
        }
        self.note(path);
        Ok(())
    }

    /// Puts the new site in the old one's place.
    pub fn publish(self) -> Result<(), Error> {
        let written = self
            .written
            .into_inner()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let list = manifest::text(&written);
        let path = self.folder.path().join(manifest::MANIFEST);
        fs::write(&path, list).map_err(|e| Error::io("write", &path, e))?;
        exchange::publish(self.folder.path(), &self.target)
            .map_err(|e| Error::io("put the new site in place at", &self.target, e))
    }

    fn note(&self, path: &str) {
        let mut written = self
            .written
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        written.insert(path.to_owned());
    }

    /// Gives the old file a second name in the staging folder when it holds the same bytes.
    fn keep(&self, path: &str, bytes: &[u8], staged: &Path) -> bool {
        let old = self.target.join(path);
        let same_size = fs::symlink_metadata(&old)
            .is_ok_and(|old| old.is_file() && old.len() == bytes.len() as u64);
        let same = same_size && fs::read(&old).is_ok_and(|old| old == bytes);
        same && in_folder(staged, || fs::hard_link(&old, staged)).is_ok()
    }
}

/// Does something with a file; when that fails because its folder is not there, makes the folder
/// and does it again. Most files find their folder there already.
fn in_folder(file: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match act() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            act()
        }
        done => done,
    }
}

fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.tarmaq-")
}

/// Takes away the staging folders of builds that were killed. A folder that a build is using is
/// locked. What cannot be cleared does no harm but to take up room.
fn clear_leftovers(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix)
            && let Ok(folder) = fs::File::open(entry.path())
            && folder.try_lock().is_ok()
        {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
