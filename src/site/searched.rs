use jiff::civil::Date;

use super::plan::page;
use super::{Drafts, Page, PageKind, Plan, published};
use crate::model::{Edition, Extras, Lang, Policy, Site, State};
use crate::search::{Issue, Piece, Scope, pieces_of_words};

impl Plan<'_> {
    /// The editions of a policy that are searched in a language, newest first.
    pub fn issues<'p>(&self, policy: &'p Policy, lang: &Lang, scope: Scope) -> Vec<Issue<'p>> {
        let extras = self.site.extras;
        issues(policy, lang, scope, extras, (self.today, self.drafts))
    }
}

/// Plans the page of the search in a language and the files of its index: those of other editions only
/// where there are some.
pub(super) fn plan_search<'s>(
    site: &'s Site,
    lang: &'s Lang,
    (today, drafts): (Date, Drafts),
    pages: &mut Vec<Page<'s>>,
) {
    let folder = format!("{lang}/search/");
    pages.push(page(&folder, PageKind::Search(lang)));
    for scope in Scope::ALL {
        let policies = site.policies.iter();
        let searched =
            policies.filter(|p| !issues(p, lang, scope, site.extras, (today, drafts)).is_empty());
        let texts: Vec<Piece<'_>> = searched.map(Piece::Text).collect();
        if texts.is_empty() && scope == Scope::Other {
            continue;
        }
        let words = (0..pieces_of_words(texts.len())).map(Piece::Words);
        for piece in std::iter::once(Piece::Policies).chain(words).chain(texts) {
            let path = format!("{folder}{}.js", piece.name(scope));
            pages.push(page(&path, PageKind::SearchData(lang, scope, piece)));
        }
    }
}

/// The editions of a policy that are searched in a language on a day, newest first.
fn issues<'p>(
    policy: &'p Policy,
    lang: &Lang,
    scope: Scope,
    extras: Extras,
    (today, drafts): (Date, Drafts),
) -> Vec<Issue<'p>> {
    if scope == Scope::Other && !extras.editions {
        return Vec::new();
    }
    let shown = policy.on(today).map(|edition| edition.number.as_str());
    let is_shown = |edition: &&Edition| Some(edition.number.as_str()) == shown;
    let editions = published(policy, drafts);
    let mut issues: Vec<Issue<'_>> = editions
        .filter(|edition| is_shown(edition) == (scope == Scope::Current))
        .filter_map(|edition| {
            Some(Issue {
                edition,
                state: state_name(policy, edition, today),
                text: edition.text(lang)?,
            })
        })
        .collect();
    issues.reverse();
    issues
}

/// The name of an edition's state on a day. One that is no longer in force and has no successor was
/// repealed, or its time is over.
pub(super) fn state_name(policy: &Policy, edition: &Edition, day: Date) -> &'static str {
    let repealed = edition.repeal.as_ref().is_some_and(|r| r.date <= day);
    match policy.state(edition, day) {
        State::Draft => "draft",
        State::Upcoming => "upcoming",
        State::InForce => "in-force",
        State::Superseded => "superseded",
        State::Repealed if repealed => "repealed",
        State::Repealed => "expired",
    }
}
