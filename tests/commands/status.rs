//! `tarmaq status`: policies, editions, states, languages, findings.

use crate::common::expected::expect;
use crate::common::sample::Sample;

#[test]
fn each_edition_with_its_state_on_the_day() {
    let sample = Sample::history();
    let run = sample.run(&["status", "--date", "2026-11-01"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    expect("commands/expected/status.txt", &run.stdout);
}

#[test]
fn what_is_wrong_is_counted_where_it_is() {
    let sample = Sample::faulty();
    let run = sample.run(&["status", "--date", "2026-11-01"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    expect("commands/expected/status-faulty.txt", &run.stdout);
}

#[test]
fn a_folder_without_its_edition_yaml_is_shown_all_the_same() {
    let sample = Sample::small();
    sample.write("content/sample-policy/1.1/en.md", "# Sample Policy\n");
    sample.write("content/other-policy/1.0/en.md", "# Other Policy\n");
    std::fs::create_dir_all(sample.path("content/sample-policy/1.2")).unwrap();
    let run = sample.run(&["status", "--date", "2026-11-01"]).expect(0);
    expect("commands/expected/status-unread.txt", &run.stdout);
}

#[test]
fn a_site_without_editions_says_so() {
    let sample = Sample::small();
    sample.remove("content/sample-policy");
    let run = sample.run(&["status"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("no editions"), "{}", run.stdout);
}
