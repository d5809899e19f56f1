use std::sync::OnceLock;

use blake3::Hash;

/// The digest of the program that runs. Another build of the same version may make other pages.
pub(super) fn program() -> Option<Hash> {
    static PROGRAM: OnceLock<Option<Hash>> = OnceLock::new();
    *PROGRAM.get_or_init(|| {
        let bytes = std::fs::read(std::env::current_exe().ok()?).ok()?;
        Some(blake3::hash(&bytes))
    })
}
