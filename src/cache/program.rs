use blake3::Hash;

/// The digest of the program that runs: of its version and of the sources it was compiled from. Another
/// build of the same version may make other pages.
pub(super) fn program() -> Hash {
    let told = [env!("CARGO_PKG_VERSION"), env!("TARMAQ_SOURCES")];
    blake3::hash(told.join(" ").as_bytes())
}
