//! Files of the cache as they are opened: a folder that anybody may write may hold something that is no
//! file, and never ends or never begins.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

/// Opens a file; `None` where there is none, or something else.
pub(super) fn open(path: &Path) -> Option<File> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|own| own.is_file());
    is_file.then(|| File::open(path).ok()).flatten()
}

/// What a file holds; `None` where there is none, or something else.
pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::{open, read};

    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "text").unwrap();
        std::os::unix::fs::symlink("/dev/zero", at("endless")).unwrap();
        assert_eq!(read(&at("file")).unwrap(), b"text");
        for path in [at("endless"), at("nothing"), folder.path().to_owned()] {
            assert!(open(&path).is_none() && read(&path).is_none(), "{path:?}");
        }
    }
}
