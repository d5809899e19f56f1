use crate::source::Error;

/// Where the files of a site go: a folder in the making, or memory.
pub trait Output: Sync {
    /// Takes one file, by its path below the site's root with `/` between the folders. An error tells
    /// that it could not be kept.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Error>;
}
