use serde::{Deserialize, Serialize};

use std::fmt;
use std::sync::Arc;

/// A language's code as it stands in addresses and `lang` attributes, such as `kk`
/// (BCP 47, <https://www.rfc-editor.org/info/bcp47>).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Arc<str>);

impl Lang {
    /// A language from its code; `None` when it is not a code: letters, digits and single hyphens
    /// between them, beginning with two or three letters.
    pub fn new(code: &str) -> Option<Self> {
        let mut parts = code.split('-');
        let first = parts.next()?;
        let letters =
            (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase());
        let rest = parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        });
        (letters && rest).then(|| Self(code.into()))
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Lang {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::new(&code).ok_or(code)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.code().to_owned()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
