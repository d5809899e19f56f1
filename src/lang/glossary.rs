use std::collections::BTreeMap;
use std::ops::Range;

use super::{Form, Language, Near, Protected, WordList};
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
    lexicons: BTreeMap<Lang, Near<Entry>>,
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

/// A form of a concept.
#[derive(Clone, Debug)]
struct Entry {
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
            let entries = entries.into_iter();
            let entries = entries.map(|entry| (entry.form.beginning(), entry));
            (lang, Near::new(entries.collect()))
        });
        glossary.lexicons = lexicons.collect();
        glossary
    }

    /// The concept that some words name from the first to the last; of several, the first.
    pub fn concept(&self, words: &WordList, language: &Language) -> Option<usize> {
        let lexicon = self.lexicons.get(&language.lang)?;
        let (first, _) = words.get(0)?;
        let mut entries = lexicon.starting(first.beginning).filter(|entry| {
            entry.form.len() == words.len()
                && entry.form.stands_at(words, 0, &language.grammar.endings)
        });
        Some(entries.next()?.concept)
    }

    /// Where concepts stand in some words of a language, in the order of the words. What must not
    /// stand there is passed over where it is a part of a longer term that may.
    pub fn mentions(&self, words: &WordList, language: &Language) -> Vec<Mention> {
        let Some(lexicon) = self.lexicons.get(&language.lang) else {
            return Vec::new();
        };
        let mut mentions: Vec<Mention> = Vec::new();
        for (at, (word, _)) in words.iter().enumerate() {
            for entry in lexicon.starting(word.beginning) {
                if entry.form.stands_at(words, at, &language.grammar.endings) {
                    mentions.push(Mention {
                        concept: entry.concept,
                        range: entry.form.range(words, at),
                        forbidden: entry.forbidden,
                    });
                }
            }
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
                form,
                concept,
                forbidden,
            });
        }
    }
    terms
}
