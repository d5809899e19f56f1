//! `--format github`: annotations by workflow commands.

use crate::common::expected::expect;
use crate::common::sample::Sample;
use crate::common::tarmaq::DAY;

#[test]
fn the_findings_about_a_faulty_site() {
    let run = Sample::faulty()
        .run(&["check", "--format", "github", "--date", DAY])
        .expect(1);
    expect("findings/expected/github.txt", &run.stdout);
}

/// A line end inside would end the command, a comma or a colon inside a property the property.
#[test]
fn each_finding_is_one_command_on_one_line() {
    let run = Sample::faulty().run(&["check", "--format", "github", "--date", DAY]);
    let findings = Sample::faulty().findings();
    let commands: Vec<&str> = run
        .stdout
        .lines()
        .filter(|line| line.starts_with("::"))
        .collect();
    assert_eq!(commands.len(), findings.len());
    for (command, finding) in commands.iter().zip(findings) {
        let (kind, rest) = command[2..].split_once(' ').unwrap();
        assert_eq!(finding["severity"], kind);
        let (properties, message) = rest.split_once("::").unwrap();
        assert!(
            message.starts_with(finding["message"].as_str().unwrap()),
            "{command}"
        );
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(known.contains(&name), "{command}");
            assert!(!value.is_empty() && !value.contains(':'), "{command}");
        }
    }
}
