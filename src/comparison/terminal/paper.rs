use super::ink::Ink;
use crate::comparison::Options;
use crate::comparison::wrap::{Styled, wrap};
use crate::diagnostic::Styling;
use crate::facts::Looks;
use crate::redline::{Piece, Prose, Weight, WordStretch};

/// Some words in an ink.
pub(super) type Inked = Styled<Ink>;

/// What has been written so far.
pub(super) struct Paper {
    out: String,
    options: Options,
}

impl Paper {
    pub(super) fn new(options: Options) -> Self {
        Self {
            out: String::new(),
            options,
        }
    }

    pub(super) fn done(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    /// Whether what did not change is shown as well.
    pub(super) fn shows_all(&self) -> bool {
        self.options.all
    }

    /// How many columns a line may have.
    pub(super) fn width(&self) -> usize {
        self.options.width
    }

    /// An empty line, where there is none yet.
    pub(super) fn blank(&mut self) {
        if !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A line of plain words.
    pub(super) fn line(&mut self, indent: usize, words: &str) {
        self.words(indent, "", &[ink(words, Ink::Plain)]);
    }

    /// Words, wrapped, with a sign before the first line.
    pub(super) fn words(&mut self, indent: usize, sign: &str, words: &[Inked]) {
        let sign_width = unicode_width::UnicodeWidthStr::width(sign);
        let width = self
            .options
            .width
            .saturating_sub(indent + sign_width)
            .max(20);
        let marked: Vec<Inked> = match self.options.styling {
            Styling::Plain => words.iter().flat_map(marked).collect(),
            Styling::Colour => apart(words),
        };
        for (at, line) in wrap(&marked, width).into_iter().enumerate() {
            let start = match at {
                0 => format!("{}{sign}", " ".repeat(indent)),
                _ => " ".repeat(indent + sign_width),
            };
            let mut written = start;
            for piece in line {
                let style = match self.options.styling {
                    Styling::Plain => anstyle::Style::new(),
                    Styling::Colour => piece.style.style(),
                };
                written.push_str(&format!("{style}{}{style:#}", piece.text));
            }
            self.out.push_str(written.trim_end());
            self.out.push('\n');
        }
    }

    /// Says that so many things were passed over in which nothing changed.
    pub(super) fn quiet(&mut self, indent: usize, count: usize, of: &str) {
        if count > 0 {
            self.words(indent, "", &[passed_over(count, of)]);
        }
    }

    /// The words of both texts in their inks. What was only typed in another way is shown as typed
    /// now, unless all is shown; sentences away from what changed are passed over.
    pub(super) fn prose(&self, prose: &Prose) -> Vec<Inked> {
        let prose = prose.without_told_targets();
        if self.options.all {
            return self.pieces(&prose.pieces);
        }
        let mut words = Vec::new();
        for stretch in prose.stretches() {
            match stretch {
                WordStretch::Shown(piece) => words.extend(self.pieces(&[piece])),
                WordStretch::Quiet { sentences, .. } => {
                    words.extend([passed_over(sentences, "sentence"), ink(" ", Ink::Plain)]);
                }
            }
        }
        words
    }

    fn pieces(&self, pieces: &[Piece]) -> Vec<Inked> {
        let mut words = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Equal(text) => words.push(ink(text, Ink::Plain)),
                Piece::Cosmetic { old, new } if self.options.all => {
                    words.push(ink(&visible(old), Ink::TypedOld));
                    words.push(ink(&visible(new), Ink::TypedNew));
                }
                Piece::Cosmetic { new, .. } => words.push(ink(new, Ink::Plain)),
                Piece::Restyled {
                    words: text,
                    old,
                    new,
                } if self.options.all => {
                    words.push(ink(&styled(text, *old), Ink::TypedOld));
                    words.push(ink(&styled(text, *new), Ink::TypedNew));
                }
                Piece::Restyled { words: text, .. } => words.push(ink(text, Ink::Plain)),
                Piece::Renumbered { old, new } => {
                    words.push(ink(old, Ink::Deleted));
                    words.push(ink(new, Ink::Inserted));
                }
                Piece::Relinked {
                    words: text,
                    old,
                    new,
                } => {
                    words.push(ink(text, Ink::Plain));
                    for (link, ink_of) in [(old, Ink::Deleted), (new, Ink::Inserted)] {
                        if let Some(link) = link {
                            words.push(ink(" ", Ink::Plain));
                            words.push(ink(&format!("({link})"), ink_of));
                        }
                    }
                }
                Piece::Deleted(text) => {
                    self.one_sided(text, piece, [Ink::Deleted, Ink::TypedOld], &mut words);
                }
                Piece::Inserted(text) => {
                    self.one_sided(text, piece, [Ink::Inserted, Ink::TypedNew], &mut words);
                }
                Piece::MovedAway(text) => spaced(text, Ink::Away, &mut words),
                Piece::MovedHere(text) => spaced(text, Ink::Here, &mut words),
            }
        }
        words
    }

