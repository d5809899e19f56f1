//! What all pages about the changes between two editions say at their top.

use serde::Serialize;

use crate::lang::Language;
use crate::model::{Edition, Lang, Policy, plain};
use crate::site::view::page::{About, PageView, Surroundings};
use crate::site::view::searching::Searching;
use crate::site::{ChangesForm, Pair};

/// What all pages about the changes between two editions are given.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    #[serde(flatten)]
    page: PageView,
    policy: PolicyFacts,
    from: EditionSide,
    to: EditionSide,
    /// What deleted and inserted words are marked with.
    amendment: Amendment,
    /// The forms in which these changes are shown.
    forms: Vec<FormLink>,
}

#[derive(Debug, Serialize)]
struct PolicyFacts {
    slug: String,
    title: String,
    history_href: Option<String>,
}

#[derive(Debug, Serialize)]
struct EditionSide {
    number: String,
    href: String,
    /// The line that names the edition and its order.
    line: String,
    from: Option<String>,
}

/// What made the changes: an order, by its date and the page that names it.
#[derive(Debug, Serialize)]
struct Amendment {
    /// The date of the order; absent for a draft.
    date: Option<String>,
    href: String,
}

#[derive(Debug, Serialize)]
struct FormLink {
    form: &'static str,
    href: String,
    /// The names of the languages that stand side by side.
    languages: Option<String>,
    current: bool,
}

/// The title of a policy in a language, as an edition has it.
pub(super) fn title(edition: &Edition, lang: &Lang) -> String {
    let title = edition.text(lang).and_then(|text| text.title.as_ref());
    title.map(|title| plain(&title.content)).unwrap_or_default()
}

impl Surroundings<'_> {
    /// The page that shows what an edition changed; `None` for the first one, and for one that lacks
    /// the language or follows one that does.
    pub(in crate::site::view) fn changes_href(
        &self,
        policy: &Policy,
        edition: &Edition,
        lang: &Lang,
    ) -> Option<String> {
        let pair = self.plan.pair_to(policy, edition)?;
        let path = format!("{lang}/{}", pair.path(policy));
        pair.is_in(lang).then(|| self.link(&path))
    }

    /// The top of a page about the changes between two editions of a policy.
    pub(super) fn changes_head(
        &self,
        policy: &Policy,
        pair: &Pair<'_>,
        form: ChangesForm<'_>,
        lang: &Lang,
    ) -> Option<Head> {
        let language = self.languages.get(lang)?;
        pair.to.text(lang)?;
        let title = title(pair.to, lang);
        let path = format!("{}{}", pair.path(policy), form.folder());
        let mut word = language.words.get(form.word()).cloned().unwrap_or_default();
        if let Some(names) = self.names_beside(form, language) {
            word = format!("{word} ({names})");
        }
        let numbers = format!("{} → {}", pair.from.number, pair.to.number);
        let heading = format!("{word}: {numbers}");
        let lines = [pair.from, pair.to].map(|edition| language.edition_line(edition));
        let page = self.page(About {
            kind: form.page(),
            lang,
            title: format!("{heading} — {title}"),
            description: format!("{title}. {heading}. {}", lines.join(". ")),
            path: &path,
            beside: form.beside(),
            searching: Searching::of_several([pair.from, pair.to].into_iter()),
            feed: self.policy_feed(policy, language),
            data: None,
        })?;
        let order = pair.to.order.as_ref();
        let forms = self.forms(pair, form, lang);
        Some(Head {
            page,
            policy: PolicyFacts {
                slug: policy.slug.clone(),
                title,
                history_href: (self.plan.site.extras.history)
                    .then(|| self.link(&format!("{lang}/{}/history/", policy.slug))),
            },
            from: self.edition_side(policy, pair.from, language),
            to: self.edition_side(policy, pair.to, language),
            amendment: Amendment {
                date: order
                    .and_then(|order| order.date)
                    .map(|date| date.to_string()),
                href: self.link(&format!("{lang}/{}/{}/", policy.slug, pair.to.number)),
            },
            forms: forms
                .into_iter()
                .map(|own| FormLink {
                    form: own.name(),
                    href: self.link(&format!("{lang}/{}{}", pair.path(policy), own.folder())),
                    languages: self.names_beside(own, language),
                    current: own == form,
                })
                .collect(),
        })
    }

    /// The forms that a page leads to. Those of two languages are found from the comparative tables
    /// alone.
    fn forms<'l>(
        &'l self,
        pair: &Pair<'_>,
        form: ChangesForm<'_>,
        lang: &Lang,
    ) -> Vec<ChangesForm<'l>> {
        if !pair.neighbours {
            return Vec::new();
        }
        let forms = pair.forms(&self.plan.site.languages, lang).into_iter();
        let table = matches!(form, ChangesForm::Table | ChangesForm::Beside(_));
        forms
            .filter(|own| table || own.beside().is_none())
            .collect()
    }

    /// The names of the languages that stand side by side in a form.
    fn names_beside(&self, form: ChangesForm<'_>, language: &Language) -> Option<String> {
        let other = self.languages.get(form.beside()?)?;
        Some(format!("{} / {}", language.name, other.name))
    }

    fn edition_side(&self, policy: &Policy, edition: &Edition, language: &Language) -> EditionSide {
        let lang = &language.lang;
        EditionSide {
            number: edition.number.clone(),
            href: self.link(&format!("{lang}/{}/{}/", policy.slug, edition.number)),
            line: language.edition_line(edition),
            from: edition.counts_from().map(|day| language.long_date(day)),
        }
    }
}
