use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::{Cache, plain};
use crate::source::Error;
use crate::write::Staging;

/// The folder of the files, which are named by their digests.
const FILES: &str = "files";

/// The files of published sites.
impl Cache {
    /// Makes the folders that they lie in.
    pub(super) fn prepare_for_files(&self) -> io::Result<()> {
        let files = self.folder.join(FILES);
        for shard in 0..=u8::MAX {
            fs::create_dir_all(files.join(format!("{shard:02x}")))?;
        }
        Ok(())
    }

    /// Keeps a file of a site in the making, by a second name of it.
    pub fn keep_file(&self, staging: &Staging, path: &str, digest: &str) -> io::Result<()> {
        let Some(kept) = self.place(digest) else {
            return Ok(());
        };
        let written = staging.place(path);
        let is_there = |error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists;
        let mut linked = fs::hard_link(&written, &kept);
        if linked.as_ref().is_err_and(is_there) {
            let known = fs::symlink_metadata(&kept)?;
            if known.is_file() && known.len() == fs::symlink_metadata(&written)?.len() {
                return Ok(());
            }
            let _ = fs::remove_file(&kept);
            linked = fs::hard_link(&written, &kept);
        }
        match linked {
            // Another build may have kept it in between.
            Err(error) if !is_there(&error) => {
                // The cache lies on another disk, or the disk knows no second names.
                fs::copy(&written, &kept).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// Has a site in the making take a file over. `false` where it is not there or not as it was; then it
    /// is kept no longer.
    pub fn give(&self, staging: &Staging, path: &str, digest: &str) -> Result<bool, Error> {
        let Some(kept) = self.place(digest) else {
            return Ok(false);
        };
        let taken = staging.take(path, &kept, digest)?;
        if !taken {
            let _ = fs::remove_file(&kept);
        }
        Ok(taken)
    }

    /// What a file of a digest holds; `None` where it is not there or not as it was.
    pub fn file(&self, digest: &str) -> Option<Vec<u8>> {
        let bytes = plain::read(&self.place(digest)?)?;
        (blake3::hash(&bytes).to_hex().as_str() == digest).then_some(bytes)
    }

    /// Where the file of a digest lies; `None` for what is no digest, which a record of somebody else
    /// may hold.
    fn place(&self, digest: &str) -> Option<PathBuf> {
        let (shard, rest) = digest.split_at_checked(2)?;
        is_digest(digest).then(|| self.folder.join(FILES).join(shard).join(rest))
    }

    /// Takes away the files that no record needs.
    pub(super) fn clear_files_but(&self, needed: &BTreeSet<&str>) {
        for shard in 0..=u8::MAX {
            let shard = format!("{shard:02x}");
            let Ok(files) = fs::read_dir(self.folder.join(FILES).join(&shard)) else {
                continue;
            };
            for file in files.flatten() {
                let digest = format!("{shard}{}", file.file_name().to_string_lossy());
                if is_digest(&digest) && !needed.contains(digest.as_str()) {
                    let _ = fs::remove_file(file.path());
                }
            }
        }
    }
}

/// Whether a text is a digest as files are named by.
fn is_digest(text: &str) -> bool {
    let figure = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 64 && text.bytes().all(figure)
}
