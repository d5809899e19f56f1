//! The sentences of running text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a text. What ends in a short word or number goes on, which may be an abbreviation
/// («г.», "No."): in one of so many letters at most.
pub fn sentences(text: &str, abbreviation: usize) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (start, words) in text.split_sentence_bound_indices() {
        let end = start + words.len();
        match sentences.last_mut() {
            Some(last) if goes_on => last.end = end,
            _ => sentences.push(start..end),
        }
        goes_on = !words.ends_with('\n') && ends_in_abbreviation(words, abbreviation);
    }
    sentences
}

fn ends_in_abbreviation(words: &str, longest: usize) -> bool {
    let Some(words) = words.trim_end().strip_suffix('.') else {
        return false;
    };
    let last = words.rsplit(|c: char| !c.is_alphanumeric()).next();
    last.is_some_and(|last| last.chars().count() <= longest)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        let text = "Находится в г. Алматы, ул. Абая. Приказ No. 5 «О мерах.» Действует.\nСтрока";
        let found: Vec<&str> = sentences(text, 3)
            .into_iter()
            .map(|range| text[range].trim())
            .collect();
        let expected = [
            "Находится в г. Алматы, ул. Абая.",
            "Приказ No. 5 «О мерах.»",
            "Действует.",
            "Строка",
        ];
        assert_eq!(found, expected);
    }
}
