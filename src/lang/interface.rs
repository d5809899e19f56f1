use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};
use tera::Value;

/// The interface words of a language, by their keys. All pages of a language are given the same, so
/// they are shared, and made once into what templates read.
#[derive(Clone, Debug, Default)]
pub struct InterfaceWords(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    words: BTreeMap<String, String>,
    value: OnceLock<Value>,
}

impl FromIterator<(String, String)> for InterfaceWords {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(words: I) -> Self {
        Self(Arc::new(Shared {
            words: words.into_iter().collect(),
            value: OnceLock::new(),
        }))
    }
}

impl Deref for InterfaceWords {
    type Target = BTreeMap<String, String>;

    fn deref(&self) -> &Self::Target {
        &self.0.words
    }
}

/// For templates: a value of theirs is taken over as it is. It has no order; what has to be the same
/// bytes each time is to be written from the words themselves.
impl Serialize for InterfaceWords {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.0.value.get_or_init(|| {
            let words = self.0.words.iter();
            words
                .map(|(key, word)| (key.clone(), Value::from(word.as_str())))
                .collect::<BTreeMap<_, _>>()
                .into()
        });
        value.serialize(serializer)
    }
}
