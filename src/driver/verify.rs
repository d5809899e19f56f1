use std::path::Path;

use rayon::prelude::*;

use crate::load::{Loaded, load};
use crate::model::{Digest, Edition, Lang, Order, Policy, Seal, Text};
use crate::parse::parse;
use crate::seal::{answers, read_witness, seal_text, words};
use crate::source::{Entry, Error, SourceFile, Sources, Wanted, decode, walk};
use crate::verify::{
    Departure, Found, FoundWord, Hint, Outline, compare, likeness, read_html, read_plain,
};

/// What is to be taken for which edition; what is not said is found out.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The policy.
    pub policy: Option<String>,
    /// The number of the edition.
    pub edition: Option<String>,
    /// The code of the language.
    pub language: Option<String>,
}

/// A sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The policy's part of the address.
    pub policy: String,
    /// The number of the edition.
    pub edition: String,
    /// The language.
    pub language: Lang,
    /// The digest of the text.
    pub digest: Digest,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It says what was sealed.
    Equal(Subject),
    /// It departs from what was sealed.
    Departs(Subject, Vec<Departure>),
    /// It is a page of an edition that is not sealed: its policy, edition and language.
    NotSealed(String),
    /// It is no page of an edition.
    NoEdition,
}

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its path.
    pub path: String,
    /// What became of it.
    pub verdict: Verdict,
}

/// How much alike words have to be to be taken for a text, in thousandths.
const ALIKE: usize = 500;

/// Compares a file, or all pages and texts in a folder, with the sealed editions of the site in
/// `root`.
pub fn verify(root: &Path, path: &Path, wish: &Wish) -> Result<Vec<Verified>, Error> {
    let loaded = load(root)?;
    let files = match path.is_dir() {
        true => walk(path, path, Wanted::Everything)?.files,
        false => vec![Entry {
            path: path.display().to_string(),
            location: path.to_owned(),
        }],
    };
    let archive = Archive::new(&loaded);
    let wanted = |entry: &&Entry| !path.is_dir() || Kind::of(&entry.path).is_some();
    let files: Vec<&Entry> = files.iter().filter(wanted).collect();
    let verified = files.into_par_iter().map(|entry| {
        let bytes = std::fs::read(&entry.location);
        let bytes = bytes.map_err(|e| Error::io("read", &entry.location, e))?;
        let text = decode(&bytes).text;
        let found = archive.read(Kind::of(&entry.path).unwrap_or(Kind::Plain), &text);
        Ok(Verified {
            path: entry.path.clone(),
            verdict: archive.judge(&found, wish)?,
        })
    });
    verified.collect()
}

/// The kinds of files that hold a text.
#[derive(Clone, Copy)]
enum Kind {
    Html,
    Markdown,
    Plain,
}

impl Kind {
    fn of(path: &str) -> Option<Self> {
        let (_, end) = path.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::Plain),
            _ => None,
        }
    }
}

/// All texts of a site, sealed or not.
struct Archive<'l> {
    loaded: &'l Loaded,
    records: Vec<Record<'l>>,
}

/// One text.
struct Record<'l> {
    policy: &'l Policy,
    edition: &'l Edition,
    lang: &'l Lang,
    sealed: Option<(&'l Seal, Digest)>,
}

impl<'l> Archive<'l> {
    fn new(loaded: &'l Loaded) -> Self {
        let mut records = Vec::new();
        for policy in &loaded.site.policies {
            for edition in &policy.editions {
                let seal = edition.seal.as_ref();
                let sealed = seal.map(|seal| seal.texts().keys().collect::<Vec<_>>());
                let langs =
                    sealed.unwrap_or_else(|| edition.texts.iter().map(|t| &t.lang).collect());
                records.extend(langs.into_iter().map(|lang| Record {
                    policy,
                    edition,
                    lang,
                    sealed: seal.and_then(|seal| Some((seal, *seal.texts().get(lang)?))),
                }));
            }
        }
        Self { loaded, records }
    }

    fn read(&self, kind: Kind, text: &str) -> Found {
        // An old page of one line, and a page without the mark of one, are HTML all the same.
        let looks_so = text.trim_start().starts_with('<');
        match kind {
            Kind::Html => read_html(text, &self.loaded.site.base_url),
            Kind::Plain if looks_so => read_html(text, &self.loaded.site.base_url),
            Kind::Plain => read_plain(text),
            Kind::Markdown => self.read_markdown(text),
        }
    }

