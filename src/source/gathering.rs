use std::borrow::Cow;
use std::path::{Path, PathBuf};

use blake3::Hash;

use super::{Entry, Error, Outside, Tree};

/// The files below a folder as they were gathered: what is read of them later is what they held then.
#[derive(Debug, Default)]
pub struct Gathering {
    /// The files, sorted by path.
    pub files: Vec<Gathered>,
    /// The folders that hold nothing at all, by path.
    pub empty: Vec<String>,
    /// The links that were refused.
    pub outside: Vec<Outside>,
    /// What `site.yaml` holds, where it was read with them.
    pub site: Option<Vec<u8>>,
}

/// A file that was gathered.
#[derive(Debug)]
pub struct Gathered {
    /// Its path below the folder that was walked, with `/` between the folders.
    pub path: String,
    location: PathBuf,
    held: Held,
}

/// What is known of what a file holds.
#[derive(Debug)]
pub enum Held {
    /// Nothing: whoever reads it is the first.
    Unread,
    /// All of it.
    Bytes(Vec<u8>),
    /// Its digest: it would take too much room to hold it until it is read.
    Digest(Hash),
}

impl Gathering {
    /// The files of a tree, with what each holds, in their order.
    pub fn of(tree: Tree, held: impl IntoIterator<Item = Held>) -> Self {
        let files = tree.files.into_iter().zip(held);
        let files = files.map(|(Entry { path, location }, held)| Gathered {
            path,
            location,
            held,
        });
        Self {
            files: files.collect(),
            empty: tree.empty,
            outside: tree.outside,
            site: None,
        }
    }
}

impl From<Tree> for Gathering {
    /// The files of a tree, none of which was read yet.
    fn from(tree: Tree) -> Self {
        Self::of(tree, std::iter::repeat_with(|| Held::Unread))
    }
}

impl Gathered {
    /// What the file holds, which is not kept here any longer. An error tells that it cannot be read, or
    /// that it holds something else by now.
    pub fn into_bytes(self) -> Result<Vec<u8>, Error> {
        match self.held {
            Held::Bytes(bytes) => Ok(bytes),
            held => read(&self.location, &held),
        }
    }

    /// What the file holds; errors are those of [`Self::into_bytes`].
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, Error> {
        match &self.held {
            Held::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            held => read(&self.location, held).map(Cow::Owned),
        }
    }
}

/// Reads a file, which is as it was gathered.
fn read(location: &Path, held: &Held) -> Result<Vec<u8>, Error> {
    let bytes = std::fs::read(location).map_err(|e| Error::io("read", location, e))?;
    match held {
        Held::Digest(digest) if *digest != blake3::hash(&bytes) => {
            let why = "it was changed just now, while other files were read; try again";
            Err(Error::explained("read", location, why))
        }
        _ => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Gathering, Held};
    use crate::source::{Wanted, walk};

    /// A folder with one file, gathered with what is held of it.
    fn gathered(text: &str, held: Held) -> (tempfile::TempDir, Gathering) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ru.md"), text).unwrap();
        let tree = walk(folder.path(), folder.path(), Wanted::Sources).unwrap();
        (folder, Gathering::of(tree, [held]))
    }

    #[test]
    fn bytes_that_are_held_are_not_read_again() {
        let held = Held::Bytes(b"1. One".to_vec());
        let (_folder, mut gathering) = gathered("2. Two", held);
        let file = gathering.files.remove(0);
        assert_eq!(*file.bytes().unwrap(), *b"1. One");
        assert_eq!(file.into_bytes().unwrap(), b"1. One");
    }

    #[test]
    fn a_file_is_read_as_long_as_it_has_its_digest() {
        let held = Held::Digest(blake3::hash(b"1. One"));
        let (folder, mut gathering) = gathered("1. One", held);
        let file = gathering.files.remove(0);
        assert_eq!(*file.bytes().unwrap(), *b"1. One");
        fs::write(folder.path().join("ru.md"), "2. Two").unwrap();
        let error = file.into_bytes().unwrap_err().to_string();
        assert!(error.contains("it was changed just now"), "{error}");
    }
}
