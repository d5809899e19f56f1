use std::collections::BTreeMap;
use std::ops::Range;

use super::{Beginning, Endings, Form, Language, Near, Protected, WordList};
use crate::config::{FormsFile, GlossaryFile};
use crate::model::Lang;

/// The terms of a site: what each concept is called in each language, and what it must not be
/// called.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// The concepts, by their ids.
    pub concepts: Vec<Concept>,
    /// Words that are of no language, such as a brand.
    pub protected: Protected,
    /// What to look for in each language.
    lexicons: BTreeMap<Lang, Near<Stem>>,
}

/// A concept of the glossary.
#[derive(Clone, Debug)]
pub struct Concept {
    /// Its id.
    pub id: String,
    /// What a lawyer should know of it.
    pub note: Option<String>,
    /// What it is called first of all in each language.
    terms: BTreeMap<Lang, String>,
}

/// A place where a concept stands in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The concept, by its place among [`Glossary::concepts`].
    pub concept: usize,
    /// The words, as bytes of the text.
    pub range: Range<usize>,
    /// Whether it is called there what it must not be called.
    pub forbidden: bool,
}

/// The forms of a language.
type Entries = BTreeMap<Lang, Vec<Entry>>;

/// The forms of a language that begin with one word.
#[derive(Clone, Debug)]
struct Stem {
    entries: Vec<Entry>,
}

/// A form of a concept.
#[derive(Clone, Debug)]
struct Entry {
    /// Its place among the forms: of several that fit the first counts.
    place: usize,
    form: Form,
    concept: usize,
    forbidden: bool,
}

impl Glossary {
    /// The glossary that a file gives.
    pub fn new(file: GlossaryFile) -> Self {
        let protected: Vec<String> = file.protected.into_iter().map(|words| words.0).collect();
        let mut glossary = Self {
            protected: Protected::new(&protected),
            ..Self::default()
        };
        let mut entries = Entries::new();
        for (id, entry) in file.concepts {
            let concept = glossary.concepts.len();
            let terms = add(&mut entries, concept, entry.forms, false);
            add(&mut entries, concept, entry.forbidden, true);
            glossary.concepts.push(Concept {
                id: id.0,
                note: entry.note.map(|note| note.0),
                terms,
            });
        }
        let lexicons = entries.into_iter().map(|(lang, mut entries)| {
            // What begins with fewer letters comes first.
            entries.sort_by_key(|entry| entry.form.beginning().letters());
            let mut stems: BTreeMap<(String, bool), Vec<Entry>> = BTreeMap::new();
            for (place, entry) in entries.into_iter().enumerate() {
                let first = (entry.form.first_letters().to_owned(), entry.form.is_open());
                let entry = Entry { place, ..entry };
                stems.entry(first).or_default().push(entry);
            }
            let stems = stems
                .into_iter()
                .map(|((letters, _), entries)| (Beginning::of(&letters), Stem { entries }));
            (lang, Near::new(stems.collect()))
        });
        glossary.lexicons = lexicons.collect();
        glossary
    }

    /// The concept that some words name from the first to the last; of several, the first.
    pub fn concept(&self, words: &WordList, language: &Language) -> Option<usize> {
        let lexicon = self.lexicons.get(&language.lang)?;
        let entries = lexicon.starting(words.word(0)?.beginning);
        let entries = entries.flat_map(|stem| &stem.entries).filter(|entry| {
            entry.form.len() == words.len()
                && entry.form.stands_at(words, 0, &language.grammar.endings)
        });
        Some(entries.min_by_key(|entry| entry.place)?.concept)
    }

    /// Where concepts stand in some words of a language, in the order of the words. What must not
    /// stand there is passed over where it is a part of a longer term that may.
    pub fn mentions(&self, words: &WordList, language: &Language) -> Vec<Mention> {
        let Some(lexicon) = self.lexicons.get(&language.lang) else {
            return Vec::new();
        };
        let mut mentions: Vec<Mention> = Vec::new();
        let endings = &language.grammar.endings;
        for (at, word) in words.words().iter().enumerate() {
            let stems = lexicon.starting(word.beginning);
            let stems = stems.filter(|stem| stem.begins_at(words, at, endings));
            for entry in stems.flat_map(|stem| &stem.entries) {
                if entry.form.len() == 1 || entry.form.goes_on_at(words, at, endings) {
                    mentions.push(Mention {
                        concept: entry.concept,
                        range: entry.form.range(words, at),
                        forbidden: entry.forbidden,
                    });
                }
            }
        }
        if mentions.is_empty() {
            return mentions;
        }
        mentions.sort_by_key(|mention| {
            let range = &mention.range;
            let longest = std::cmp::Reverse(range.end);
            (range.start, mention.forbidden, longest, mention.concept)
        });
        mentions.dedup();
        // The furthest that a permitted term reaches which begins here or before.
        let mut reached = 0;
        mentions.retain(|mention| {
            if mention.forbidden {
                return mention.range.end > reached;
            }
            reached = reached.max(mention.range.end);
            true
        });
        mentions
    }
}

impl Concept {
    /// What it is called first of all in a language, for a message; endings stand as `…`.
    pub fn term(&self, lang: &Lang) -> Option<String> {
        self.terms.get(lang).map(|term| term.replace('~', "…"))
    }

    /// Whether the glossary says what it is called in a language.
    pub fn is_named_in(&self, lang: &Lang) -> bool {
        self.terms.contains_key(lang)
    }
}

impl Stem {
    /// Whether the word at a place is their first.
    fn begins_at(&self, words: &WordList, at: usize, endings: &Endings) -> bool {
        let first = self.entries.first();
        first.is_some_and(|entry| entry.form.begins_at(words, at, endings))
    }
}

/// Takes the forms of a concept in; gives the first in each language.
fn add(
    entries: &mut Entries,
    concept: usize,
    forms: FormsFile,
    forbidden: bool,
) -> BTreeMap<Lang, String> {
    let mut terms = BTreeMap::new();
    for (code, forms) in forms {
        let own = entries.entry(code.0.clone()).or_default();
        let forms = forms.iter().filter_map(|form| Form::parse(&form.0));
        for form in forms {
            terms
                .entry(code.0.clone())
                .or_insert_with(|| form.typed.clone());
            own.push(Entry {
                place: 0,
                form,
                concept,
                forbidden,
            });
        }
    }
    terms
}
