use std::path::{Path, PathBuf};

use super::Error;

/// The file that makes a folder a site.
pub const SITE_FILE: &str = "site.yaml";

/// The nearest folder, from `start` upwards, that holds a [`SITE_FILE`]. An error tells that there
/// is none.
pub fn find_root(start: &Path) -> Result<PathBuf, Error> {
    let start = std::path::absolute(start).map_err(|e| Error::io("find", start, e))?;
    start
        .ancestors()
        .find(|folder| folder.join(SITE_FILE).is_file())
        .map(Path::to_owned)
        .ok_or_else(|| {
            Error::explained(
                "find a site in",
                &start,
                "neither this folder nor one above it holds `site.yaml`; \
                 go to the site's folder, or name it with --root",
            )
        })
}
