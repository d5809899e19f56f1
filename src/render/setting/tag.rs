/// A tag of a text, and what becomes of white space in its element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
}

/// What an element holds, by which white space counts in it or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Other elements: white space says nothing.
    Parts,
    /// Words of their own: white space at their ends says nothing.
    Words,
    /// A piece of the words around it.
    Piece,
    /// Words to the letter: all white space counts.
    Letters,
}

impl Holds {
    /// Whether white space says nothing where it stands first or last.
    pub(super) fn trims(self) -> bool {
        matches!(self, Self::Parts | Self::Words)
    }
}

const fn tag(name: &'static str, holds: Holds) -> Tag {
    Tag { name, holds }
}

pub(super) const A: Tag = tag("a", Holds::Piece);
pub(super) const ARTICLE: Tag = tag("article", Holds::Parts);
pub(super) const CODE: Tag = tag("code", Holds::Letters);
pub(super) const DFN: Tag = tag("dfn", Holds::Piece);
pub(super) const DIV: Tag = tag("div", Holds::Parts);
pub(super) const EM: Tag = tag("em", Holds::Piece);
pub(super) const LI: Tag = tag("li", Holds::Words);
pub(super) const P: Tag = tag("p", Holds::Words);
pub(super) const SECTION: Tag = tag("section", Holds::Parts);
pub(super) const SPAN: Tag = tag("span", Holds::Piece);
pub(super) const STRONG: Tag = tag("strong", Holds::Piece);
pub(super) const TABLE: Tag = tag("table", Holds::Parts);
pub(super) const TBODY: Tag = tag("tbody", Holds::Parts);
pub(super) const TD: Tag = tag("td", Holds::Words);
pub(super) const TH: Tag = tag("th", Holds::Words);
pub(super) const THEAD: Tag = tag("thead", Holds::Parts);
pub(super) const TR: Tag = tag("tr", Holds::Parts);
pub(super) const UL: Tag = tag("ul", Holds::Parts);

/// Headings from the first level to the sixth.
pub(super) const HEADINGS: [Tag; 6] = [
    tag("h1", Holds::Words),
    tag("h2", Holds::Words),
    tag("h3", Holds::Words),
    tag("h4", Holds::Words),
    tag("h5", Holds::Words),
    tag("h6", Holds::Words),
];

/// The heading of a level; there is none below the sixth.
pub(super) fn heading(level: u8) -> Tag {
    HEADINGS[usize::from(level.clamp(1, 6)) - 1]
}

#[cfg(test)]
mod tests {
    use minify_html_common::spec::tag::ns::Namespace;
    use minify_html_common::spec::tag::whitespace::get_whitespace_minification_for_tag;

    use super::*;

    #[test]
    fn white_space_counts_as_the_minifier_says() {
        let others = [
            A, ARTICLE, CODE, DFN, DIV, EM, LI, P, SECTION, SPAN, STRONG, TABLE, TBODY, TD, TH,
            THEAD, TR, UL,
        ];
        for tag in others.into_iter().chain(HEADINGS) {
            let name = tag.name.as_bytes();
            let spaces = get_whitespace_minification_for_tag(Namespace::Html, name, false);
            let said = (spaces.collapse, spaces.trim, spaces.destroy_whole);
            let known = match tag.holds {
                Holds::Parts => (true, true, true),
                Holds::Words => (true, true, false),
                Holds::Piece => (true, false, false),
                Holds::Letters => (false, false, false),
            };
            assert_eq!(said, known, "{tag:?}");
        }
    }
}
