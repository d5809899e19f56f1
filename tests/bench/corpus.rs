//! A site of as many policies as are asked for, made of the repository's own.

use std::fs;
use std::path::Path;

const POLICIES: [&str; 2] = ["privacy-policy", "personal-data-destruction-policy"];
const FILES: [&str; 4] = ["edition.yaml", "kk.md", "ru.md", "en.md"];

/// Writes the site to a folder. Each policy has a title of its own, so that no two pages are the
/// same.
pub(crate) fn write(repository: &Path, site: &Path, policies: usize) {
    let content = repository.join("content");
    for number in 0..policies {
        let source = content.join(POLICIES[number % POLICIES.len()]);
        let policy = site.join(format!("content/policy-{number:05}"));
        let edition = policy.join("1.1");
        fs::create_dir_all(&edition).expect("a folder for an edition");
        fs::write(policy.join("policy.yaml"), format!("position: {number}\n"))
            .expect("policy.yaml");
        for file in FILES {
            let text = fs::read_to_string(source.join("1.1").join(file)).expect("a real text");
            let text = match text
                .strip_prefix("# ")
                .and_then(|text| text.split_once('\n'))
            {
                Some((title, rest)) if file.ends_with(".md") => {
                    format!("# {title} {number}\n{rest}")
                }
                _ => text,
            };
            fs::write(edition.join(file), text).expect("a text");
        }
    }
    fs::copy(repository.join("site.yaml"), site.join("site.yaml")).expect("site.yaml");
}
