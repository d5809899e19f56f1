use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Surroundings;
use crate::driver::{Progress, Stage, Unseen};

/// How long a walk may last before its bar is shown: what is done sooner needs none.
const PATIENCE: Duration = Duration::from_millis(400);

/// From so many steps on, a stage is worth a line in the log of a machine.
const WORTH_A_LINE: usize = 500;

/// How the progress of a walk is shown: as a bar on a terminal, as lines where nobody looks on, and not at
/// all when nobody asked for it.
pub(super) fn progress(quiet: bool, surroundings: &Surroundings) -> Box<dyn Progress> {
    match (quiet, surroundings.stderr_terminal) {
        (true, _) => Box::new(Unseen),
        (false, true) => Box::new(Bar::default()),
        (false, false) => Box::new(Lines),
    }
}

/// A line that is drawn over itself.
#[derive(Default)]
struct Bar {
    shown: Mutex<Option<ProgressBar>>,
}

impl Bar {
    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        let mut shown = self
            .shown
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        act(&mut shown);
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, steps: Option<usize>) {
        self.with(|shown| {
            let bar = shown.get_or_insert_with(patient);
            bar.set_position(0);
            if let Some(steps) = steps {
                bar.set_length(steps as u64);
            }
            let form = match steps {
                Some(_) => "{msg:9} {bar:30} {pos}/{len}",
                None => "{msg:9} {spinner}",
            };
            let style = ProgressStyle::with_template(form);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(words(stage).0);
        });
    }

    fn advance(&self, steps: usize) {
        self.with(|shown| {
            if let Some(bar) = shown {
                bar.inc(steps as u64);
            }
        });
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.with(|shown| {
            if let Some(bar) = shown {
                bar.finish_and_clear();
            }
        });
    }
}

/// A bar that shows itself once it has lasted.
fn patient() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let waiting = bar.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if !waiting.is_finished() {
            waiting.set_draw_target(ProgressDrawTarget::stderr());
            waiting.enable_steady_tick(Duration::from_millis(100));
        }
    });
    bar
}

/// A line for each stage that lasts.
struct Lines;

impl Progress for Lines {
    #[expect(
        clippy::print_stderr,
        reason = "a log shows what is being done while it is done"
    )]
    fn begin(&self, stage: Stage, steps: Option<usize>) {
        if let Some(steps) = steps.filter(|steps| *steps >= WORTH_A_LINE) {
            let (doing, what) = words(stage);
            eprintln!("{doing} {steps} {what} …");
        }
    }

    fn advance(&self, _: usize) {}
}

/// What is done, and to what.
fn words(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Reading => ("Reading", "files"),
        Stage::Checking => ("Checking", "policies"),
        Stage::Building => ("Building", "policies"),
        Stage::TakingOver => ("Taking over", "files"),
    }
}
