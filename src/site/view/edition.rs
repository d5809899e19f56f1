use serde::Serialize;

use super::day::Day;
use super::page::Surroundings;
use crate::lang::Language;
use crate::model::{Edition, Lang, Policy, State};
use crate::site::searched::state_name;

/// What is known of an edition besides its text.
#[derive(Debug, Serialize)]
pub(super) struct EditionFacts {
    pub(super) number: String,
    pub(super) state: &'static str,
    /// Its own page; that of the policy where it has none and the policy shows it.
    pub(super) href: Option<String>,
    pub(super) edition_line: String,
    order_line: Option<String>,
    /// The first day in force; absent for a draft, and for an edition that was in force on no day.
    from: Option<Day>,
    /// The last day in force, where it is known.
    to: Option<Day>,
    /// Whether it is in force, and its own file says that this ends without a new edition.
    ending: bool,
    repeal: Option<RepealFacts>,
    /// What it changed.
    summary: Option<String>,
    corrigenda: Vec<CorrigendumFacts>,
    /// The edition that took, or will take, its place.
    next: Option<NamedEdition>,
}

#[derive(Debug, Serialize)]
struct RepealFacts {
    date: Day,
    order_line: Option<String>,
}

#[derive(Debug, Serialize)]
struct CorrigendumFacts {
    date: Day,
    reason: Option<String>,
}

/// Another edition, as it is named in passing.
#[derive(Debug, Serialize)]
pub(super) struct NamedEdition {
    number: String,
    /// Its page, if it has one.
    href: Option<String>,
    from: Option<Day>,
}

impl Surroundings<'_> {
    /// The facts of an edition in a language.
    pub(super) fn edition_facts(
        &self,
        policy: &Policy,
        edition: &Edition,
        language: &Language,
    ) -> EditionFacts {
        let day = |date| Day::new(date, language);
        let lang = &language.lang;
        let period = policy.period(edition);
        let repeal = edition.repeal.as_ref().map(|repeal| RepealFacts {
            date: day(repeal.date),
            order_line: repeal.order.as_ref().map(|o| language.order_line(o)),
        });
        let corrigenda = edition
            .corrigenda
            .iter()
            .map(|corrigendum| CorrigendumFacts {
                date: day(corrigendum.date),
                reason: corrigendum.reason.get(lang).cloned(),
            });
        let next = policy.after(edition);
        let in_force = policy.state(edition, self.plan.today) == State::InForce;
        EditionFacts {
            number: edition.number.clone(),
            state: self.state(policy, edition),
            href: self.edition_href(lang, policy, edition),
            edition_line: language.edition_line(edition),
            order_line: edition.order.as_ref().map(|o| language.order_line(o)),
            from: period.map(|period| day(period.from)),
            to: period.and_then(|period| period.to).map(day),
            ending: in_force && edition.stated_end().is_some() && next.is_none(),
            repeal,
            summary: edition.summary.get(lang).cloned(),
            corrigenda: corrigenda.collect(),
            next: next.map(|next| self.named_edition(policy, next, language)),
        }
    }

    /// The approved editions besides one that are not in force yet, the next one first.
    pub(super) fn upcoming(
        &self,
        policy: &Policy,
        besides: &Edition,
        language: &Language,
    ) -> Vec<NamedEdition> {
        let today = self.plan.today;
        let upcoming = policy
            .approved()
            .filter(|edition| edition.number != besides.number)
            .filter(|edition| policy.state(edition, today) == State::Upcoming);
        upcoming
            .map(|edition| self.named_edition(policy, edition, language))
            .collect()
    }

    pub(super) fn named_edition(
        &self,
        policy: &Policy,
        edition: &Edition,
        language: &Language,
    ) -> NamedEdition {
        NamedEdition {
            number: edition.number.clone(),
            href: self.edition_href(&language.lang, policy, edition),
            from: edition.counts_from().map(|date| Day::new(date, language)),
        }
    }

    /// The path of the page that shows an edition: its own; in a site without such pages that of the
    /// policy, if it shows this edition.
    pub(super) fn edition_path(
        &self,
        lang: &Lang,
        policy: &Policy,
        edition: &Edition,
    ) -> Option<String> {
        if self.plan.site.extras.editions {
            return Some(own_path(lang, policy, edition));
        }
        let shown = policy.on(self.plan.today)?;
        (shown.number == edition.number).then(|| format!("{lang}/{}/", policy.slug))
    }

    fn edition_href(&self, lang: &Lang, policy: &Policy, edition: &Edition) -> Option<String> {
        let path = self.edition_path(lang, policy, edition)?;
        Some(self.link(&path))
    }

    /// The name of an edition's state on the day of the build.
    pub(super) fn state(&self, policy: &Policy, edition: &Edition) -> &'static str {
        state_name(policy, edition, self.plan.today)
    }
}

/// The path of an edition's own page.
pub(super) fn own_path(lang: &Lang, policy: &Policy, edition: &Edition) -> String {
    format!("{lang}/{}/{}/", policy.slug, edition.number)
}
