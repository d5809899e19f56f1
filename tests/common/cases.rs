//! How many cases a law is tried on.

use proptest::test_runner::Config;

/// As many as `PROPTEST_CASES` says, else the usual number: whole sites are built for each case.
pub(crate) fn cases(usual: u32) -> Config {
    let asked = Config::default().cases;
    // What the library takes when nobody asks.
    let cases = if asked == 256 { usual } else { asked };
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}
