//! What no program that makes a site can do without: reading and writing; and parsing, by the libraries
//! that parse, with nothing done with what they give.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser};
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
    read(sources, |_, source| source.len());
    write(output, copy);
}

/// The same, and in between every source goes through the library that knows its format, and nothing else.
pub(crate) fn read_parse_and_write(
    sources: &[PathBuf],
    output: &[(PathBuf, Vec<u8>)],
    copy: &Path,
) {
    read(sources, |path, source| {
        let text = std::str::from_utf8(source).expect("a text");
        match path.extension().is_some_and(|extension| extension == "md") {
            true => Parser::new_ext(text, Options::ENABLE_TABLES).count(),
            false => usize::from(serde_yaml::from_str::<serde_yaml::Value>(text).is_ok()),
        }
    });
    write(output, copy);
}

/// Reads all sources, and has something done with each that gives a number.
fn read(sources: &[PathBuf], done: impl Fn(&Path, &[u8]) -> usize + Sync) {
    let all = sources.par_iter().map(|path| {
        let source = fs::read(path).expect("a source");
        done(path, &source)
    });
    // What is asked for must be done.
    assert!(all.sum::<usize>() > 0);
}

fn write(output: &[(PathBuf, Vec<u8>)], copy: &Path) {
    output.par_iter().for_each(|(path, bytes)| {
        let path = copy.join(path);
        if fs::write(&path, bytes).is_err() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, bytes).expect("a page");
        }
    });
}
