use serde::Serialize;

use super::day::Day;
use super::description::shorten;
use super::edition::NamedEdition;
use super::page::{About, PageView, Surroundings};
use super::past_edition::PastEdition;
use super::searching::Searching;
use crate::lang::Language;
use crate::model::{Lang, Policy, Stretch};
use crate::site::Counts;

/// All editions of a policy, and what held on which day.
#[derive(Debug, Serialize)]
pub struct HistoryView {
    #[serde(flatten)]
    page: PageView,
    policy: PolicyFacts,
    /// Newest first.
    editions: Vec<PastEdition>,
    /// Newest first; together they hold all days there are.
    periods: Vec<PeriodFacts>,
}

#[derive(Debug, Serialize)]
struct PolicyFacts {
    slug: String,
    title: String,
    /// The page of the policy; absent while it has drafts only.
    href: Option<String>,
}

#[derive(Debug, Serialize)]
struct PeriodFacts {
    anchor: String,
    from: Option<Day>,
    to: Option<Day>,
    edition: Option<NamedEdition>,
    /// Whether the day of the build is in it.
    current: bool,
}

impl Surroundings<'_> {
    pub(super) fn history(
        &self,
        policy: &Policy,
        lang: &Lang,
        counts: &Counts,
    ) -> Option<HistoryView> {
        let language = self.languages.get(lang)?;
        let title = self.policy_title(policy, lang)?;
        let shown = policy.on(self.plan.today);
        let lines = shown.map(|edition| language.edition_line(edition));
        let heading = language.words.get("history").cloned().unwrap_or_default();
        let description = [Some(format!("{heading}: {title}")), lines];
        let description: Vec<String> = description.into_iter().flatten().collect();
        let page = self.page(About {
            kind: "history",
            lang,
            title: format!("{heading} — {title}"),
            description: shorten(&description.join(". ")),
            path: &format!("{}/history/", policy.slug),
            beside: None,
            searching: Searching {
                canonical: None,
                // While there is nothing but drafts, the page tells of nothing else.
                robots: shown.is_none().then_some("noindex, nofollow"),
            },
            feed: self.policy_feed(policy, language),
            data: None,
        })?;
        let mut editions: Vec<_> = self.plan.editions(policy).collect();
        editions.reverse();
        let editions = editions.into_iter();
        let pairs = self.plan.pairs(policy);
        let stretches = policy.timeline();
        Some(HistoryView {
            page,
            policy: PolicyFacts {
                slug: policy.slug.clone(),
                title,
                href: shown.map(|_| self.link(&format!("{lang}/{}/", policy.slug))),
            },
            editions: editions
                .map(|edition| self.past_edition(policy, edition, language, &pairs, counts))
                .collect(),
            periods: stretches
                .iter()
                .rev()
                .map(|stretch| self.period(policy, stretch, language))
                .collect(),
        })
    }

    fn period(&self, policy: &Policy, stretch: &Stretch<'_>, language: &Language) -> PeriodFacts {
        let day = |date| Day::new(date, language);
        let (from, to) = (stretch.from.map(day), stretch.to.map(day));
        let edition = stretch.edition;
        PeriodFacts {
            anchor: match (&from, &to) {
                (Some(from), _) => format!("from-{}", from.iso()),
                (None, Some(to)) => format!("until-{}", to.iso()),
                (None, None) => "always".to_owned(),
            },
            edition: edition.map(|edition| self.named_edition(policy, edition, language)),
            current: stretch.holds(self.plan.today),
            from,
            to,
        }
    }
}
