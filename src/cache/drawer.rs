use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use serde::{Deserialize, Serialize};

use super::plain;

/// The form of drawers. Another form is as good as nothing.
const FORM: &[u8] = b"tarmaq drawer 1";

/// What is kept of each policy, in one file; in memory there is only the list of it.
///
/// The file ends with that list, its length in eight bytes, and the digest of form and list. The list
/// tells the digest of each entry, so that nothing is taken that is not as it was put in.
#[derive(Debug)]
pub struct Drawer {
    file: Mutex<File>,
    list: List,
}

/// A drawer that is being filled. What fails is a loss of time: the drawer is then not kept.
#[derive(Debug, Default)]
pub struct NewDrawer {
    // Policies are looked at on several threads. Without a file there is nowhere to keep anything.
    filled: Mutex<Option<Filled>>,
}

#[derive(Debug)]
struct Filled {
    file: File,
    end: u64,
    list: List,
}

/// The entries by the names of policies.
type List = BTreeMap<String, Entry>;

/// The digest of what an entry was made of, where it lies, and its own digest.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    of: String,
    start: u64,
    length: u64,
    digest: [u8; 32],
}

/// Most bytes of a list or an entry that are read: a length that somebody else wrote must not ask for all
/// memory.
const MOST: u64 = 64 << 20;

/// So many bytes stand behind the list.
const FOOT: u64 = 40;

impl Drawer {
    /// The drawer in a file; `None` where there is none that is whole.
    pub fn open(path: &Path) -> Option<Self> {
        let mut file = plain::open(path)?;
        let end = file.metadata().ok()?.len().checked_sub(FOOT)?;
        let mut length = [0; 8];
        let mut digest = [0; 32];
        file.seek(SeekFrom::Start(end)).ok()?;
        file.read_exact(&mut length).ok()?;
        file.read_exact(&mut digest).ok()?;
        let length = u64::from_le_bytes(length);
        let list = read(&mut file, end.checked_sub(length)?, length)?;
        (digest_of(&list) == digest).then_some(())?;
        Some(Self {
            file: Mutex::new(file),
            list: postcard::from_bytes(&list).ok()?,
        })
    }

    /// What is kept of a policy, if it was made of the same.
    pub fn get(&self, name: &str, of: &str) -> Option<Vec<u8>> {
        let entry = self.list.get(name).filter(|entry| entry.of == of)?;
        let file = self.file.lock();
        let mut file = file.unwrap_or_else(|poisoned| poisoned.into_inner());
        let bytes = read(&mut file, entry.start, entry.length)?;
        (*blake3::hash(&bytes).as_bytes() == entry.digest).then_some(bytes)
    }
}

impl NewDrawer {
    /// A drawer in a folder, which nobody sees before it is filled.
    pub fn beside(folder: &Path) -> Self {
        let file = tempfile::tempfile_in(folder).ok();
        let filled = file.map(|file| Filled {
            file,
            end: 0,
            list: List::new(),
        });
        Self {
            filled: Mutex::new(filled),
        }
    }

    /// Puts in what is to be kept of a policy. `of` is the digest of what it was made of.
    pub fn put(&self, name: &str, of: &str, bytes: &[u8]) {
        let mut filled = self.filled();
        let Some(own) = &mut *filled else { return };
        if own.file.write_all(bytes).is_err() {
            *filled = None;
            return;
        }
        let length = bytes.len() as u64;
        let entry = Entry {
            of: of.to_owned(),
            start: own.end,
            length,
            digest: *blake3::hash(bytes).as_bytes(),
        };
        own.end += length;
        own.list.insert(name.to_owned(), entry);
    }

    /// Writes the drawer to a file.
    pub(super) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let mut filled = self.filled();
        let Some(own) = &mut *filled else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let list = postcard::to_allocvec(&own.list).map_err(io::Error::other)?;
        own.file.rewind()?;
        io::copy(&mut own.file, to)?;
        to.write_all(&list)?;
        to.write_all(&(list.len() as u64).to_le_bytes())?;
        to.write_all(&digest_of(&list))
    }

    fn filled(&self) -> MutexGuard<'_, Option<Filled>> {
        self.filled
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

fn read(file: &mut File, start: u64, length: u64) -> Option<Vec<u8>> {
    (length <= MOST).then_some(())?;
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    file.seek(SeekFrom::Start(start)).ok()?;
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn digest_of(list: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(FORM);
    hasher.update(list);
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Drawer, NewDrawer};

    #[test]
    fn what_was_put_in_is_found_again_unless_it_was_made_of_something_else_or_is_broken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drawer");
        let new = NewDrawer::beside(folder.path());
        new.put("privacy-policy", "a", b"first");
        new.put("refund-policy", "b", b"");
        let mut bytes = Vec::new();
        new.write(&mut bytes).unwrap();
        fs::write(&path, &bytes).unwrap();
        let drawer = Drawer::open(&path).unwrap();
        assert_eq!(drawer.get("privacy-policy", "a").unwrap(), b"first");
        assert_eq!(drawer.get("refund-policy", "b").unwrap(), b"");
        assert_eq!(drawer.get("privacy-policy", "b"), None);
        assert_eq!(drawer.get("bonus-programme", "a"), None);

        for at in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 1;
            fs::write(&path, &broken).unwrap();
            let found = Drawer::open(&path).and_then(|own| own.get("privacy-policy", "a"));
            assert!(found.is_none() || found.is_some_and(|found| found == b"first"));
            fs::write(&path, &bytes[..at]).unwrap();
            assert!(Drawer::open(&path).is_none());
        }
    }
}
