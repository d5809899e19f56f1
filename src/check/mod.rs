//! What tarmaq checks: one rule a file, whose head is the rule's manual page.
//!
//! Some rules look at a whole text or edition; those have a function `check`. Others are met while
//! a file is being read; those only word the finding, in a function `finding`, and the room that
//! meets them calls it.

mod chain;
mod changed_lines;
mod compare;
mod context;
mod defined_terms;
mod differing;
mod glosses;
mod guise;
mod histories;
mod lacks;
mod locate;
mod mentions;
mod mismatch;
mod names;
mod numbering;
mod parallel;
mod parts;
mod presence;
mod references;
mod same_sentences;
mod sealed;
mod shape;
mod siblings;
mod spelling;
mod succession;
mod term_uses;
mod text_terms;
mod titles;
mod twins;
mod typing;
mod untranslatable;

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {
        $(
            #[doc = concat!("The rule `", stringify!($name), "`; its file's head is its manual.")]
            pub mod $name;
        )*

        /// All rules, by name.
        pub static RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    address_collision,
    address_mismatch,
    ambiguous_number,
    amount_mismatch,
    annex_mismatch,
    backdated_edition,
    bad_utf8,
    blank_mismatch,
    block_mismatch,
    broken_reference,
    broken_seal,
    broken_table,
    citation_mismatch,
    citation_spelling,
    control_character,
    date_mismatch,
    declaration_mismatch,
    decomposed_letter,
    decreasing_number,
    depth_jump,
    duplicate_name,
    duplicate_number,
    duration_mismatch,
    edition_folder,
    editions_out_of_order,
    ending_mismatch,
    extra_clause,
    forbidden_variant,
    foreign_letter,
    foreign_number,
    gap_between_editions,
    identifier_mismatch,
    impossible_period,
    invalid_folder,
    invalid_name,
    invalid_value,
    invisible_break,
    item_mismatch,
    length_mismatch,
    line_end_hyphen,
    malformed_yaml,
    marked_number,
    misplaced_edition,
    misplaced_name,
    missing_clause,
    missing_edition_file,
    missing_key,
    missing_language,
    missing_term,
    missing_theme,
    missing_title,
    missing_word,
    mixed_script,
    name_mismatch,
    no_editions,
    no_policies,
    number_gap,
    number_mismatch,
    number_sign_space,
    numeral_mismatch,
    odd_apostrophe,
    odd_dash,
    odd_quotes,
    one_sided_change,
    outside_link,
    overlapping_editions,
    phone_mismatch,
    ragged_table,
    raw_html,
    reference_mismatch,
    reused_order_number,
    sealed_facts_changed,
    sealed_text_changed,
    spelled_number,
    stale_acceptance,
    stray_backslash,
    stray_space,
    table_mismatch,
    template_error,
    term_case,
    twin_mismatch,
    unchecked_language,
    unclosed_fence,
    unfinished_number,
    unknown_file,
    unknown_key,
    unknown_language,
    unmarked_section,
    unpaired_mark,
    unsafe_link,
    unsealed_correction,
    unsealed_edition,
    unsealed_end,
    unsupported_markup,
    untranslated_text,
    wrapped_item,
}

pub(crate) use broken_reference::of_an_act;
pub use context::Context;
pub(crate) use defined_terms::DefinedTerm;
pub use differing::{Twins, differing_twins};
pub(crate) use lacks::lacks;
pub use locate::locate;
pub use names::{named, nearest};
pub use parallel::Parallel;
pub(crate) use references::{Reference, References, Target};
pub(crate) use sealed::described;
pub use succession::Succession;
pub(crate) use term_uses::{Terms, Use, uses};
pub(crate) use text_terms::TextTerms;
pub use titles::{PolicyTitles, Titles};
pub(crate) use titles::{Position, capital, position};
pub use twins::Pieces;

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Place, Rule};
use crate::facts::Facts;
use crate::model::{Policy, Text};
use crate::source::Sources;

/// The rules that look at the tree of one text.
const TREE: &[fn(&Text, &mut Vec<Finding>)] = &[
    decreasing_number::check,
    depth_jump::check,
    duplicate_name::check,
    duplicate_number::check,
    foreign_number::check,
    ragged_table::check,
];

