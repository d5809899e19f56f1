use std::collections::BTreeMap;

use rayon::prelude::*;

use super::press::Press;
use super::recording::Recording;
use crate::lang::Language;
use crate::model::Policy;
use crate::search::{Bound, Earlier, Index, Piece, Scope, Volume};
use crate::site::{Page, PageKind};
use crate::source::Error;

/// Digits of the version of an index.
const DIGITS: usize = 12;

/// Makes the index of a language and writes its files, which `pages` names. Gives its version: of
/// other files it is another. What `before` has of policies that are as they were is taken over.
pub(super) fn write_index(
    press: &Press<'_>,
    language: &Language,
    pages: &[&Page<'_>],
    before: Option<&Recording<'_>>,
) -> Result<String, Error> {
    let mut version = blake3::Hasher::new();
    for scope in Scope::ALL {
        let shelf = Shelf {
            press,
            language,
            scope,
            files: files(pages, scope),
        };
        let earlier = before.and_then(|before| Some((before, shelf.earlier(before)?)));
        let earlier = earlier.as_ref().map(|(before, index)| (*before, index));
        for digest in shelf.write(earlier)? {
            version.update(digest.as_bytes());
        }
    }
    let mut version = version.finalize().to_hex().to_string();
    version.truncate(DIGITS);
    Ok(version)
}

/// The files of a scope, each with the page that says where it lies.
fn files<'p>(pages: &[&'p Page<'p>], scope: Scope) -> Vec<(&'p Page<'p>, Piece<'p>)> {
    let pages = pages.iter().filter_map(|page| match page.kind {
        PageKind::SearchData(_, own, piece) if own == scope => Some((*page, piece)),
        _ => None,
    });
    pages.collect()
}

/// What is needed to write the files of a scope.
struct Shelf<'s> {
    press: &'s Press<'s>,
    language: &'s Language,
    scope: Scope,
    files: Vec<(&'s Page<'s>, Piece<'s>)>,
}

/// What a build before left, with the index of the scope.
type Before<'b> = (&'b Recording<'b>, &'b Earlier);

impl Shelf<'_> {
    /// The index as the build before left it.
    fn earlier(&self, before: &Recording<'_>) -> Option<Earlier> {
        let mut files = self.files.iter();
        let any =
            files.any(|(_, piece)| matches!(piece, Piece::Text(own) if before.is_as_before(own)));
        any.then_some(())?;
        let read = |page: &Page<'_>| before.earlier(&page.address.file());
        let mut policies = None;
        let mut words = BTreeMap::new();
        for (page, piece) in &self.files {
            match piece {
                Piece::Policies => policies = Some(read(page)?),
                Piece::Words(number) => _ = words.insert(*number, read(page)?),
                Piece::Text(_) => {}
            }
        }
        let words: Vec<String> = words.into_values().collect();
        Earlier::read(self.scope, &policies?, &words)
    }

    /// Writes all files; gives their digests, in an order that is always the same.
    fn write(&self, before: Option<Before<'_>>) -> Result<Vec<blake3::Hash>, Error> {
        let words = self
            .files
            .iter()
            .filter(|(_, piece)| matches!(piece, Piece::Words(_)));
        let pieces = words.count();
        let texts = self
            .files
            .par_iter()
            .filter_map(|(page, piece)| match piece {
                Piece::Text(policy) => Some((*page, *policy)),
                _ => None,
            });
        let bound = texts.map(|(page, policy)| {
            let taken = before.map(|before| take_over(page, policy, before));
            if let Some(taken) = taken.transpose()?.flatten() {
                return Ok(Some(taken));
            }
            let Some((volume, file)) = self.volume(policy, pieces) else {
                return Ok(None);
            };
            Ok(Some((Bound::New(volume), self.put(page, &file)?)))
        });
        let bound: Vec<Option<(Bound, blake3::Hash)>> = bound.collect::<Result<_, Error>>()?;
        let (bound, mut digests): (Vec<_>, Vec<_>) = bound.into_iter().flatten().unzip();
        let index = Index::new(self.scope, bound, pieces, before.map(|(_, index)| index));
        let others = self.files.par_iter().filter_map(|(page, piece)| {
            let file = match piece {
                Piece::Policies => index.policies(&self.language.grammar.endings),
                Piece::Words(number) => index.words(*number),
                Piece::Text(_) => return None,
            };
            Some(self.put(page, &file))
        });
        digests.extend(others.collect::<Result<Vec<_>, _>>()?);
        Ok(digests)
    }

    fn volume(&self, policy: &Policy, pieces: usize) -> Option<(Volume, String)> {
        let policy = &*self.press.loaded.whole(policy);
        let issues = |scope| self.press.plan.issues(policy, &self.language.lang, scope);
        let current = issues(Scope::Current).first().copied();
        match self.scope {
            Scope::Current => Some(Volume::current(policy, current?, self.language, pieces)),
            Scope::Other => {
                let others = issues(Scope::Other);
                Some(Volume::other(
                    policy,
                    &others,
                    current,
                    self.language,
                    pieces,
                ))
            }
        }
    }

    fn put(&self, page: &Page<'_>, file: &str) -> Result<blake3::Hash, Error> {
        self.press
            .output
            .write(&page.address.file(), file.as_bytes())?;
        Ok(blake3::hash(file.as_bytes()))
    }
}

/// Takes over the file of a policy that is as it was, which `page` names, and its place in the index.
fn take_over(
    page: &Page<'_>,
    policy: &Policy,
    (before, index): Before<'_>,
) -> Result<Option<(Bound, blake3::Hash)>, Error> {
    let Some(at) = index
        .find(&policy.slug)
        .filter(|_| before.is_as_before(policy))
    else {
        return Ok(None);
    };
    let digest = before.take_over(&page.address.file())?;
    Ok(digest.map(|digest| (Bound::AsBefore(at), digest)))
}
