use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::source::Error;

/// Writes files, each of which is put in place as a whole, in their order. All of them are written out
/// under other names before the first is put in place, so that a full disk changes nothing.
pub fn replace(files: &[(PathBuf, String)]) -> Result<(), Error> {
    let mut written = Vec::new();
    for (path, text) in files {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|e| Error::io("create", folder, e))?;
        let mut builder = tempfile::Builder::new();
        // A leading dot: what is left of a run that was killed is no file of anybody's.
        builder.prefix(".tarmaq-");
        #[cfg(unix)]
        {
            // A temporary file is its owner's alone; the sources are read by others.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder);
        let mut file = file.map_err(|e| Error::io("write into", folder, e))?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.as_file().sync_all())
            .map_err(|e| Error::io("write", path, e))?;
        written.push((file, path));
    }
    for (file, path) in written {
        file.persist(path)
            .map_err(|e| Error::io("write", path, e.error))?;
    }
    Ok(())
}
