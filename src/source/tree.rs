use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Error;

/// A file found below a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path below the folder that was walked, with `/` between the folders.
    pub path: String,
    /// Where the file lies on the disk.
    pub location: PathBuf,
}

/// A link that leads out of the site's folder. It was not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The link's path below the folder that was walked.
    pub path: String,
    /// Where it leads, as it is written in the link.
    pub target: String,
}

/// Which files a walk is after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What people write. Files that editors and systems keep for themselves (a leading dot, a
    /// trailing `~`, Office's `~$…`) are passed over.
    Sources,
    /// Every file, as it is: `.well-known/` is published too. Only `.gitkeep`, by which git keeps an
    /// empty folder, is no file of anybody's.
    Everything,
}

/// What [`walk`] found.
#[derive(Debug, Default)]
pub struct Tree {
    /// The files, sorted by path.
    pub files: Vec<Entry>,
    /// The folders that hold nothing at all, by path.
    pub empty: Vec<String>,
    /// The links that were refused.
    pub outside: Vec<Outside>,
}

/// The wanted files below `folder`, sorted; a folder that is not there is empty. Links are followed
/// as long as they stay inside `root`. Any failure to read is an error: a file that is passed over
/// in silence is a lost file.
pub fn walk(folder: &Path, root: &Path, wanted: Wanted) -> Result<Tree, Error> {
    let mut tree = Tree::default();
    if !folder.exists() {
        return Ok(tree);
    }
    let root = root
        .canonicalize()
        .map_err(|e| Error::io("open", root, e))?;
    let mut walker = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    // The folder that was met last and its depth, as long as nothing was met in it.
    let mut bare: Option<(String, usize)> = None;
    while let Some(entry) = walker.next() {
        let depth = match &entry {
            Ok(entry) => entry.depth(),
            Err(error) => error.depth(),
        };
        if let Some((path, above)) = bare.take()
            && depth <= above
        {
            tree.empty.push(path);
        }
        let entry = match entry {
            // Editors mark a file that is open by a link that leads to nowhere.
            Err(error)
                if wanted == Wanted::Sources && error.path().is_some_and(is_private_path) =>
            {
                continue;
            }
            entry => entry.map_err(|e| failure(folder, e))?,
        };
        if entry.depth() == 0 {
            continue;
        }
        let is_dir = entry.file_type().is_dir();
        let name = entry.file_name().to_string_lossy();
        if wanted == Wanted::Sources && is_private(&name) {
            if is_dir {
                walker.skip_current_dir();
            }
            continue;
        }
        if name == ".gitkeep" {
            continue;
        }
        let path = relative(folder, entry.path());
        if entry.path_is_symlink() && !leads_inside(entry.path(), &root)? {
            let target = std::fs::read_link(entry.path())
                .map_err(|e| Error::io("read the link", entry.path(), e))?;
            tree.outside.push(Outside {
                path,
                target: target.display().to_string(),
            });
            if is_dir {
                walker.skip_current_dir();
            }
        } else if is_dir {
            bare = Some((path, entry.depth()));
        } else {
            let location = entry.into_path();
            tree.files.push(Entry { path, location });
        }
    }
    tree.empty.extend(bare.map(|(path, _)| path));
    Ok(tree)
}

fn is_private_path(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| is_private(&name.to_string_lossy()))
}

fn is_private(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')
}

fn leads_inside(link: &Path, root: &Path) -> Result<bool, Error> {
    let target = link
        .canonicalize()
        .map_err(|e| Error::io("follow the link", link, e))?;
    Ok(target.starts_with(root))
}

fn relative(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn failure(folder: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(folder).to_owned();
    let told = error.to_string();
    if error.loop_ancestor().is_some() {
        let why = "it is a link that leads back to a folder above it";
        return Error::explained("read", &path, why);
    }
    match error.into_io_error() {
        Some(cause) if cause.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
            Error::explained("read", &path, "it is a link that leads to nowhere")
        }
        Some(cause) => Error::io("read", &path, cause),
        None => Error::io("read", &path, io::Error::other(told)),
    }
}
