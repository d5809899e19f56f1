use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Record;
use crate::site::Drafts;

/// The form of what is kept. Another form is as good as nothing.
const FORM: &str = "tarmaq cache 1";

/// A folder that holds what builds left behind.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache in a folder, which need not be there.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Makes the folder ready for files. An error tells that it cannot be written: a build does without.
    pub fn prepare(&self) -> io::Result<()> {
        let files = self.folder.join("files");
        fs::create_dir_all(&files)?;
        // It is nobody's source, and no backup needs it (<https://bford.info/cachedir/>).
        let marks = [
            (".gitignore", "*\n"),
            (
                "CACHEDIR.TAG",
                "Signature: 8a477f597d28d172789f06886806bc55\n# What tarmaq keeps between builds. It can be deleted at any time.\n",
            ),
        ];
        for (name, text) in marks {
            let path = self.folder.join(name);
            if !path.exists() {
                fs::write(path, text)?;
            }
        }
        for shard in 0..=u8::MAX {
            match fs::create_dir(files.join(format!("{shard:02x}"))) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// The record of the last build with drafts, or without; `None` where there is none that is whole.
    pub fn record(&self, drafts: Drafts) -> Option<Record> {
        let text = fs::read_to_string(self.folder.join(Record::name(drafts))).ok()?;
        let (head, body) = text.split_once('\n')?;
        let digest = head.strip_prefix(FORM)?.trim_start();
        if blake3::hash(body.as_bytes()).to_hex().as_str() != digest {
            return None;
        }
        serde_json::from_str(body).ok()
    }

    /// Keeps the record of a build, and nothing that no record needs. What fails is a loss of time, not
    /// of a site.
    pub fn keep(&self, drafts: Drafts, record: &Record) {
        let Ok(body) = serde_json::to_string(record) else {
            return;
        };
        let digest = blake3::hash(body.as_bytes()).to_hex();
        let text = format!("{FORM} {digest}\n{body}");
        if self.put(Record::name(drafts), text.as_bytes()).is_err() {
            return;
        }
        let other = match drafts {
            Drafts::Hidden => Drafts::Shown,
            Drafts::Shown => Drafts::Hidden,
        };
        let other = self.record(other);
        let other = other.iter().flat_map(Record::files);
        let needed: BTreeSet<&str> = record.files().chain(other).map(|(_, file)| file).collect();
        self.clear_but(&needed);
    }

    /// Keeps a file that was written, by a second name of it.
    pub(super) fn keep_file(&self, written: &Path, bytes: &[u8], digest: &str) -> io::Result<()> {
        let Some(kept) = self.place(digest) else {
            return Ok(());
        };
        let known = fs::symlink_metadata(&kept);
        if known.is_ok_and(|file| file.is_file() && file.len() == bytes.len() as u64) {
            return Ok(());
        }
        let _ = fs::remove_file(&kept);
        match fs::hard_link(written, &kept) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                // The cache lies on another disk, or the disk knows no second names.
                fs::copy(written, &kept).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// Where the file of a digest lies; `None` for what is no digest, which a record of somebody else
    /// may hold.
    pub fn place(&self, digest: &str) -> Option<PathBuf> {
        let is_digest = digest.len() == 64
            && digest
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let (shard, rest) = digest.split_at_checked(2)?;
        is_digest.then(|| self.folder.join("files").join(shard).join(rest))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = tempfile::Builder::new()
            .prefix(".new-")
            .tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(self.folder.join(name))?;
        Ok(())
    }

    fn clear_but(&self, needed: &BTreeSet<&str>) {
        for shard in 0..=u8::MAX {
            let shard = format!("{shard:02x}");
            let Ok(files) = fs::read_dir(self.folder.join("files").join(&shard)) else {
                continue;
            };
            for file in files.flatten() {
                let digest = format!("{shard}{}", file.file_name().to_string_lossy());
                if !needed.contains(digest.as_str()) {
                    let _ = fs::remove_file(file.path());
                }
            }
        }
    }
}