    /// Words that one of the texts has; those of spaces alone are a matter of typing.
    fn one_sided(&self, text: &str, piece: &Piece, inks: [Ink; 2], words: &mut Vec<Inked>) {
        match (piece.weight(), self.options.all) {
            (Weight::Cosmetic, true) => words.push(ink(&visible(text), inks[1])),
            (Weight::Cosmetic, false) if inks[0] == Ink::Inserted => {
                words.push(ink(text, Ink::Plain));
            }
            (Weight::Cosmetic, false) => {}
            _ => spaced(text, inks[0], words),
        }
    }
}

/// That things were passed over in which nothing changed.
fn passed_over(count: usize, of: &str) -> Inked {
    let many = if count == 1 { "" } else { "s" };
    ink(&format!("… {count} {of}{many} unchanged …"), Ink::Faint)
}

/// Some words in an ink.
pub(super) fn ink(text: &str, style: Ink) -> Inked {
    Styled {
        text: text.to_owned(),
        style,
    }
}

/// Words in an ink; the spaces around them stay plain.
fn spaced(text: &str, style: Ink, words: &mut Vec<Inked>) {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    words.push(ink(&text[..start], Ink::Plain));
    words.push(ink(inner, style));
    words.push(ink(&text[start + inner.len()..], Ink::Plain));
}

/// Words with a space between those that were deleted and those that took their place: colours alone
/// do not keep them apart.
fn apart(words: &[Inked]) -> Vec<Inked> {
    let mut out: Vec<Inked> = Vec::new();
    for own in words.iter().filter(|own| !own.text.is_empty()) {
        let before = out.last().is_some_and(|last| {
            let left = matches!(last.style, Ink::Deleted | Ink::TypedOld | Ink::Away);
            left && own.style != Ink::Plain && !last.text.ends_with(char::is_whitespace)
        });
        if before {
            out.push(ink(" ", Ink::Plain));
        }
        out.push(own.clone());
    }
    out
}

/// Words with the marks of their ink around them.
fn marked(words: &Inked) -> Vec<Inked> {
    let [open, close] = words.style.marks();
    if words.text.is_empty() || open.is_empty() {
        return vec![ink(&words.text, Ink::Plain)];
    }
    vec![ink(&format!("{open}{}{close}", words.text), Ink::Plain)]
}

/// Words with the marks that make them stand out in the file.
fn styled(text: &str, looks: Looks) -> String {
    let marks = [
        (looks.typewriter, "`"),
        (looks.italics, "*"),
        (looks.bold, "**"),
    ];
    let marks = marks.iter().filter(|(has, _)| *has);
    marks.fold(text.to_owned(), |text, (_, mark)| {
        format!("{mark}{text}{mark}")
    })
}

/// Spaces of another kind and line breaks as signs; an ordinary space stays what it is, but where it
/// stands alone.
fn visible(text: &str) -> String {
    if text == " " {
        return "␠".to_owned();
    }
    let signs = text.chars().map(|c| match c {
        '\u{a0}' | '\u{202f}' => '␣',
        '\n' => '↵',
        c => c,
    });
    signs.collect()
}
