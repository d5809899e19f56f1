//! Staging folders: made so that no other build clears them away, and cleared away when the build
//! that made them was killed. A folder that a build is using is locked; where the system cannot
//! lock folders, leftovers stay.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use super::exchange::ASIDE;
use crate::source::Error;

/// How often a new folder is made when another build has cleared the last one away.
const TRIES: usize = 100;

/// Makes a staging folder and locks it. Between the two another build may take the folder for a
/// leftover; then another one is made.
pub(super) fn make(parent: &Path, prefix: &str) -> Result<(TempDir, Option<File>), Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        // A temporary folder is its owner's alone; a site is read by others.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    for _ in 0..TRIES {
        let folder = builder
            .tempdir_in(parent)
            .map_err(|e| Error::io("create a folder in", parent, e))?;
        match claim(folder.path()) {
            Claim::Locked(lock) => return Ok((folder, Some(lock))),
            Claim::Impossible => return Ok((folder, None)),
            Claim::Lost => {}
        }
    }
    let why = "other builds cleared it away again and again";
    Err(Error::explained("keep a folder in", parent, why))
}

/// Whether a folder is ours.
enum Claim {
    /// It is, for as long as the lock is held.
    Locked(File),
    /// Another build is clearing it away, or has done so.
    Lost,
    /// The system cannot tell.
    Impossible,
}

fn claim(folder: &Path) -> Claim {
    let file = match File::open(folder) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Claim::Lost,
        Err(_) => return Claim::Impossible,
    };
    match file.try_lock() {
        Ok(()) if folder.exists() => Claim::Locked(file),
        Ok(()) | Err(TryLockError::WouldBlock) => Claim::Lost,
        Err(TryLockError::Error(_)) => Claim::Impossible,
    }
}

/// Takes away the staging folders of builds that were killed. What cannot be cleared does no harm
/// but to take up room.
pub(super) fn clear(parent: &Path, prefix: &str) {
    for path in found(parent, prefix) {
        if let Claim::Locked(_lock) = claim(&path) {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Takes away all that a folder holds, on all threads: of a large site there is much. What cannot be
/// cleared is left to whoever clears the folder itself away.
pub(super) fn empty(folder: &Path) {
    // What a link leads to is not ours.
    let is_folder = fs::symlink_metadata(folder).is_ok_and(|own| own.is_dir());
    let entries = is_folder
        .then(|| fs::read_dir(folder))
        .into_iter()
        .flatten();
    let entries: Vec<_> = entries.flatten().flatten().collect();
    entries.par_iter().for_each(|entry| {
        // A link is taken away, not what it leads to.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let _ = match is_folder {
            true => fs::remove_dir_all(entry.path()),
            false => fs::remove_file(entry.path()),
        };
    });
}

/// Puts a site back that a killed build had moved aside and not replaced yet.
pub(super) fn restore(parent: &Path, prefix: &str, target: &Path) {
    if target.symlink_metadata().is_ok() {
        return;
    }
    let mut aside = found(parent, prefix)
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(ASIDE));
    if let Some(site) = aside.next() {
        let _ = fs::rename(site, target);
    }
}

fn found(parent: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix));
    ours.map(|entry| entry.path()).collect()
}
