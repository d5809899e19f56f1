//! The preview: a server on this machine that shows a site as it would be built, with what was found in
//! it, and is up to date as soon as a file is saved.
//!
//! One thread, the desk, hears of changes and reads anew what they reach; it alone changes what is in
//! memory. Pages are made when a browser asks for them, on other threads, and what is the same is kept
//! until the next change.

mod answer;
mod desk;
mod events;
mod guard;
mod http;
mod insert;
mod kept;
mod kind;
mod list;
mod listen;
mod note;
mod notes;
mod part;
mod poll;
mod preview;
mod route;
mod sent;
mod told;
mod watch;
mod words;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;

use jiff::civil::Date;

pub use told::Told;

use desk::{Desk, Message};
use preview::Preview;
use watch::Watch;

use crate::driver::{Live, Occasion};
use crate::source::Error;

/// What is served, and how.
#[derive(Clone, Debug)]
pub struct Serving {
    /// The folder of the site.
    pub root: PathBuf,
    /// What the site is looked at for, unless a reader asks for another day.
    pub occasion: Occasion,
    /// What tells which day it is, where the site is looked at for that day.
    pub clock: Option<Clock>,
    /// The port that is wanted; the next free one is taken.
    pub port: u16,
    /// Whether the disk is looked at again and again, because nobody tells of changes.
    pub polling: bool,
}

/// Tells which day it is.
pub type Clock = fn() -> Date;

/// A preview that listens and has not answered yet.
pub struct Server {
    root: PathBuf,
    preview: Arc<Preview>,
    clock: Option<Clock>,
    listeners: Vec<TcpListener>,
    /// Its port.
    pub port: u16,
    watch: Watch,
    sender: mpsc::Sender<Message>,
    messages: mpsc::Receiver<Message>,
    /// Whether the disk is looked at again and again though nobody asked for it.
    resorts: bool,
}

impl Server {
    /// Reads the site and takes a port. An error is a failure of the machine.
    pub fn begin(serving: &Serving) -> Result<Self, Error> {
        let (port, listeners) = listen::listen(serving.port)?;
        let (sender, messages) = mpsc::channel();
        // Watched before it is read, so that nothing is changed unseen between the two.
        let watch = Watch::begin(&serving.root, serving.polling, sender.clone())?;
        let live = Live::open(&serving.root, serving.occasion)?;
        Ok(Self {
            root: serving.root.clone(),
            preview: Arc::new(Preview::new(live)),
            clock: serving.clock,
            listeners,
            port,
            resorts: watch.looks() && !serving.polling,
            watch,
            sender,
            messages,
        })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers and follows changes until the program is told to end (Ctrl-C). `tell` hears of all that
    /// happens. An error is a failure of the machine.
    pub fn run(self, tell: impl Fn(Told) + Send + 'static) -> Result<(), Error> {
        if self.resorts {
            tell(Told::Polling);
        }
        let desk = Desk {
            root: self.root.clone(),
            preview: Arc::clone(&self.preview),
            watch: self.watch,
            clock: self.clock,
            sender: self.sender.clone(),
            messages: self.messages,
            tell: Box::new(tell),
        };
        let desk = std::thread::Builder::new().spawn(move || desk.run());
        let desk = desk.map_err(|e| Error::io("follow changes in", &self.root, e))?;
        let served = http::serve(&self.preview, self.listeners, self.port);
        let served = served.map_err(|e| Error::io("serve", Path::new(&self.root), e));
        let _ = self.sender.send(Message::End);
        let _ = desk.join();
        served
    }
}
