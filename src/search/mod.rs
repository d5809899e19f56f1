//! The index of the search, in pieces that a browser loads one at a time.
//!
//! A search has to work where nothing answers but a folder of files, and may not load the texts of
//! all policies to find one clause. So what is searched is cut into files below
//! `/{language}/search/`, each a script that hands its data to the search page:
//!
//! | file | what it holds | loaded |
//! |---|---|---|
//! | `policies.js` | the endings of the language; each policy with its title, its edition and how many passages it has | with the first search |
//! | `words-0.js` … | words as they stand in the texts, each with the passages it is in | those that a searched word may be in |
//! | `texts/{policy}.js` | the passages of a policy: anchor, number, heading, words | those of passages that are shown |
//!
//! They lie in two folders: `current/` for the editions that the policies' own addresses show, and
//! `other/` for all others, which is read on demand only. In the latter, a passage that stands in several
//! editions is there once, and one that reads as in the current edition is only named.
//!
//! A passage ([`Scope`] tells of which editions) is what has an address: a title, a section, an
//! annex, a clause, each with its own words.
//!
//! **Words are not cut down to stems.** Whether two words are forms of one is what
//! [`same_word`](crate::lang::same_word) says of both; no stem of the one or the other alone would tell
//! the same. The page has the endings of the language and says the same. All forms of a word
//! begin with the same three letters, or with the same two where the stem ends in two ways, so a word
//! is looked for in one file or two, chosen by its first three letters.
//!
//! What the index says of policies that are as they were is taken over from the one that the build before
//! wrote ([`Earlier`]): their passages keep their places, which are only numbered anew.
//!
//! The files are many and their numbers are known before they are made: of how many policies there are
//! follows how many files of words. Of a policy of this repository in Kazakh, the words take 7 KB and
//! the passages 14 KB, compressed 2.4 KB and 3.4 KB. Of a thousand policies, a search for two words loads
//! the list of policies (90 KB, compressed 6 KB), two files of words of about 100 KB each, and the passages of
//! a dozen policies to put the hits in order.

mod concordance;
mod earlier;
mod index;
mod keys;
mod passage;
mod piece;
mod postings;
mod scope;
mod script;
mod texts;
mod tokens;
mod volume;

pub use earlier::Earlier;
pub use index::{Bound, Index};
pub use piece::{Piece, pieces_of_words};
pub use scope::Scope;
pub use volume::{Issue, Volume};
