use rayon::prelude::*;

use crate::lang::Language;
use crate::load::Loaded;
use crate::model::Policy;
use crate::search::{Index, Piece, Scope, Volume};
use crate::site::{Page, PageKind, Plan};
use crate::source::Error;
use crate::write::Output;

/// Digits of the version of an index.
const DIGITS: usize = 12;

/// Makes the index of a language and writes its files, which `pages` names. Gives its version: of
/// other files it is another.
pub(super) fn write_index(
    loaded: &Loaded,
    plan: &Plan<'_>,
    language: &Language,
    pages: &[&Page<'_>],
    output: &dyn Output,
) -> Result<String, Error> {
    let mut version = blake3::Hasher::new();
    for scope in Scope::ALL {
        let shelf = Shelf {
            loaded,
            plan,
            language,
            scope,
            files: files(pages, scope),
            output,
        };
        for digest in shelf.write()? {
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
    loaded: &'s Loaded,
    plan: &'s Plan<'s>,
    language: &'s Language,
    scope: Scope,
    files: Vec<(&'s Page<'s>, Piece<'s>)>,
    output: &'s dyn Output,
}

impl Shelf<'_> {
    /// Writes all files; gives their digests, in an order that is always the same.
    fn write(&self) -> Result<Vec<blake3::Hash>, Error> {
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
        let bound = texts.filter_map(|(page, policy)| {
            let (volume, file) = self.volume(policy, pieces)?;
            Some(self.put(page, &file).map(|digest| (volume, digest)))
        });
        let bound: Vec<(Volume, blake3::Hash)> = bound.collect::<Result<_, _>>()?;
        let (volumes, mut digests): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
        let index = Index::new(self.scope, volumes, pieces);
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
        let policy = &*self.loaded.whole(policy);
        let issues = |scope| self.plan.issues(policy, &self.language.lang, scope);
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
        self.output.write(&page.address.file(), file.as_bytes())?;
        Ok(blake3::hash(file.as_bytes()))
    }
}
