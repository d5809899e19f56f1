use serde::Deserialize;

/// `quantities` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantitiesFile {}

/// Number words, months, units of time, currencies, signs before identifiers.
#[derive(Clone, Debug, Default)]
pub struct Quantities {}

impl From<QuantitiesFile> for Quantities {
    fn from(_: QuantitiesFile) -> Self {
        Self {}
    }
}