    /// The words of a text as tarmaq reads it.
    fn read_markdown(&self, text: &str) -> Found {
        let Some(lang) = self.loaded.site.languages.first() else {
            return read_plain(text);
        };
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new("text.md", text));
        let sealed = seal_text(&parse(id, sources.get(id), lang).0);
        let words = sealed.units.iter().flat_map(|unit| words(&unit.form));
        let words = words.map(|word| FoundWord {
            text: word.text.into_owned(),
            begins: false,
        });
        Found {
            words: words.collect(),
            ..Found::default()
        }
    }

    fn judge(&self, found: &Found, wish: &Wish) -> Result<Verdict, Error> {
        let Some(hint) = self.believed(&found.hint) else {
            return Ok(Verdict::NoEdition);
        };
        let pick = |wished: &Option<String>, hinted: &Option<String>| {
            wished.clone().or_else(|| hinted.clone())
        };
        let policy = pick(&wish.policy, &hint.policy);
        let edition = pick(&wish.edition, &hint.edition);
        let language = pick(&wish.language, &hint.language);
        let fits = |asked: &Option<String>, own: &str| asked.as_ref().is_none_or(|a| a == own);
        let candidates = self.records.iter().filter(|record| {
            fits(&policy, &record.policy.slug)
                && fits(&edition, &record.edition.number)
                && fits(&language, record.lang.code())
        });
        let candidates: Vec<&Record<'_>> = candidates.collect();
        let sealed = candidates.iter().filter(|record| record.sealed.is_some());
        let sealed: Vec<&Record<'_>> = sealed.copied().collect();
        let named = policy.is_some() && edition.is_some();
        match (sealed.as_slice(), candidates.first()) {
            ([one], _) if named => one.judge(self, found),
            ([], Some(record)) if named => Ok(Verdict::NotSealed(record.told())),
            _ => self.most_alike(&sealed, found),
        }
    }

    /// What is believed of what a page says of itself: an edition of this site, first of all by its
    /// address, because a page has to show what its address says. `None` when it says that it is
    /// another page of this site.
    fn believed(&self, hint: &Hint) -> Option<Hint> {
        let is_known = |policy: &str, edition: Option<&str>| {
            self.records.iter().any(|record| {
                record.policy.slug == policy
                    && edition.is_none_or(|edition| record.edition.number == edition)
            })
        };
        let mut believed = Hint {
            language: hint.language.clone(),
            ..Hint::default()
        };
        if let Some(policy) = hint.policy.as_deref()
            && is_known(policy, hint.edition.as_deref())
        {
            believed = hint.clone();
        }
        let path: Option<Vec<&str>> = hint
            .path
            .as_ref()
            .map(|path| path.iter().map(String::as_str).collect());
        match path.as_deref() {
            None => {}
            Some([language, policy]) if is_known(policy, None) => {
                believed.language = Some((*language).to_owned());
                believed.policy = Some((*policy).to_owned());
            }
            Some([language, policy, edition]) if is_known(policy, Some(edition)) => {
                believed.language = Some((*language).to_owned());
                believed.policy = Some((*policy).to_owned());
                believed.edition = Some((*edition).to_owned());
            }
            Some(_) => return None,
        }
        Some(believed)
    }

    /// Takes a text for the one that it is most like.
    fn most_alike(&self, records: &[&Record<'_>], found: &Found) -> Result<Verdict, Error> {
        let mut best: Option<(usize, &Record<'_>)> = None;
        for record in records {
            let alike = likeness(&record.outline(self)?, found);
            if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, record));
            }
        }
        match best {
            Some((_, record)) => record.judge(self, found),
            None => Ok(Verdict::NoEdition),
        }
    }
}

impl Record<'_> {
    fn told(&self) -> String {
        let (policy, edition) = (&self.policy.slug, &self.edition.number);
        format!("edition {edition} of {policy} in {}", self.lang)
    }

    fn judge(&self, archive: &Archive<'_>, found: &Found) -> Result<Verdict, Error> {
        let Some((_, digest)) = self.sealed else {
            return Ok(Verdict::NotSealed(self.told()));
        };
        let subject = Subject {
            policy: self.policy.slug.clone(),
            edition: self.edition.number.clone(),
            language: self.lang.clone(),
            digest,
        };
        let departures = compare(&self.outline(archive)?, found);
        Ok(match departures.is_empty() {
            true => Verdict::Equal(subject),
            false => Verdict::Departs(subject, departures),
        })
    }

    /// What was sealed: the text, if it is as it was sealed, else its witness.
    fn outline(&self, archive: &Archive<'_>) -> Result<Outline, Error> {
        let Some((seal, digest)) = self.sealed else {
            return Ok(Outline::default());
        };
        let lines = self.lines(archive, seal);
        if let (Some(text), false) = (self.text(), seal.standing.changed.contains_key(self.lang)) {
            let sealed = seal_text(text);
            let units = sealed.units.iter();
            let units = units.map(|unit| (unit.address.as_str(), unit.form.as_str()));
            return Ok(Outline::new(units, &lines));
        }
        let witness = seal.standing.changed.get(self.lang).copied().flatten();
        let witness = witness.map(|id| archive.loaded.sources.get(id).text());
        let units = read_witness(witness.unwrap_or_default());
        if !answers(&units, digest) {
            let why = format!(
                "neither the text nor the witness of {} is as it was sealed",
                self.told()
            );
            return Err(Error::explained(
                "find the words sealed in",
                seal_path(self).as_ref(),
                why,
            ));
        }
        let units = units.iter().map(|unit| (unit.address, unit.form));
        Ok(Outline::new(units, &lines))
    }

    fn text(&self) -> Option<&Text> {
        self.edition.text(self.lang)
    }

    /// The lines about the edition that stand below its title, from the facts that were sealed.
    fn lines(&self, archive: &Archive<'_>, seal: &Seal) -> Vec<String> {
        let Some(language) = archive.loaded.languages.get(self.lang) else {
            return Vec::new();
        };
        let facts = &seal.facts;
        let span = crate::source::Span::at(0);
        let edition = Edition {
            number: facts.edition.clone(),
            order: Some(Order {
                number: facts.order.clone(),
                span,
                date: facts.order_date,
                date_span: span,
            }),
            updated: facts.updated,
            in_force: facts.in_force,
            ..self.edition.clone()
        };
        let updated = language.updated_line(&edition);
        updated
            .into_iter()
            .chain([language.edition_line(&edition)])
            .collect()
    }
}

fn seal_path(record: &Record<'_>) -> String {
    format!("content/{}/{}", record.policy.slug, record.edition.number)
}
