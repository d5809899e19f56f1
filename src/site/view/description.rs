use crate::model::{Block, Text, plain};

/// Most characters of a description; search engines show about as many.
const DESCRIPTION: usize = 160;

/// The first words of a text, which say what it is about: its first paragraph, up to a word's end.
pub(super) fn description(text: &Text) -> String {
    let main = &text.main;
    let in_sections = main.sections.iter().flat_map(|section| {
        let clauses = section.clauses.iter().flat_map(|clause| &clause.blocks);
        section.blocks.iter().chain(clauses)
    });
    let clauses = main.clauses.iter().flat_map(|clause| &clause.blocks);
    let mut all = main.blocks.iter().chain(clauses).chain(in_sections);
    let words = all.find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)).filter(|w| !w.is_empty()),
        _ => None,
    });
    shorten(&words.unwrap_or_default())
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
