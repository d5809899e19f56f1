//! What becomes of files that are changed while a site is built.

use tarmaq::diagnostic::Strictness;
use tarmaq::driver::{Means, Occasion, Progress, Stage, Unseen, build};
use tarmaq::site::Drafts;

use crate::common::sample::Sample;

const EN: &str = "content/sample-policy/1.0/en.md";

/// Changes a site once it is read, and the policies are looked at.
struct Meddler<'s>(&'s Sample, fn(&Sample));

impl Progress for Meddler<'_> {
    fn begin(&self, stage: Stage, _: Option<usize>) {
        if matches!(stage, Stage::Building) {
            (self.1)(self.0);
        }
    }

    fn advance(&self, _: usize) {}
}

/// What is kept for the next build was made of what the sources were when they were surveyed.
#[test]
fn what_is_changed_while_a_site_is_built_is_built_the_next_time() {
    let changes: [fn(&Sample); 3] = [
        |sample| _ = sample.replace(EN, "is answered", "will be answered"),
        |sample| _ = sample.replace("site.yaml", "Legal", "LEGAL"),
        |sample| _ = sample.write("static/terms.txt", "None.\n"),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        for room in [0, usize::MAX] {
            let sample = Sample::small();
            let cache = sample.path(".tarmaq-cache");
            let build = |progress: &dyn Progress| {
                let occasion = Occasion {
                    today: jiff::civil::date(2026, 1, 15),
                    drafts: Drafts::Hidden,
                };
                let means = Means {
                    cache: Some(&cache),
                    room,
                };
                let (root, output) = (sample.path(""), sample.path("public"));
                let usual = Strictness::Usual;
                build(&root, &output, occasion, usual, means, progress).unwrap();
                sample.site()
            };
            let before = build(&Unseen);
            std::fs::remove_dir_all(&cache).unwrap();
            build(&Meddler(&sample, change));
            let warm = build(&Unseen);
            std::fs::remove_dir_all(&cache).unwrap();
            assert!(warm == build(&Unseen), "change {at} in {room} bytes");
            assert!(warm != before, "change {at} is seen");
        }
    }
}
