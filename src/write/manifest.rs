use std::collections::BTreeSet;
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
    let list = std::fs::read_to_string(target.join(MANIFEST)).unwrap_or_default();
    let known: BTreeSet<&str> = list.lines().collect();
    let files = walk(target, target, Wanted::Everything)?.files;
    let strange = |path: &&str| *path != MANIFEST && !known.contains(*path);
    let strangers: Vec<&str> = files
        .iter()
        .map(|entry| entry.path.as_str())
        .filter(strange)
        .collect();
    if strangers.is_empty() {
        return Ok(());
    }
    let named = strangers
        .iter()
        .take(NAMED)
        .copied()
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
