use std::sync::Mutex;

use super::{Cache, Pages};
use crate::source::Error;
use crate::write::{Output, Staging};

/// Writes files into a site in the making, or takes them over from a cache, and records them.
#[derive(Debug)]
pub struct Recorder<'c> {
    staging: &'c Staging,
    cache: &'c Cache,
    // Pages are made on several threads.
    written: Mutex<Pages>,
}

impl<'c> Recorder<'c> {
    /// A recorder that has recorded nothing.
    pub fn new(staging: &'c Staging, cache: &'c Cache) -> Self {
        Self {
            staging,
            cache,
            written: Mutex::default(),
        }
    }

    /// One for some of the files, which are recorded by themselves.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self::new(self.staging, self.cache)
    }

    /// Takes files over that a build before wrote. `false` where one of them is not there, or not as it
    /// was: then none is taken over.
    pub fn take(&self, pages: &Pages) -> Result<bool, Error> {
        for (at, (path, digest)) in pages.iter().enumerate() {
            if !self.cache.give(self.staging, path, digest)? {
                // What is written anew must not be written into what was kept.
                let taken = pages.keys().take(at);
                for path in taken {
                    self.staging.give_back(path)?;
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes one file over, and records it; `false` where it is not there, or not as it was.
    pub fn take_one(&self, path: &str, digest: &str) -> Result<bool, Error> {
        let taken = self.cache.give(self.staging, path, digest)?;
        if taken {
            self.note(path, digest.to_owned());
        }
        Ok(taken)
    }

    fn note(&self, path: &str, digest: String) {
        let written = self.written.lock();
        let mut written = written.unwrap_or_else(|poisoned| poisoned.into_inner());
        written.insert(path.to_owned(), digest);
    }

    /// The files that were written.
    pub fn into_pages(self) -> Pages {
        let written = self.written.into_inner();
        written.unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Output for Recorder<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        self.staging.write(path, bytes)?;
        self.note(path, blake3::hash(bytes).to_hex().to_string());
        Ok(())
    }
}
