//! After any edits, what is kept in memory is what a fresh build and a fresh check make of the folder.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tarmaq::diagnostic::{Format, Report, Strictness, Styling, render};
use tarmaq::driver::{self, Live, Means, Occasion, Touched, Unmade, Unseen};
use tarmaq::site::Drafts;

use crate::common::cases::cases;
use crate::common::sample::{Sample, files};
use crate::edits::{Edit, edits, site};

fn occasion() -> Occasion {
    Occasion {
        today: jiff::civil::date(2026, 1, 15),
        drafts: Drafts::Shown,
    }
}

fn told(report: &Report) -> String {
    render(report, Format::Json, Styling::Plain)
}

/// The lines that only one of two reports has.
fn differing(kept: &str, fresh: &str) -> String {
    let only = |mark: &str, own: &str, other: &str| -> String {
        let known: BTreeSet<&str> = other.lines().collect();
        let lines = own.lines().filter(|line| !known.contains(line));
        lines.map(|line| format!("{mark} {line}\n")).collect()
    };
    only("kept", kept, fresh) + &only("fresh", fresh, kept)
}

/// Applies edits one by one, as a watcher tells them.
fn edit(live: &mut Live, site: &Sample, edits: &[Edit]) {
    for edit in edits {
        let mut touched = Touched::nothing();
        for path in edit.carry_out(site) {
            touched.note(&path);
        }
        live.apply(&touched).unwrap();
    }
}

/// Compares what is kept with what is built and checked afresh.
#[track_caller]
fn compare(live: &mut Live, site: &Sample) {
    let root = site.path("");
    live.finish();
    let fresh = driver::check(&root, occasion(), &Unseen).unwrap();
    let [kept, fresh] = [told(&live.report()), told(&fresh)];
    assert!(kept == fresh, "{}", differing(&kept, &fresh));
    let output = tempfile::tempdir().unwrap();
    let output = output.path().join("public");
    let strictness = Strictness::Usual;
    let built = driver::build(
        &root,
        &output,
        occasion(),
        strictness,
        Means::default(),
        &Unseen,
    )
    .unwrap();
    if built.report.fails(strictness) {
        compare_with_fresh(live, &root);
        return;
    }
    let built = files(&output);
    let paths: BTreeSet<String> = live.paths(occasion()).into_iter().collect();
    let known = built.keys().filter(|path| *path != tarmaq::write::MANIFEST);
    let known: BTreeSet<String> = known.cloned().collect();
    assert_eq!(paths, known);
    for path in paths {
        let own = live.file(&path, occasion()).unwrap().bytes;
        assert!(own == built[&path], "{path} is not as it is built");
    }
}

/// Where nothing is built, because there are errors, the pages are those of a site that is read afresh.
fn compare_with_fresh(live: &Live, root: &std::path::Path) {
    let fresh = Live::open(root, occasion()).unwrap();
    let paths = live.paths(occasion());
    assert_eq!(paths, fresh.paths(occasion()));
    for path in paths {
        let pages = [live, &fresh].map(|site| match site.file(&path, occasion()) {
            Ok(made) => Ok(made.bytes),
            Err(Unmade::Template(finding)) => Err(finding.message),
            // It was planned, and nothing can be said on it.
            Err(Unmade::Unknown) => Err("nothing".to_owned()),
            Err(other) => panic!("{path}: {other:?}"),
        });
        assert!(pages[0] == pages[1], "{path} is not as it is made afresh");
    }
}

#[test]
fn an_unchanged_site_is_served_as_it_is_built() {
    let site = site();
    let mut live = Live::open(&site.path(""), occasion()).unwrap();
    compare(&mut live, &site);
}

#[test]
fn an_edit_of_one_policy_leaves_the_findings_about_others() {
    let site = site();
    let mut live = Live::open(&site.path(""), occasion()).unwrap();
    let path = "content/sample-policy/1.1/en.md";
    site.replace(path, "3 (three)", "4 (three)");
    let mut touched = Touched::nothing();
    touched.note(path);
    let read = live.apply(&touched).unwrap().unwrap();
    assert_eq!(read, BTreeSet::from(["sample-policy".to_owned()]));
    compare(&mut live, &site);
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn edits_of_all_kinds_at_once(edits in edits(8)) {
        let site = site();
        let mut live = Live::open(&site.path(""), occasion()).unwrap();
        live.finish();
        edit(&mut live, &site, &edits);
        compare(&mut live, &site);
    }

    #[test]
    fn edits_of_all_kinds_after_others(first in edits(5), second in edits(3)) {
        let site = site();
        let mut live = Live::open(&site.path(""), occasion()).unwrap();
        live.finish();
        for edits in [&first, &second] {
            edit(&mut live, &site, edits);
            compare(&mut live, &site);
        }
    }
}
