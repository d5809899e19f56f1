//! A file that tells its own digest at its head, so that a part of it is not taken for the whole.

use std::fs::File;
use std::io::{self, BufWriter, Seek as _, Write as _};
use std::path::Path;

use serde::Serialize;

use super::plain;

/// The form of what is kept. Another form is as good as nothing.
const FORM: &str = "tarmaq cache 4";

/// What a file holds; `None` where it is not there or not whole.
pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = plain::read(path)?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let known = std::str::from_utf8(&bytes[..=end]).ok()?;
    let whole = known == head(blake3::hash(&bytes[end + 1..]));
    bytes.drain(..=end);
    whole.then_some(bytes)
}

/// Writes what a file is to hold, packed.
pub(super) fn write(file: &mut File, kept: &impl Serialize) -> io::Result<()> {
    file.write_all(head(blake3::Hash::from_bytes([0; 32])).as_bytes())?;
    let digest = {
        let mut body = BufWriter::new(Hashing {
            file,
            digest: blake3::Hasher::new(),
        });
        postcard::to_io(kept, &mut body).map_err(io::Error::other)?;
        body.into_inner()?.digest.finalize()
    };
    file.rewind()?;
    file.write_all(head(digest).as_bytes())
}

/// What stands before a body of a digest; as long whatever it is.
fn head(digest: blake3::Hash) -> String {
    format!("{FORM} {}\n", digest.to_hex())
}

/// Writes to a file and takes in what is written.
struct Hashing<'f> {
    file: &'f File,
    digest: blake3::Hasher,
}

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
