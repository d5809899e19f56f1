use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::manifest;
use crate::source::{Wanted, walk};

/// Whether the site at `target` is this one already: these files with these digests (BLAKE3, in
/// hexadecimal), and no others. What cannot be read is not.
pub fn stands(target: &Path, files: &[(&str, &str)]) -> bool {
    let paths: BTreeSet<String> = files.iter().map(|(path, _)| (*path).to_owned()).collect();
    let list = fs::read_to_string(target.join(manifest::MANIFEST));
    if list.ok() != Some(manifest::text(&paths)) {
        return false;
    }
    let Ok(tree) = walk(target, target, Wanted::Everything) else {
        return false;
    };
    let there = tree.files.into_iter().map(|entry| entry.path);
    let there: BTreeSet<String> = there.filter(|path| path != manifest::MANIFEST).collect();
    if !tree.empty.is_empty() || !tree.outside.is_empty() || there != paths {
        return false;
    }
    files.par_iter().all(|(path, digest)| {
        let path = target.join(path);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|file| file.is_file());
        let bytes = is_file.then(|| fs::read(&path).ok()).flatten();
        bytes.is_some_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == *digest)
    })
}
