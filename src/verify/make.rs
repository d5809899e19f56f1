use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Frame;

/// How a page stands to the one that is built of the same text, beyond the words of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Make {
    /// What must not be: the page was made by the same program with the same theme, and changed since.
    pub faults: Vec<Fault>,
    /// What a reader should know: pages of another day or theme may well differ so.
    pub remarks: Vec<Remark>,
}

/// Something that changes what a reader sees of a text whose words are all there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The article is marked up in another way: something in it is hidden, struck through, or passed
    /// off as an addition of the page.
    Markup {
        /// What stands there.
        found: String,
        /// What is built there.
        built: String,
    },
    /// A style or a script stands in the page that is not built there.
    Inline(String),
    /// A stylesheet or a script beside the page is not what its name says: the path of the file.
    Asset(String),
}

/// A difference that need not be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Another program or another version made the page, so that its marks cannot be compared.
    Generator(String),
    /// It is dressed by a stylesheet, or has a script, that the theme of today has not.
    Linked(String),
    /// Words around the text that a page built today does not have.
    Added(String),
    /// Words that a page built today has around the text.
    Missing(String),
    /// The text in the sources is not what was sealed, so that no page can be built to compare with.
    NothingToCompare,
}

impl Make {
    /// Compares a page with those that are built of its text; of several the one most like it counts.
    pub fn of(found: &Frame, built: &[Frame]) -> Self {
        let makes = built.iter().map(|built| Self::against(found, built));
        let nearest = makes.min_by_key(|make| (make.faults.len(), make.remarks.len()));
        nearest.unwrap_or_else(|| Self {
            faults: Vec::new(),
            remarks: vec![Remark::NothingToCompare],
        })
    }

    fn against(found: &Frame, built: &Frame) -> Self {
        let mut make = Self::default();
        let known: BTreeSet<&str> = built.linked_names().collect();
        if found.generator != built.generator {
            make.remarks
                .push(Remark::Generator(found.generator.clone()));
        }
        let strangers = found.linked_names().filter(|name| !known.contains(name));
        let strangers = strangers.map(|name| Remark::Linked(name.to_owned()));
        make.remarks.extend(strangers);
        if make.remarks.is_empty() {
            let own = found
                .inline
                .iter()
                .filter(|own| !built.inline.contains(own));
            make.faults
                .extend(own.map(|own| Fault::Inline(excerpt(own))));
            make.faults.extend(markup(&found.article, &built.article));
        }
        make.remarks.extend(around(&found.around, &built.around));
        make
    }
}

/// The first place where two articles are marked up in different ways.
fn markup(found: &str, built: &str) -> Option<Fault> {
    if found == built {
        return None;
    }
    let same = found.bytes().zip(built.bytes());
    let same = same.take_while(|(a, b)| a == b).count();
    // From the beginning of the mark, or of the words behind one, that is not the same.
    let head = built.floor_char_boundary(same.min(built.len()));
    let start = built[..head].rfind('<').unwrap_or(0);
    Some(Fault::Markup {
        found: excerpt(&found[start..]),
        built: excerpt(&built[start..]),
    })
}

/// The runs of words that stand in one of two texts alone.
fn around(found: &[String], built: &[String]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, built, found) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let missing = &built[operation.old_range()];
        let added = &found[operation.new_range()];
        if !added.is_empty() {
            remarks.push(Remark::Added(excerpt(&added.join(" "))));
        }
        if !missing.is_empty() {
            remarks.push(Remark::Missing(excerpt(&missing.join(" "))));
        }
    }
    remarks
}

/// Most letters of a page that are shown of one place.
const SHOWN: usize = 120;

fn excerpt(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}
