use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::desk::Message;
use super::poll::poll;
use crate::driver::Touched;
use crate::source::Error;

/// The folders whose changes matter, with all that lies in them.
pub(super) const FOLDERS: [&str; 3] = ["content", "themes", "static"];

/// Hears of changes on the disk, and sends on what was touched, until it is dropped.
pub(super) enum Watch {
    /// As the system tells of them.
    Told {
        watcher: RecommendedWatcher,
        root: std::path::PathBuf,
        /// Whether one of the folders came or went: what lies in it is to be watched anew.
        folders: Arc<AtomicBool>,
    },
    /// By looking again and again.
    Looking(#[expect(dead_code, reason = "dropped to end the looking")] Sender<()>),
}

impl Watch {
    /// Begins to watch a site: as the system tells of changes, else, or when it is asked for, by looking
    /// again and again.
    pub(super) fn begin(
        root: &Path,
        polling: bool,
        sender: Sender<Message>,
    ) -> Result<Self, Error> {
        let root = root
            .canonicalize()
            .map_err(|e| Error::io("open", root, e))?;
        if !polling && let Ok(watch) = Self::told(&root, sender.clone()) {
            return Ok(watch);
        }
        let (end, ended) = mpsc::channel();
        let thread = std::thread::Builder::new();
        let looked = root.clone();
        let looking = thread.spawn(move || poll(&looked, &sender, &ended));
        looking.map_err(|e| Error::io("watch", &root, e))?;
        Ok(Self::Looking(end))
    }

    fn told(root: &Path, sender: Sender<Message>) -> Result<Self, notify::Error> {
        let folders = Arc::new(AtomicBool::new(true));
        let hear = hearing(root, sender, Arc::clone(&folders));
        let watcher = RecommendedWatcher::new(hear, Config::default())?;
        let mut watch = Self::Told {
            watcher,
            root: root.to_owned(),
            folders,
        };
        watch.renew()?;
        Ok(watch)
    }

    /// Watches what there is now, where a folder came or another stands in its place.
    pub(super) fn renew(&mut self) -> Result<(), notify::Error> {
        let Self::Told {
            watcher,
            root,
            folders,
        } = self
        else {
            return Ok(());
        };
        if !folders.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            if folder.is_dir() {
                let _ = watcher.unwatch(&folder);
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Whether it looks again and again.
    pub(super) fn looks(&self) -> bool {
        matches!(self, Self::Looking(_))
    }
}

/// What is done with an event: what it touched is sent to the desk.
fn hearing(
    root: &Path,
    sender: Sender<Message>,
    folders: Arc<AtomicBool>,
) -> impl Fn(notify::Result<Event>) + use<> {
    let root = root.to_owned();
    move |event| {
        let mut touched = Touched::nothing();
        match event {
            Ok(event) if event.need_rescan() => touched = Touched::Whole,
            Ok(event) if is_change(&event) => {
                let paths = event.paths.iter();
                for path in paths.filter_map(|path| path.strip_prefix(&root).ok()) {
                    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                    let path = parts.join("/");
                    if FOLDERS.contains(&path.as_str()) {
                        folders.store(true, Ordering::SeqCst);
                    }
                    touched.note(&path);
                }
            }
            Ok(_) => return,
            // Events were lost.
            Err(_) => touched = Touched::Whole,
        }
        if !touched.is_nothing() {
            // A desk that has gone home needs no news.
            let _ = sender.send(Message::Touched(touched));
        }
    }
}

/// Whether an event is more than that somebody looked at a file.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
