//! What was read of policies before is held against what lies there now: it may have been kept by somebody
//! else.

use tarmaq::check::named;
use tarmaq::diagnostic::Finding;
use tarmaq::load::{Loaded, Memory, load, load_within};
use tarmaq::model::{Lang, Policy};
use tarmaq::source::{FileId, Sources, Span};
use tarmaq::write::{Output as _, Staging};

use crate::common::sample::Sample;

/// Remembers one policy and what was met in it, whatever is asked for.
struct Stranger(Policy, Vec<Finding>);

impl Memory for Stranger {
    fn recall(
        &self,
        _: &str,
        _: &dyn Fn(&str) -> Option<FileId>,
    ) -> Option<(Policy, Vec<Finding>)> {
        Some((self.0.clone(), self.1.clone()))
    }

    fn keep(&self, _: &str, _: &[FileId], _: &Policy, _: &[Finding], _: &Sources) {}
}

/// A site as it is read by somebody who remembers its policy otherwise.
fn remembered(sample: &Sample, change: impl Fn(&mut Policy)) -> Loaded {
    let root = sample.path("");
    let mut policy = load(&root).unwrap().site.policies.remove(0);
    change(&mut policy);
    load_within(&root, usize::MAX, &Stranger(policy, Vec::new()), None).unwrap()
}

#[test]
fn a_policy_that_fits_its_files_is_not_read_again() {
    let sample = Sample::small();
    let loaded = remembered(&sample, |policy| policy.position = Some(7));
    assert_eq!(loaded.site.policies[0].position, Some(7));
}

#[test]
fn a_policy_that_does_not_fit_its_files_is_read() {
    let sample = Sample::small();
    let changes: [fn(&mut Policy); 5] = [
        |policy| policy.slug = "../outside".to_owned(),
        |policy| policy.editions[0].number = "../../outside".to_owned(),
        |policy| policy.editions[0].texts[0].lang = Lang::new("de").unwrap(),
        |policy| policy.editions[0].texts[0].file = policy.editions[0].file,
        |policy| policy.editions[0].file = policy.editions[0].texts[0].file,
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let loaded = remembered(&sample, move |policy| {
            policy.position = Some(7);
            change(policy);
        });
        let [policy] = loaded.site.policies.as_slice() else {
            panic!("one policy");
        };
        assert_ne!(policy.position, Some(7), "{at}");
    }
}

#[test]
fn a_policy_is_read_where_what_was_met_in_it_does_not_fit_its_files() {
    let sample = Sample::small();
    let root = sample.path("");
    let mut policy = load(&root).unwrap().site.policies.remove(0);
    policy.position = Some(7);
    let file = policy.editions[0].texts[0].file;
    for (end, position) in [(1, 7), (1_000_000, 1)] {
        let rule = named("bad-utf8").unwrap();
        let met = Finding::new(rule, "odd").label(file, Span::new(0, end), "here");
        let memory = Stranger(policy.clone(), vec![met]);
        let loaded = load_within(&root, usize::MAX, &memory, None).unwrap();
        assert_eq!(loaded.site.policies[0].position, Some(position), "{end}");
    }
}

#[test]
fn nothing_is_written_outside_of_the_site() {
    let folder = tempfile::tempdir().unwrap();
    let staging = Staging::begin(&folder.path().join("site")).unwrap();
    for path in [
        "../outside.html",
        "/outside.html",
        "en/../../outside.html",
        "",
    ] {
        staging.write(path, b"words").unwrap_err();
    }
    staging.write("en/index.html", b"words").unwrap();
}
