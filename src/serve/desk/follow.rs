use std::collections::BTreeSet;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::known::{Known, known};
use super::{Desk, Memory, Message, Untold};
use crate::diagnostic::{Finding, many};
use crate::driver::{Live, Occasion, Touched};
use crate::serve::told::Told;

/// So long nothing has to happen on the disk before it is read: what an editor does when it saves
/// comes in several events.
const QUIET: Duration = Duration::from_millis(6);

/// So long is waited at most: some programs write all the time.
const MOST: Duration = Duration::from_millis(120);

impl Desk {
    /// Waits until the disk is quiet and reads anew what was touched. Gives whether to go on.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long a change takes is told; no page depends on it"
    )]
    pub(super) fn follow(&mut self, mut touched: Touched, memory: &mut Memory) -> bool {
        let first = Instant::now();
        while first.elapsed() < MOST {
            match self.messages.recv_timeout(QUIET) {
                Ok(Message::Touched(more)) => touched.with(more),
                Ok(Message::Compared(..)) => memory.comparing = false,
                Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        if memory.failures > 0 {
            touched = Touched::Whole;
        }
        // What is not watched may have been changed: then nothing but a look at everything helps.
        if self.watch.renew().is_err() {
            touched = Touched::Whole;
        }
        self.read(&touched, None, memory);
        true
    }

    /// Reads the site for another day, where one has begun.
    pub(super) fn follow_day(&self, memory: &mut Memory) {
        // What cannot be read is tried again for the day that it is then.
        let begun = self.today() != self.preview.live().occasion().today;
        if begun && memory.failures == 0 {
            let what = format!("everything as of {}", self.today());
            self.read(&Touched::Whole, Some(what), memory);
        }
    }

    /// The day that the site is looked at for.
    fn today(&self) -> Date {
        let named = || self.preview.live().occasion().today;
        self.clock.map_or_else(named, |clock| clock())
    }

    /// Reads anew what was touched, for which there may be a name of its own.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long a change takes is told; no page depends on it"
    )]
    fn read(&self, touched: &Touched, name: Option<String>, memory: &mut Memory) {
        let start = Instant::now();
        let before = self.found(touched);
        let read = match touched {
            // The site is read beside the old one, which is shown meanwhile.
            Touched::Whole => {
                let occasion = Occasion {
                    today: self.today(),
                    ..self.preview.live().occasion()
                };
                Live::open(&self.root, occasion).map(|live| {
                    *self.preview.live_mut() = live;
                    None
                })
            }
            touched => self.preview.live_mut().apply(touched),
        };
        match read {
            Ok(policies) => {
                memory.failures = 0;
                memory.surveyed &= policies.is_some();
                self.preview.changed(None);
                memory.untold = Some(Untold {
                    what: name.unwrap_or_else(|| what(touched, policies.as_ref())),
                    policies,
                    took: start.elapsed(),
                    before,
                });
            }
            Err(error) => {
                let message = error.to_string();
                self.preview.changed(Some(message.clone()));
                if memory.failures == 0 {
                    (self.tell)(Told::Failed(message));
                }
                memory.failures += 1;
            }
        }
    }

    /// What is known of what was touched, before it is read anew.
    fn found(&self, touched: &Touched) -> Vec<Known> {
        let live = self.preview.live();
        let own: Vec<&Finding> = match touched {
            Touched::Whole => live
                .accused()
                .flat_map(|own| live.found_about(own))
                .collect(),
            Touched::Parts { policies, .. } => policies
                .iter()
                .flat_map(|own| live.found_about(own))
                .collect(),
        };
        let own = own.into_iter().chain(live.found_elsewhere());
        own.map(known).collect()
    }
}

/// What was read anew, for people.
fn what(touched: &Touched, policies: Option<&BTreeSet<String>>) -> String {
    let (Touched::Parts { theme, statics, .. }, Some(policies)) = (touched, policies) else {
        return "everything".to_owned();
    };
    let mut told: Vec<String> = match policies.len() {
        0..=3 => policies.iter().cloned().collect(),
        count => vec![many(count, "policy", "policies")],
    };
    told.extend(theme.then(|| "the theme".to_owned()));
    told.extend(statics.then(|| "static files".to_owned()));
    told.join(", ")
}
