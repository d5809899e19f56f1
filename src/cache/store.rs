use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Drawer, NewDrawer, NewRecord, Record, headed};
use crate::site::Drafts;
use crate::source::Error;

/// The name of the drawer of what was read.
const POLICIES: &str = "policies";

/// The name of the mark.
const TAG: &str = "CACHEDIR.TAG";

/// How the names of files begin that are being written.
const NEW: &str = ".new-";

/// What the mark of the folder begins with. Backups pass such folders over
/// (<https://bford.info/cachedir/>).
const MARK: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# What tarmaq keeps between builds.";

/// A folder that holds what builds left behind.
#[derive(Debug)]
pub struct Cache {
    pub(super) folder: PathBuf,
}

/// What a build wrote for the next one, as long as it is not sure that it may be kept.
#[derive(Debug)]
pub struct Ready {
    /// The files with their names.
    files: [(&'static str, NamedTempFile); 3],
}

impl Cache {
    /// The cache in a folder, which need not be there. An error tells that the folder holds files of
    /// somebody else, which must not be lost.
    pub fn at(folder: &Path) -> Result<Self, Error> {
        // Another build may be making the folder ready just now: what is seen in it comes behind the mark,
        // so that the mark is looked for last.
        let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let is_held = entries.any(|entry| !is_new(&entry));
        let mark = fs::read_to_string(folder.join(TAG)).unwrap_or_default();
        if !mark.starts_with(MARK) && is_held {
            let why =
                "it holds files that tarmaq has not kept there; choose another folder with --cache";
            return Err(Error::explained("keep anything in", folder, why));
        }
        Ok(Self {
            folder: folder.to_owned(),
        })
    }

    /// Makes the folder ready for files. An error tells that it cannot be written: a build does without.
    pub fn prepare(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        // The mark comes first: a folder with anything else in it and without it is somebody's own.
        let mark = format!("{MARK} It can be deleted at any time.\n");
        for (name, text) in [(TAG, mark.as_str()), (".gitignore", "*\n")] {
            if !self.folder.join(name).exists() {
                self.put(name, |file| file.write_all(text.as_bytes()))?;
            }
        }
        self.prepare_for_files()
    }

    /// The record of the last build with drafts, or without; `None` where there is none that is whole.
    pub fn record(&self, drafts: Drafts) -> Option<Record> {
        postcard::from_bytes(&headed::read(&self.folder.join(Record::name(drafts)))?).ok()
    }

    /// What the last build with drafts, or without, found out about policies.
    pub fn examined(&self, drafts: Drafts) -> Option<Drawer> {
        Drawer::open(&self.folder.join(examined(drafts)))
    }

    /// What the last build read of policies.
    pub fn policies(&self) -> Option<Drawer> {
        Drawer::open(&self.folder.join(POLICIES))
    }

    /// A drawer to be filled for the next build. It is filled outside of the folder, which is not touched
    /// before there is something to keep.
    pub fn new_drawer(&self) -> NewDrawer {
        let folder = std::path::absolute(&self.folder).unwrap_or_default();
        let there = folder.ancestors().skip(1).find(|own| own.is_dir());
        there.map(NewDrawer::beside).unwrap_or_default()
    }

    /// Writes the record of a build, what it found out and what it read, without keeping it yet. An error
    /// tells that something cannot be written: a build does without.
    pub fn ready(
        &self,
        drafts: Drafts,
        record: &NewRecord<'_>,
        found: &NewDrawer,
        policies: &NewDrawer,
    ) -> io::Result<Ready> {
        let drawers = || {
            let found = self.written(|file| found.write(file))?;
            Ok((found, self.written(|file| policies.write(file))?))
        };
        let record = || self.written(|file| headed::write(file, record));
        let (drawers, record): (io::Result<_>, _) = rayon::join(drawers, record);
        let (found, policies) = drawers?;
        Ok(Ready {
            files: [
                (examined(drafts), found),
                (POLICIES, policies),
                (Record::name(drafts), record?),
            ],
        })
    }

    /// Keeps what is ready, and nothing that no record needs. What fails is a loss of time, not of a site.
    pub fn keep(&self, drafts: Drafts, record: &NewRecord<'_>, ready: Ready) {
        for (name, file) in ready.files {
            if file.persist(self.folder.join(name)).is_err() {
                return;
            }
        }
        let other = match drafts {
            Drafts::Hidden => Drafts::Shown,
            Drafts::Shown => Drafts::Hidden,
        };
        let other = self.record(other);
        let other = other.iter().flat_map(Record::files);
        let other = other.map(|(_, digest)| digest);
        let needed: BTreeSet<&str> = record.digests().chain(other).collect();
        self.clear_but(&needed);
    }

    fn put(&self, name: &str, write: impl Fn(&mut File) -> io::Result<()>) -> io::Result<()> {
        self.written(write)?.persist(self.folder.join(name))?;
        Ok(())
    }

    /// A file that is to be put into the folder, and is gone unless it is.
    fn written(&self, write: impl Fn(&mut File) -> io::Result<()>) -> io::Result<NamedTempFile> {
        let mut file = tempfile::Builder::new()
            .prefix(NEW)
            .tempfile_in(&self.folder)?;
        write(file.as_file_mut())?;
        Ok(file)
    }

    /// Takes away what no record needs, and what was left of builds that were killed.
    fn clear_but(&self, needed: &BTreeSet<&str>) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries {
            if is_new(&entry) {
                let _ = fs::remove_file(entry.path());
            }
        }
        self.clear_files_but(needed);
    }
}

/// Whether a file is one that is being written.
fn is_new(entry: &fs::DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with(NEW)
}

/// The name of the drawer of what was found out.
fn examined(drafts: Drafts) -> &'static str {
    match drafts {
        Drafts::Hidden => "examined",
        Drafts::Shown => "examined-with-drafts",
    }
}
