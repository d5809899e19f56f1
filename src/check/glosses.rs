//! What a text tells in brackets in its own language.

use super::spelling::Spelt;
use crate::lang::{Script, is_letter};

/// The brackets of a run that hold the name of what is told in its own language, as "Kazakh (Қазақша)"
/// does: they stand behind a word of the language, and nothing but words stands in them, of which the
/// first begins with a capital.
///
/// The text is looked through once, however many words are asked for.
pub(super) struct Glosses<'r> {
    text: &'r str,
    script: &'r Script,
    /// How far the text was looked through.
    seen: usize,
    /// Where the words end that stand in the last brackets so far; `None` where those are no gloss.
    end: Option<usize>,
}

impl<'r> Glosses<'r> {
    /// Those of a text.
    pub(super) fn of(text: &'r str, script: &'r Script) -> Self {
        Self {
            text,
            script,
            seen: 0,
            end: None,
        }
    }

    /// Whether a word of the text stands in one. Words are asked for in their order.
    pub(super) fn have(&mut self, spelt: &Spelt<'_>) -> bool {
        let word = &spelt.own.range;
        let open = self
            .text
            .get(self.seen..word.start)
            .and_then(|text| text.rfind('('));
        if let Some(open) = open {
            self.end = self.gloss(self.seen + open);
        }
        self.seen = self.seen.max(word.start);
        self.end.is_some_and(|end| word.end <= end)
    }

    /// Where the words end in the brackets that open at a place.
    fn gloss(&self, open: usize) -> Option<usize> {
        let (before, words) = (&self.text[..open], &self.text[open + 1..]);
        let end = words.find(|c| !is_letter(c) && c != ' ')?;
        let host = before.trim_end().chars().next_back();
        let host = host.is_some_and(|c| is_letter(c) && self.script.has(c));
        let is_gloss =
            words[end..].starts_with(')') && words.starts_with(char::is_uppercase) && host;
        is_gloss.then_some(open + 1 + end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::spelling::Spelt;
    use super::Glosses;
    use crate::config::Words;
    use crate::facts::Run;
    use crate::lang::{Script, ScriptFile};
    use crate::model::{Inline, InlineKind};
    use crate::source::Span;

    /// The words of an English text that stand in glosses.
    fn glosses(text: &str) -> Vec<&str> {
        let kind = InlineKind::Text(text.to_owned().into());
        let run = Run::of_heading(&[Inline {
            kind,
            span: Span::new(0, text.len()),
        }]);
        let script = Script::from(ScriptFile {
            letters: Words("abcdefghijklmnopqrstuvwxyz".to_owned()),
            own: None,
            whole_words: Vec::new(),
            short_words: Vec::new(),
        });
        let mut glosses = Glosses::of(&run.text, &script);
        let words = run.words.words().iter().enumerate();
        let words = words.filter(|(at, own)| {
            glosses.have(&Spelt {
                run: &run,
                at: *at,
                own,
            })
        });
        words.map(|(_, word)| &text[word.range.clone()]).collect()
    }

    #[test]
    fn a_gloss_is_words_in_brackets_behind_a_word() {
        assert_eq!(
            glosses("Kazakh (Қазақша) and Russian (Русский язык)."),
            ["Қазақша", "Русский", "язык"]
        );
        assert_eq!(glosses("Kazakh (Қазақша, қазақ)"), [""; 0]);
        assert_eq!(glosses("Kazakh (қазақша)"), [""; 0]);
        assert_eq!(glosses("5 (Қазақша) (Қазақша)"), [""; 0]);
        assert_eq!(glosses("a ((Қазақша) b (Қазақ"), [""; 0]);
        assert_eq!(glosses("a (Қазақ) қазақ) b"), ["Қазақ"]);
    }
}
