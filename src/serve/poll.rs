use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

use super::desk::Message;
use super::watch::FOLDERS;
use crate::driver::Touched;
use crate::source::SITE_FILE;

/// How often the disk is looked at.
const EVERY: Duration = Duration::from_millis(300);

/// What a file or a folder looks like from outside: when it was changed, and how long it is.
type Look = (Option<SystemTime>, u64);

/// Looks at the disk again and again, and sends on what has changed since the last time, until nobody
/// holds the other end of `end`. Whole seconds, by which the usual watchers compare, are too coarse for
/// one who saves twice.
pub(super) fn poll(root: &Path, sender: &Sender<Message>, end: &Receiver<()>) {
    let mut before = looks(root);
    while end.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
        let now = looks(root);
        let touched = differing(root, &before, &now);
        if !touched.is_nothing() && sender.send(Message::Touched(touched)).is_err() {
            return;
        }
        before = now;
    }
}

/// What there is. What cannot be looked at is told when the site is read.
fn looks(root: &Path) -> BTreeMap<PathBuf, Look> {
    let folders = FOLDERS.into_iter().chain([SITE_FILE]);
    let entries = folders.flat_map(|folder| WalkDir::new(root.join(folder)).follow_links(true));
    let looks = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let metadata = entry.metadata().ok()?;
        // A folder changes with what lies in it, which is looked at by itself.
        let look = match metadata.is_dir() {
            true => (None, 0),
            false => (metadata.modified().ok(), metadata.len()),
        };
        Some((entry.into_path(), look))
    });
    looks.collect()
}

fn differing(
    root: &Path,
    before: &BTreeMap<PathBuf, Look>,
    now: &BTreeMap<PathBuf, Look>,
) -> Touched {
    let mut touched = Touched::nothing();
    let changed = now
        .iter()
        .filter(|(path, look)| before.get(*path) != Some(*look));
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    for path in changed.map(|(path, _)| path).chain(gone) {
        let below = path.strip_prefix(root).unwrap_or(path);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        touched.note(&parts.join("/"));
    }
    touched
}
