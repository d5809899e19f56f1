//! Files that nobody reads are not passed over in silence.

use crate::common::sample::Sample;

#[test]
fn a_text_whose_name_is_misspelt_is_named() {
    for name in [
        "RU.md",
        "ru.txt",
        "ru (1).md",
        "ru.docx",
        "de.md",
        "notes.md",
    ] {
        let sample = Sample::small();
        let path = format!("content/sample-policy/1.0/{name}");
        sample.write(&path, b"\xD0\xCF\x11\xE0 not text");
        let findings = sample.findings();
        let about = |finding: &&serde_json::Value| finding["rule"] == "unknown-file";
        let finding = findings
            .iter()
            .find(about)
            .unwrap_or_else(|| panic!("{name}"));
        assert_eq!(finding["labels"][0]["file"], path);
        assert_eq!(finding["severity"], "warning");
    }
}

#[test]
fn a_file_at_the_wrong_depth_is_named() {
    for path in [
        "content/ru.md",
        "content/sample-policy/ru.md",
        "content/a/b/c/d.md",
    ] {
        let sample = Sample::small();
        sample.write(path, "# Title\n");
        let findings = sample.findings();
        let finding = findings.iter().find(|f| f["rule"] == "unknown-file");
        assert_eq!(finding.unwrap()["labels"][0]["file"], path);
    }
}

#[test]
fn what_editors_and_systems_leave_behind_is_not_meant() {
    let sample = Sample::small();
    for name in [".DS_Store", "~$ru.md", "ru.md~", ".ru.md.swp", "README.md"] {
        sample.write(&format!("content/sample-policy/1.0/{name}"), "");
    }
    assert!(sample.findings().is_empty());
}

/// A site is made anew, so nothing of the sources may get into it but what belongs there.
#[test]
fn nothing_but_pages_and_static_files_is_published() {
    let sample = Sample::small();
    sample
        .write("content/README.md", "for us")
        .write("secret.txt", "ours");
    sample.build().expect(0);
    let site = sample.site();
    let known = [
        "html",
        "xml",
        "edition.json",
        "robots.txt",
        ".tarmaq",
        "policies.json",
        "policies.schema.json",
        "_headers",
        ".htaccess",
        "headers.nginx.conf",
    ];
    for path in site.keys() {
        let known = known.iter().any(|end| path.ends_with(end));
        let fits = known || path.starts_with("assets/") || path[2..].starts_with("/search/");
        assert!(fits, "{path}");
    }
}

#[test]
fn of_editions_of_one_day_the_one_with_the_higher_number_holds() {
    let sample = Sample::small();
    for number in ["1.9", "1.10"] {
        let folder = format!("content/sample-policy/{number}");
        for file in ["en.md", "ru.md"] {
            let text = std::fs::read(sample.path(&format!("content/sample-policy/1.0/{file}")));
            sample.write(&format!("{folder}/{file}"), text.unwrap());
        }
        let facts = std::fs::read_to_string(sample.path("content/sample-policy/1.0/edition.yaml"));
        let facts = facts.unwrap().replace("1.0", number);
        sample.write(&format!("{folder}/edition.yaml"), facts);
    }
    sample.append("site.yaml", "rules:\n  overlapping-editions: warning\n");
    sample.build().expect(0);
    assert!(
        sample
            .page("en/sample-policy/index.html")
            .contains("data-edition=1.10")
    );
}
