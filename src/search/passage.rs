use super::Issue;
use crate::align::{Unit, units};
use crate::lang::Language;
use crate::seal::{form, words};

/// What is found: a part of a text that has an address, with its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Its anchor on the page; empty for the title, whose address is the page's.
    pub(super) anchor: String,
    /// Its number, as typed.
    pub(super) number: String,
    /// The words of its heading; a clause has none.
    pub(super) heading: String,
    /// The headings it stands under, as one.
    pub(super) section: String,
    /// Its words, a line for each paragraph, item and cell.
    pub(super) text: String,
}

/// Stands between the heading of an annex and that of a section in it.
const BELOW: &str = " · ";

/// The passages of an edition, in the order of its text; behind the title, the lines that name the
/// edition and its order.
pub(super) fn passages(issue: Issue<'_>, language: &Language) -> Vec<Passage> {
    let units = units(issue.text);
    let mut passages: Vec<Passage> = Vec::with_capacity(units.len());
    for unit in &units {
        let above = unit.parent.and_then(|at| passages.get(at));
        passages.push(Passage {
            anchor: unit.address().unwrap_or_default(),
            section: above.map(Passage::path).unwrap_or_default(),
            ..Passage::of(unit)
        });
    }
    if let Some(title) = passages.first() {
        passages.insert(1, lines(issue, language, title.path()));
    }
    passages
}

/// The lines that name an edition and its order, as a passage of their own: they are all that differs
/// between the titles of most editions.
fn lines(issue: Issue<'_>, language: &Language, title: String) -> Passage {
    let updated = language.updated_line(issue.edition);
    let lines = updated
        .into_iter()
        .chain([language.edition_line(issue.edition)]);
    Passage {
        anchor: String::new(),
        number: String::new(),
        heading: String::new(),
        section: title,
        text: lines.collect::<Vec<_>>().join("\n"),
    }
}

impl Passage {
    /// The words of a unit as a reader sees them.
    fn of(unit: &Unit<'_>) -> Self {
        let form = form(unit);
        let mut lines = form.lines().map(line_words);
        let first = lines.next().unwrap_or_default();
        let typed = unit.numeral.map_or("", |numeral| numeral.typed.as_str());
        let first = first.strip_prefix(typed).unwrap_or(&first).trim_start();
        let mut heading = String::new();
        let mut parts = Vec::new();
        match unit.heading {
            Some(_) => heading = first.to_owned(),
            None => parts.push(first.to_owned()),
        }
        parts.extend(lines);
        parts.retain(|part| !part.is_empty());
        Self {
            anchor: String::new(),
            number: typed.to_owned(),
            heading,
            section: String::new(),
            text: parts.join("\n"),
        }
    }

    /// The headings that stand above what is below it.
    fn path(&self) -> String {
        match (self.section.as_str(), self.heading.as_str()) {
            (section, "") => section.to_owned(),
            ("", heading) => heading.to_owned(),
            (section, heading) => format!("{section}{BELOW}{heading}"),
        }
    }
}

/// The words of one line of a canonical plain form.
fn line_words(line: &str) -> String {
    let (kind, content) = line
        .trim_start_matches(' ')
        .split_once(' ')
        .unwrap_or_default();
    let marked = memchr::memchr2(b'<', b'&', content.as_bytes()).is_some();
    if !marked && !matches!(kind, "name" | "code" | "line") {
        // Between its words there is one space each.
        return content.to_owned();
    }
    let words = words(line);
    let words: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::line_words;
    use crate::seal::words;

    #[test]
    fn the_words_of_a_line_are_told_without_marks() {
        for line in [
            "title Privacy <i>policy</i>",
            "clause 1.1. See <a href=\"a b\">its terms</a>, A&amp;B. <br> Next",
            "name scope",
            "  bullet first ____;",
            "  bullet",
            "      cell «Сайт» – № 5",
            "code rust",
            "  line fn  main() {}",
            "",
        ] {
            let seen: Vec<_> = words(line).into_iter().map(|word| word.text).collect();
            assert_eq!(line_words(line), seen.join(" "), "{line}");
        }
    }
}
