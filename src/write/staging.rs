use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock};

use tempfile::TempDir;

use super::above::Above;
use super::folders::Folders;
use super::place::resolve;
use super::{Output, exchange, leftovers, manifest};
use crate::source::Error;

/// A site in the making, beside the place where it will appear. Dropping it leaves the old site as
/// it was and takes the staging folder away.
#[derive(Debug)]
pub struct Staging {
    target: PathBuf,
    folder: TempDir,
    // Taken away behind the folder that lies in them.
    above: Above,
    /// Whether a site was there when this one was begun, whose files may be kept.
    follows: bool,
    // Files are written on several threads; which ones is known only when all are.
    written: Mutex<BTreeSet<String>>,
    folders: Folders,
    /// Who may do what with a file that is written now.
    #[cfg(unix)]
    mode: OnceLock<Option<u32>>,
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
        let above = Above::make(parent).map_err(|e| Error::io("create", parent, e))?;
        let prefix = prefix(&target);
        leftovers::restore(parent, &prefix, &target);
        leftovers::clear(parent, &prefix);
        let (folder, lock) = leftovers::make(parent, &prefix)?;
        Ok(Self {
            follows: target.exists(),
            target,
            folder,
            above,
            written: Mutex::default(),
            folders: Folders::default(),
            #[cfg(unix)]
            mode: OnceLock::new(),
            _lock: lock,
        })
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
            .map_err(|e| Error::io("put the new site in place at", &self.target, e))?;
        // What lies there now is the old site.
        leftovers::empty(self.folder.path());
        self.above.stay();
        Ok(())
    }

    /// Where a file lies until the site is published.
    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Takes a file over that was kept elsewhere, by a second name of it, if its bytes have a digest
    /// (BLAKE3, in hexadecimal); `false` where they have not, or it is not there. The bytes are looked at
    /// under the new name, so that nobody can exchange them in between.
    pub fn take(&self, path: &str, kept: &Path, digest: &str) -> Result<bool, Error> {
        if !is_inside(path) {
            return Ok(false);
        }
        let staged = self.place(path);
        self.folders
            .make_for(path, self.folder.path())
            .map_err(|e| Error::io("write", &self.target.join(path), e))?;
        let copy = || match fs::symlink_metadata(kept)?.is_file() {
            true => fs::copy(kept, &staged).map(|_| ()),
            false => Err(ErrorKind::InvalidInput.into()),
        };
        if fs::hard_link(kept, &staged).or_else(|_| copy()).is_err() {
            return Ok(false);
        }
        // A link has got a second name itself, not what it leads to.
        let own = fs::symlink_metadata(&staged);
        let own = own.ok().filter(fs::Metadata::is_file);
        let fits = own.is_some_and(|own| {
            let holds = |bytes: Vec<u8>| blake3::hash(&bytes).to_hex().as_str() == digest;
            self.is_open_as_new(&own) && fs::read(&staged).is_ok_and(holds)
        });
        if !fits {
            // To write into it would be to write into what was kept.
            fs::remove_file(&staged).map_err(|e| Error::io("take away", &staged, e))?;
            return Ok(false);
        }
        self.note(path);
        Ok(true)
    }

    /// Whether a file may be read and written by those who may do so with a file written now.
    #[cfg(unix)]
    fn is_open_as_new(&self, file: &fs::Metadata) -> bool {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |file: &fs::Metadata| file.permissions().mode();
        let new = self.mode.get_or_init(|| {
            let probe = tempfile::Builder::new()
                .permissions(fs::Permissions::from_mode(0o666))
                .tempfile_in(self.folder.path());
            let probe = probe.and_then(|probe| fs::metadata(probe.path()));
            probe.ok().as_ref().map(mode)
        });
        Some(mode(file)) == *new
    }

    #[cfg(not(unix))]
    fn is_open_as_new(&self, _: &fs::Metadata) -> bool {
        true
    }

    /// Takes a file away again that was taken over.
    pub fn give_back(&self, path: &str) -> Result<(), Error> {
        let staged = self.place(path);
        fs::remove_file(&staged).map_err(|e| Error::io("take away", &staged, e))?;
        self.written().remove(path);
        Ok(())
    }

    fn written(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.written
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn note(&self, path: &str) {
        self.written().insert(path.to_owned());
    }

    /// Gives the old file a second name in the staging folder when it holds the same bytes. The
    /// bytes are compared under the new name: the old one may belong to the site of another build
    /// by now.
    fn keep(&self, path: &str, bytes: &[u8], staged: &Path) -> io::Result<bool> {
        if !self.follows {
            return Ok(false);
        }
        let old = self.target.join(path);
        let fits = |file: &Path| {
            fs::symlink_metadata(file)
                .is_ok_and(|file| file.is_file() && file.len() == bytes.len() as u64)
        };
        if !fits(&old) || fs::hard_link(&old, staged).is_err() {
            return Ok(false);
        }
        if fits(staged) && fs::read(staged).is_ok_and(|old| old == bytes) {
            return Ok(true);
        }
        // To write into it would be to write into the old site.
        fs::remove_file(staged)?;
        Ok(false)
    }
}

impl Output for Staging {
    /// Writes one file. Where the old site has the same bytes at that path, its file is kept.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        if !is_inside(path) {
            let why = "it lies outside of the site";
            return Err(Error::explained("write", Path::new(path), why));
        }
        let staged = self.place(path);
        let write = || {
            self.folders.make_for(path, self.folder.path())?;
            match self.keep(path, bytes, &staged)? {
                true => Ok(()),
                false => fs::write(&staged, bytes),
            }
        };
        write().map_err(|e| Error::io("write", &self.target.join(path), e))?;
        self.note(path);
        Ok(())
    }
}

/// Whether a path stays below the folder it is joined to.
fn is_inside(path: &str) -> bool {
    let parts = Path::new(path).components();
    let mut parts = parts.map(|part| matches!(part, std::path::Component::Normal(_)));
    !path.is_empty() && parts.all(|inside| inside)
}

fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.tarmaq-")
}
