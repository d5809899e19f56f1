use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folders that were made so that a site can lie in them. Dropping it takes them away again, unless
/// something lies in them.
#[derive(Debug)]
pub(super) struct Above {
    /// The innermost first.
    made: Vec<PathBuf>,
}

impl Above {
    /// Makes a folder and those that it lies in, as far as they are not there.
    pub(super) fn make(folder: &Path) -> io::Result<Self> {
        let missing = folder.ancestors().take_while(|own| !own.exists());
        let made = missing.map(Path::to_owned).collect();
        fs::create_dir_all(folder)?;
        Ok(Self { made })
    }

    /// Leaves them where they are.
    pub(super) fn stay(mut self) {
        self.made.clear();
    }
}

impl Drop for Above {
    fn drop(&mut self) {
        for folder in &self.made {
            // What is not empty is somebody's.
            let _ = fs::remove_dir(folder);
        }
    }
}
