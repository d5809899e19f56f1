//! The site of this repository, built once for each test program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::sample;
use super::tarmaq::{DAY, run};

/// Where this repository lies.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files of the built site.
pub(crate) fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE.get_or_init(|| {
        let output = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(concat!("site-of-", env!("CARGO_CRATE_NAME")));
        let shown = output.to_str().unwrap();
        run(
            root(),
            &["build", "--no-cache", "--date", DAY, "--output", shown],
        )
        .expect(0);
        sample::files(&output)
    })
}

/// A page of the built site.
#[track_caller]
pub(crate) fn page(path: &str) -> &'static str {
    std::str::from_utf8(&site()[path]).unwrap()
}
