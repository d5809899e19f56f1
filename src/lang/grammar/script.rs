use serde::Deserialize;

/// `script` in the grammar of a language, key by key.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptFile {}

/// The letters of a language.
#[derive(Clone, Debug, Default)]
pub struct Script {}

impl From<ScriptFile> for Script {
    fn from(_: ScriptFile) -> Self {
        Self {}
    }
}
