use std::collections::BTreeSet;

use super::known::{Known, known};
use super::{Desk, Memory, Message};
use crate::diagnostic::Finding;
use crate::driver::Across;
use crate::serve::told::Told;

/// How many policies are examined before the desk looks whether something has happened.
const AT_ONCE: usize = 8;

impl Desk {
    /// Looks at some of what is still to be looked at.
    pub(super) fn work(&self, memory: &mut Memory) {
        if self.preview.live().pending() > 0 {
            let survey = self.preview.live().survey(AT_ONCE);
            self.preview.live_mut().keep(survey);
            let waits = memory
                .untold
                .as_ref()
                .is_some_and(|untold| untold.policies.is_none());
            if !waits || self.preview.live().pending() == 0 {
                self.tell_changed(memory);
            }
            return;
        }
        self.tell_changed(memory);
        let Some(suspects) = self.preview.live().suspects() else {
            return;
        };
        memory.comparing = true;
        let (state, sender) = (self.preview.state(), self.sender.clone());
        // Comparing all with all takes long on a large site; what is saved meanwhile does not wait.
        std::thread::spawn(move || {
            let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build();
            let compared = match alone {
                // The threads that pages are made on stay free.
                Ok(alone) => alone.install(|| suspects.compare()),
                Err(_) => suspects.compare(),
            };
            let _ = sender.send(Message::Compared(state, compared));
        });
    }

    /// Tells of the last change, now that what was found in it is known.
    fn tell_changed(&self, memory: &mut Memory) {
        let Some(untold) = memory.untold.take() else {
            return;
        };
        self.preview.events.tell("findings", &self.preview.state());
        let live = self.preview.live();
        let before: BTreeSet<Known> = untold.before.into_iter().collect();
        let own: Vec<&Finding> = match &untold.policies {
            Some(policies) => policies
                .iter()
                .flat_map(|own| live.found_about(own))
                .collect(),
            None => live
                .accused()
                .flat_map(|own| live.found_about(own))
                .collect(),
        };
        let own = own.into_iter().chain(live.found_elsewhere());
        let new = own.filter(|finding| !before.contains(&known(finding)));
        (self.tell)(Told::Changed {
            what: untold.what,
            took: untold.took,
            summary: live.summary(),
            new: live.report_of(new.cloned().collect()),
        });
    }

    /// Keeps what is about several policies.
    pub(super) fn judge(&self, across: &Across, memory: &mut Memory) {
        let before = self.preview.live().summary();
        let judged = self.preview.live().judge(across);
        self.preview.live_mut().keep_judged(judged);
        self.preview.events.tell("findings", &self.preview.state());
        let live = self.preview.live();
        let summary = live.summary();
        if !memory.surveyed {
            memory.surveyed = true;
            (self.tell)(Told::Surveyed(live.report()));
        } else if summary != before {
            (self.tell)(Told::Settled(summary));
        }
    }
}
