use serde::Deserialize;

/// `terms` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsFile {}

/// How terms are declared, how clauses, annexes and laws are referred to.
#[derive(Clone, Debug, Default)]
pub struct Terms {}

impl From<TermsFile> for Terms {
    fn from(_: TermsFile) -> Self {
        Self {}
    }
}
