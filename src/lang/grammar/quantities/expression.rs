use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::lang::Form;

/// Words, such as `тенге` or `рабоч~`, or a sign, such as `₸`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Words.
    Words(Form),
    /// A sign without letters.
    Sign(String),
}

impl Expression {
    /// Reads words or a sign; `None` when there is nothing to read.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(form) = Form::parse(text) {
            return Some(Self::Words(form));
        }
        let sign = !text.is_empty() && !text.contains('~') && !text.contains(char::is_whitespace);
        sign.then(|| Self::Sign(text.to_owned()))
    }

    /// As it was typed.
    pub fn typed(&self) -> &str {
        match self {
            Self::Words(form) => &form.typed,
            Self::Sign(sign) => sign,
        }
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Typed;
        impl Visitor<'_> for Typed {
            type Value = Expression;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, where `~` stands for any ending, or a sign")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Expression, E> {
                Expression::parse(text).ok_or_else(|| {
                    E::custom("expected words, where `~` stands for any ending, or a sign")
                })
            }
        }
        deserializer.deserialize_str(Typed)
    }
}
