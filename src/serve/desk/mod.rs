//! The one who changes what is in memory: hears of changes, reads anew what they reach, and looks at the
//! rest when nothing else is to be done.

mod follow;
mod known;
mod work;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::Duration;

use super::preview::Preview;
use super::told::Told;
use super::watch::Watch;
use crate::driver::{Across, Touched};
use known::Known;

/// What the desk is told.
pub(super) enum Message {
    /// Something was touched on the disk.
    Touched(Touched),
    /// What is about several policies was compared, in a state of the site.
    Compared(String, Across),
    /// The program ends.
    End,
}

/// How long the desk waits before it tries again to read what could not be read; longer each time.
const AGAIN: Duration = Duration::from_millis(400);

pub(super) struct Desk {
    pub(super) root: PathBuf,
    pub(super) preview: Arc<Preview>,
    pub(super) watch: Watch,
    pub(super) sender: Sender<Message>,
    pub(super) messages: Receiver<Message>,
    pub(super) tell: Box<dyn Fn(Told) + Send>,
}

/// What the desk remembers.
#[derive(Default)]
struct Memory {
    /// Whether all policies were looked at since the site was read.
    surveyed: bool,
    /// Whether something is being compared.
    comparing: bool,
    /// What is still to be told of: what was touched, and how long it took.
    untold: Option<Untold>,
    /// How often reading has failed, one time after the other.
    failures: u32,
}

struct Untold {
    /// The policies that were read; `None` for all.
    policies: Option<BTreeSet<String>>,
    what: String,
    took: Duration,
    before: Vec<Known>,
}

impl Desk {
    /// Works until the program ends.
    pub(super) fn run(mut self) {
        let mut memory = Memory::default();
        loop {
            match self.next(&memory) {
                Next::Message(Message::End) => return,
                Next::Message(Message::Touched(touched)) => {
                    if !self.follow(touched, &mut memory) {
                        return;
                    }
                }
                Next::Message(Message::Compared(state, across)) => {
                    memory.comparing = false;
                    if state == self.preview.state() {
                        self.judge(&across, &mut memory);
                    }
                }
                Next::Work => self.work(&mut memory),
                Next::Again => {
                    if !self.follow(Touched::Whole, &mut memory) {
                        return;
                    }
                }
            }
        }
    }

    /// What is to be done next: what has happened comes before what can wait.
    fn next(&self, memory: &Memory) -> Next {
        let can_work = {
            let live = self.preview.live();
            live.pending() > 0 || (live.is_unsure() && !memory.comparing)
        };
        let end = Next::Message(Message::End);
        if can_work {
            return match self.messages.try_recv() {
                Ok(message) => Next::Message(message),
                Err(TryRecvError::Empty) => Next::Work,
                Err(TryRecvError::Disconnected) => end,
            };
        }
        if memory.failures > 0 {
            let wait = AGAIN * 2_u32.pow(memory.failures.min(5));
            return match self.messages.recv_timeout(wait) {
                Ok(message) => Next::Message(message),
                Err(RecvTimeoutError::Timeout) => Next::Again,
                Err(RecvTimeoutError::Disconnected) => end,
            };
        }
        self.messages.recv().map_or(end, Next::Message)
    }
}

enum Next {
    Message(Message),
    /// There is time to look at what can wait.
    Work,
    /// What could not be read is tried again.
    Again,
}
