//! How the texts of sealed editions stand to their seals.
//!
//! Nothing but a digest is needed of a text that is as it was sealed. Its witness is read beside it, so
//! that the sealed words are not lost unnoticed, and kept only when something is to be told of it.

use std::collections::{BTreeMap, BTreeSet};

use super::Shelf;
use crate::check::{broken_seal, sealed_facts_changed};
use crate::diagnostic::Place;
use crate::model::{Digest, Edition, Lang, Policy, Seal, SpoiltSeal, Standing, Text};
use crate::seal::{seal_text, write_witness};
use crate::source::{Error, Gathered, decode};

/// A text that is not as it was sealed, or a witness that is not.
pub(super) struct Odd {
    /// The edition, by its place among those of its policy.
    edition: usize,
    lang: Lang,
    what: What,
    /// The path of the witness and what it holds, where it is there.
    witness: Option<(String, Vec<u8>)>,
}

enum What {
    Text,
    Witness,
}

/// The witnesses of sealed texts, by their path below `content/`.
pub(super) type Witnesses = BTreeMap<String, Gathered>;

/// Compares the texts of the sealed editions of a policy with their digests; gives those that differ.
pub(super) fn odd(policy: &Policy, witnesses: &Witnesses) -> Result<Vec<Odd>, Error> {
    let mut found = Vec::new();
    for (at, edition) in policy.editions.iter().enumerate() {
        let Some(seal) = &edition.seal else { continue };
        let folder = folder(&policy.slug, edition);
        for (lang, text, sealed) in texts(edition, seal) {
            let path = format!("{folder}/{lang}.txt");
            let witness = witnesses.get(&path);
            let witness = witness.map(Gathered::bytes).transpose()?;
            if let Some(what) = judge(text, sealed, witness.as_deref()) {
                found.push(Odd {
                    edition: at,
                    lang: lang.clone(),
                    what,
                    witness: witness.map(|bytes| (path, bytes.into_owned())),
                });
            }
        }
    }
    Ok(found)
}

/// Tells the seals of a policy what is odd about its texts. Witnesses without a seal are reported.
pub(super) fn tell(shelf: &mut Shelf, policy: &mut Policy, odd: Vec<Odd>, witnesses: &Witnesses) {
    let unsealed = policy.editions.iter_mut().filter(|e| e.seal.is_none());
    unsealed.for_each(|edition| report_orphan(shelf, &policy.slug, edition, witnesses));
    for odd in odd {
        let witness = odd
            .witness
            .map(|(path, bytes)| shelf.add(&format!("content/{path}"), &bytes));
        let edition = policy.editions.get_mut(odd.edition);
        let Some(Standing {
            changed,
            odd_witnesses,
        }) = edition
            .and_then(|edition| edition.seal.as_mut())
            .map(|seal| &mut seal.standing)
        else {
            continue;
        };
        match odd.what {
            What::Text => changed.insert(odd.lang, witness),
            What::Witness => odd_witnesses.insert(odd.lang, witness),
        };
    }
}

/// The sealed languages of an edition, with their texts where they are there.
fn texts<'p>(
    edition: &'p Edition,
    seal: &'p Seal,
) -> impl Iterator<Item = (&'p Lang, Option<&'p Text>, Digest)> {
    let sealed = seal.texts().iter();
    sealed.map(|(lang, digest)| (lang, edition.text(lang), *digest))
}

/// What is odd about a text and its witness, if anything is.
fn judge(text: Option<&Text>, sealed: Digest, witness: Option<&[u8]>) -> Option<What> {
    let Some(text) = text.map(seal_text).filter(|text| text.digest == sealed) else {
        return Some(What::Text);
    };
    let expected = write_witness(&text);
    let same =
        witness.is_some_and(|bytes| bytes == expected.as_bytes() || decode(bytes).text == expected);
    (!same).then_some(What::Witness)
}

/// Reports witnesses that stand there without the seal they belong to. A seal that could not be read
/// has been reported.
fn report_orphan(shelf: &mut Shelf, slug: &str, edition: &mut Edition, witnesses: &Witnesses) {
    let folder = folder(slug, edition);
    let first = witnesses.range(format!("{folder}/")..).next();
    let there = first.is_some_and(|(path, _)| path.starts_with(&format!("{folder}/")));
    if !there || edition.spoilt.is_some() {
        return;
    }
    edition.spoilt = Some(SpoiltSeal::Gone);
    let why = format!("content/{folder} keeps the sealed words, and seal.yaml is not there");
    let mut finding = broken_seal::finding(edition.file, edition.places.number, &why).help(
        "restore seal.yaml from the version history; delete the folder `seal` if it was copied here \
         from another edition",
    );
    finding.place = Place {
        policy: Some(slug.to_owned()),
        edition: Some(edition.number.clone()),
        ..Place::default()
    };
    shelf.findings.push(finding);
}

/// Where the witnesses of an edition lie, below `content/`.
fn folder(slug: &str, edition: &Edition) -> String {
    format!("{slug}/{}/seal", edition.number)
}

/// The seals of the editions that are as their seals say.
pub(super) fn rightful<'p>(policies: impl IntoIterator<Item = &'p Policy>) -> BTreeSet<Digest> {
    let editions = policies.into_iter().flat_map(|policy| &policy.editions);
    let seals = editions.filter_map(|edition| Some((edition, edition.seal.as_ref()?)));
    let rightful = seals.filter(|(edition, seal)| stands(edition, seal));
    rightful.map(|(_, seal)| seal.digest).collect()
}

/// Takes a seal from the editions of a policy it was copied to with a folder: those that are not as it
/// says, where another edition with the same seal is.
pub(super) fn disown_copies(policy: &mut Policy, rightful: &BTreeSet<Digest>) {
    for edition in &mut policy.editions {
        let seal = edition.seal.as_ref();
        if seal.is_some_and(|seal| rightful.contains(&seal.digest) && !stands(edition, seal)) {
            let seal = edition.seal.take().map(Box::new);
            edition.spoilt = seal.map(SpoiltSeal::Foreign);
        }
    }
    // Without a seal, its own dates give an edition its place.
    policy.editions.sort_by_key(Edition::place_in_history);
}

/// Whether a policy has a seal, its own or a copy, of which it matters which others are rightful.
pub(super) fn has_seal_of(policy: &Policy, digests: &BTreeSet<Digest>) -> bool {
    let mut seals = policy.editions.iter().filter_map(|edition| {
        let copied = match &edition.spoilt {
            Some(SpoiltSeal::Foreign(seal)) => Some(&**seal),
            _ => None,
        };
        edition.seal.as_ref().or(copied)
    });
    seals.any(|seal| digests.contains(&seal.digest))
}

fn stands(edition: &Edition, seal: &Seal) -> bool {
    seal.standing.changed.is_empty() && sealed_facts_changed::stand(edition)
}