/// The rules that look at the words of one text.
const WORDS: &[Words] = &[
    citation_spelling::check,
    decomposed_letter::check,
    ending_mismatch::check,
    mixed_script::check,
    odd_apostrophe::check,
    odd_dash::check,
    odd_quotes::check,
    spelled_number::check,
    stray_space::check,
    unpaired_mark::check,
];

/// The rules that compare the texts of an edition clause by clause.
const PARITY: &[Parity] = &[
    address_mismatch::check,
    amount_mismatch::check,
    annex_mismatch::check,
    blank_mismatch::check,
    block_mismatch::check,
    broken_reference::check,
    citation_mismatch::check,
    date_mismatch::check,
    declaration_mismatch::check,
    duration_mismatch::check,
    extra_clause::check,
    forbidden_variant::check,
    foreign_letter::check,
    identifier_mismatch::check,
    item_mismatch::check,
    length_mismatch::check,
    missing_clause::check,
    missing_term::check,
    name_mismatch::check,
    number_mismatch::check,
    number_sign_space::check,
    numeral_mismatch::check,
    phone_mismatch::check,
    reference_mismatch::check,
    table_mismatch::check,
    term_case::check,
    untranslated_text::check,
];

/// The rules that compare the editions of a policy.
const HISTORY: &[fn(&Policy, &mut Vec<Finding>)] = &[
    backdated_edition::check,
    editions_out_of_order::check,
    gap_between_editions::check,
    impossible_period::check,
    overlapping_editions::check,
];

/// A rule that looks at the words of one text.
type Words = fn(&Facts<'_>, &Context<'_>, &mut Vec<Finding>);

/// A rule that compares the texts of an edition.
type Parity = fn(&Parallel<'_>, &Context<'_>, &mut Vec<Finding>);

/// Checks the tree of one text alone. `edition` is all texts of its edition: what they show to be
/// missing is not told twice.
pub fn check_text(text: &Text, edition: &[Text]) -> Vec<Finding> {
    let mut findings = Vec::new();
    number_gap::check(text, edition, &mut findings);
    for check in TREE {
        check(text, &mut findings);
    }
    findings
}

/// Checks the dates, numbers and orders of all editions.
pub fn check_histories(policies: &[Policy]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for policy in policies {
        for check in HISTORY {
            check(policy, &mut findings);
        }
    }
    reused_order_number::check(policies, &mut findings);
    findings
}

/// Checks the texts of one edition: the words of each, and all against each other.
pub fn check_edition(parallel: &Parallel<'_>, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in &parallel.texts {
        for check in WORDS {
            check(text, context, &mut findings);
        }
    }
    for check in PARITY {
        check(parallel, context, &mut findings);
    }
    findings
}

/// Checks all editions against their seals.
pub fn check_seals(policies: &[Policy], sources: &Sources) -> Vec<Finding> {
    let sealing = sealed::any_sealed(policies);
    let mut findings = Vec::new();
    for policy in policies {
        let before = findings.len();
        chain::check(policy, sources, &mut findings);
        let accused: BTreeSet<String> = findings[before..]
            .iter()
            .filter_map(|finding| finding.place.edition.clone())
            .collect();
        for edition in &policy.editions {
            let before = findings.len();
            broken_seal::check(policy, edition, sources, &mut findings);
            sealed_facts_changed::check(edition, sources, &mut findings);
            sealed_text_changed::check(policy, edition, sources, &mut findings);
            unsealed_correction::check(policy, edition, sources, &mut findings);
            unsealed_end::check(policy, edition, &mut findings);
            // Why there is no seal has been told of these.
            let told = edition.spoilt.is_some() || accused.contains(&edition.number);
            if sealing && !told {
                unsealed_correction::check_unsealed(edition, &mut findings);
                unsealed_edition::check(policy, edition, &mut findings);
            }
            let place = Place {
                policy: Some(policy.slug.clone()),
                edition: Some(edition.number.clone()),
                ..Place::default()
            };
            for finding in &mut findings[before..] {
                finding.locate(&place);
            }
        }
    }
    findings
}
