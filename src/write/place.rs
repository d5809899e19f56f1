use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::source::Error;

/// Gives an error when the site would be written among its own sources: it would be read as one of
/// them the next time.
pub fn refuse_sources(root: &Path, output: &Path) -> Result<(), Error> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|e| Error::io("find", path, e));
    let (root, place) = (absolute(root)?, absolute(output)?);
    let sources = ["content", "static", "themes"].map(|folder| root.join(folder));
    if sources.iter().any(|folder| place.starts_with(folder)) {
        let why = "the sources of the site lie there; choose another folder with --output";
        return Err(Error::explained("write the site to", output, why));
    }
    Ok(())
}

/// Gives an error when what is kept between builds would lie among the sources of the site or in the site
/// as it is written, or those in it.
pub fn refuse_site(root: &Path, output: &Path, cache: &Path) -> Result<(), Error> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|e| Error::io("find", path, e));
    let (root, output, place) = (absolute(root)?, absolute(output)?, absolute(cache)?);
    let sources = ["content", "static", "themes"].map(|folder| root.join(folder));
    let inside = |folder: &PathBuf| place.starts_with(folder);
    let around = root.starts_with(&place) || output.starts_with(&place);
    if around || sources.iter().any(inside) || inside(&output) {
        let why = "the site lies there; choose another folder with --cache";
        return Err(Error::explained("keep anything in", cache, why));
    }
    Ok(())
}

/// The folder itself where the path is a link to it, so that the link stays.
pub(super) fn resolve(target: &Path) -> Result<PathBuf, Error> {
    let absolute = std::path::absolute(target).map_err(|e| Error::io("find", target, e))?;
    match absolute.canonicalize() {
        Ok(real) => Ok(real),
        Err(_) if absolute.is_symlink() => {
            let why = "it is a link that leads to nowhere";
            Err(Error::explained("write the site to", target, why))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(absolute),
        Err(error) => Err(Error::io("open", target, error)),
    }
}
