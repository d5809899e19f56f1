use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A failure of the machine: a full disk, a missing permission, a folder that is not there.
/// What a user can mend in the sources is a finding, never an error.
#[derive(Debug)]
pub struct Error {
    action: &'static str,
    path: PathBuf,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    Explained(String),
}

impl Error {
    /// An error of the operating system while doing `action` (as in "could not `action`") with
    /// `path`.
    pub fn io(action: &'static str, path: &Path, cause: io::Error) -> Self {
        Self {
            action,
            path: path.to_owned(),
            cause: Cause::Io(cause),
        }
    }

    /// A failure told in our own words: what is so, and what to do.
    pub fn explained(action: &'static str, path: &Path, why: impl Into<String>) -> Self {
        Self {
            action,
            path: path.to_owned(),
            cause: Cause::Explained(why.into()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not {} `{}`: ", self.action, self.path.display())?;
        match &self.cause {
            Cause::Io(cause) => write!(f, "{cause}"),
            Cause::Explained(why) => write!(f, "{why}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(cause) => Some(cause),
            Cause::Explained(_) => None,
        }
    }
}
