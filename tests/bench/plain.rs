//! Reading and writing, and nothing else: what no program that makes a site can do without.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::measure::files;

/// The files of a built site, by their paths in it.
pub(crate) fn read_files(public: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = files(public).into_iter();
    let files = files.map(|path| {
        let bytes = fs::read(&path).expect("a page");
        let path = path.strip_prefix(public).expect("below public");
        (path.to_owned(), bytes)
    });
    files.collect()
}

/// Reads all sources and writes all output, with as many threads as a build has.
pub(crate) fn read_and_write(sources: &[PathBuf], output: &[(PathBuf, Vec<u8>)], copy: &Path) {
    let read: usize = sources
        .par_iter()
        .map(|path| fs::read(path).expect("a source").len())
        .sum();
    assert!(read > 0);
    output.par_iter().for_each(|(path, bytes)| {
        let path = copy.join(path);
        if fs::write(&path, bytes).is_err() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, bytes).expect("a page");
        }
    });
}
