use crate::model::{Text, plain};

/// The title of a text in plain letters; empty where it has none.
pub(super) fn title_of(text: &Text) -> String {
    let title = text.title.as_ref();
    title.map(|title| plain(&title.content)).unwrap_or_default()
}
