use crate::model::Text;

/// Most characters of a description; search engines show about as many.
const DESCRIPTION: usize = 160;

/// The first words of a text, which say what it is about: its first paragraph, up to a word's end.
pub(super) fn description(text: &Text) -> String {
    shorten(&text.outline().opening)
}

/// Words cut to the length of a description, at a word's end.
pub(super) fn shorten(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(DESCRIPTION) else {
        return words.to_owned();
    };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    let kept = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}…")
}
