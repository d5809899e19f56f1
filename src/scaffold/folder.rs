use std::fs;
use std::path::Path;

use crate::source::Error;

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The new folder, below that of the site.
    pub folder: String,
    /// Its files, with `/` between folders.
    pub files: Vec<String>,
    /// The number of the edition whose texts were copied.
    pub copied: Option<String>,
}

/// Makes a folder below that of the site with these files. They are written beside it first, so that
/// the folder appears with all of them.
pub(super) fn make(
    root: &Path,
    folder: &str,
    files: &[(String, Vec<u8>)],
) -> Result<Vec<String>, Error> {
    let target = root.join(folder);
    if target.symlink_metadata().is_ok() {
        return Err(Error::explained("make", &target, "it is there already"));
    }
    let parent = target.parent().unwrap_or(root);
    fs::create_dir_all(parent).map_err(|e| Error::io("create", parent, e))?;
    let staged = tempfile::Builder::new()
        .prefix(".tarmaq-new-")
        .tempdir_in(parent);
    let staged = staged.map_err(|e| Error::io("create a folder in", parent, e))?;
    for (path, bytes) in files {
        let path = staged.path().join(path);
        let within = path.parent().unwrap_or(staged.path());
        fs::create_dir_all(within)
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|e| Error::io("write", &path, e))?;
    }
    readable(staged.path())?;
    fs::rename(staged.path(), &target).map_err(|e| Error::io("make", &target, e))?;
    // The folder has its new name: there is nothing left to take away.
    let _ = staged.keep();
    Ok(files.iter().map(|(path, _)| path.clone()).collect())
}

/// Folders made for a moment are closed to others; this one stays.
#[cfg(unix)]
fn readable(folder: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt as _;
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(folder, open).map_err(|e| Error::io("open", folder, e))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> Result<(), Error> {
    Ok(())
}
