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

use super::Clock;
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

/// How often the desk looks at the clock when nothing else happens: a machine may sleep over midnight.
const MINUTE: Duration = Duration::from_secs(60);

pub(super) struct Desk {
    pub(super) root: PathBuf,
    pub(super) preview: Arc<Preview>,
    pub(super) watch: Watch,
    /// What tells which day it is, where the site is looked at for that day.
    pub(super) clock: Option<Clock>,
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
            self.follow_day(&mut memory);
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
                Next::Nothing => {}
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
        if self.clock.is_none() {
            return self.messages.recv().map_or(end, Next::Message);
        }
        match self.messages.recv_timeout(MINUTE) {
            Ok(message) => Next::Message(message),
            Err(RecvTimeoutError::Timeout) => Next::Nothing,
            Err(RecvTimeoutError::Disconnected) => end,
        }
    }
}

enum Next {
    Message(Message),
    /// Nothing has happened for a while.
    Nothing,
    /// There is time to look at what can wait.
    Work,
    /// What could not be read is tried again.
    Again,
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::{Arc, mpsc};

    use jiff::civil::date;

    use super::{Desk, Message};
    use crate::driver::{Live, Occasion};
    use crate::serve::preview::Preview;
    use crate::serve::told::Told;
    use crate::serve::watch::Watch;
    use crate::site::Drafts;

    #[test]
    fn a_day_that_begins_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("site.yaml"), "languages: [kk]\n").unwrap();
        let occasion = Occasion {
            today: date(2026, 1, 31),
            drafts: Drafts::Hidden,
        };
        let live = Live::open(folder.path(), occasion).unwrap();
        let preview = Arc::new(Preview::new(live));
        let (sender, messages) = mpsc::channel();
        let end = sender.clone();
        let (tell, told) = mpsc::channel();
        let desk = Desk {
            root: folder.path().to_owned(),
            preview: Arc::clone(&preview),
            watch: Watch::begin(folder.path(), true, sender.clone()).unwrap(),
            clock: Some(|| date(2026, 2, 1)),
            sender,
            messages,
            tell: Box::new(move |told| {
                if let Told::Changed { what, .. } = told {
                    tell.send(what).unwrap();
                    end.send(Message::End).unwrap();
                }
            }),
        };
        desk.run();
        assert_eq!(preview.live().occasion().today, date(2026, 2, 1));
        let told: Vec<String> = told.iter().collect();
        assert_eq!(told, ["everything as of 2026-02-01"]);
    }
}
