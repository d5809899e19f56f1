use std::sync::OnceLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use crate::site::escape;

/// The classes are `code-keyword` and so on, so that they meet no other class of a theme.
const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "code-" };

/// Colours code by classes. The syntax set takes a while to load and most sites have no code at
/// all, so it is loaded when the first block of code is met.
#[derive(Default)]
pub(super) struct Highlighter {
    syntaxes: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// Code as HTML: with classes when its language is known, else just escaped.
    pub(super) fn html(&self, code: &str, language: Option<&str>) -> String {
        language
            .and_then(|language| self.coloured(code, language))
            .unwrap_or_else(|| escape(code))
    }

    fn coloured(&self, code: &str, language: &str) -> Option<String> {
        let syntaxes = self.syntaxes.get_or_init(SyntaxSet::load_defaults_newlines);
        let syntax = syntaxes.find_syntax_by_token(language)?;
        let mut html = ClassedHTMLGenerator::new_with_class_style(syntax, syntaxes, STYLE);
        for line in LinesWithEndings::from(code) {
            html.parse_html_for_line_which_includes_newline(line).ok()?;
        }
        Some(html.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::Highlighter;

    #[test]
    fn the_syntaxes_are_loaded_for_code_of_a_language_and_for_nothing_else() {
        let highlighter = Highlighter::default();
        assert_eq!(highlighter.html("a < b", None), "a &lt; b");
        assert!(highlighter.syntaxes.get().is_none());
        let html = highlighter.html("{\"a\": 1}\n", Some("json"));
        assert!(html.contains("class=\"code-source code-json\""), "{html}");
        assert!(highlighter.syntaxes.get().is_some());
    }
}
