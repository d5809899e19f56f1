use serde::Deserialize;

/// `typography` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypographyFile {}

/// Quotes, apostrophes, dashes, the sign before a number.
#[derive(Clone, Debug, Default)]
pub struct Typography {}

impl From<TypographyFile> for Typography {
    fn from(_: TypographyFile) -> Self {
        Self {}
    }
}
