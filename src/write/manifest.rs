use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::source::{Error, Wanted, walk};

/// The list of a site's files, kept in it. A folder without one was not made by tarmaq, and is not
/// replaced.
pub const MANIFEST: &str = ".tarmaq";

/// Most strangers that an error names.
const NAMED: usize = 5;

/// The list as text: a path a line.
pub(super) fn text(files: &BTreeSet<String>) -> String {
    let mut text = String::from("# The files of this site, as tarmaq wrote them.\n");
    for file in files {
        text.push_str(file);
        text.push('\n');
    }
    text
}

/// Gives an error when the folder holds anything that no build has put there: to replace the
/// folder would be to lose it. A folder that is empty or not there is fine.
pub(super) fn refuse_strangers(target: &Path) -> Result<(), Error> {
    if target.is_file() {
        return Err(Error::explained(
            "write the site to",
            target,
            "it is a file, not a folder",
        ));
    }
    let strangers = strangers(target)?;
    if strangers.is_empty() {
        return Ok(());
    }
    let named = strangers
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    let more = match strangers.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let why = format!(
        "it holds files that tarmaq did not write and would lose ({named}{more}); \
         move them away (files to be published as they are belong into `static/`), \
         or choose another folder with --output"
    );
    Err(Error::explained("write the site to", target, why))
}

/// What the folder holds besides the files of a site, sorted. A folder without a list is no site:
/// what lies in it is told without looking further, because it may be the whole disk.
fn strangers(target: &Path) -> Result<Vec<String>, Error> {
    let failure = |error| Error::io("read", target, error);
    let Ok(list) = fs::read_to_string(target.join(MANIFEST)) else {
        if !target.exists() {
            return Ok(Vec::new());
        }
        let entries = fs::read_dir(target).map_err(failure)?;
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names: Vec<String> = names.collect::<Result<_, _>>().map_err(failure)?;
        names.sort();
        return Ok(names);
    };
    let known: BTreeSet<&str> = list.lines().collect();
    let files = walk(target, target, Wanted::Everything)?.files;
    let paths = files.into_iter().map(|entry| entry.path);
    Ok(paths
        .filter(|path| path != MANIFEST && !known.contains(path.as_str()))
        .collect())
}
