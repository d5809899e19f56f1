use serde_json::{Value, json};

use super::page::Surroundings;
use super::title::title_of;
use crate::model::{Edition, Lang, Policy, Text};

/// Facts of a page for search engines, as JSON-LD in the vocabulary of <https://schema.org/>. A policy is
/// a document of a company and nothing else: the words for legislation are left to states.
#[derive(Debug)]
pub(super) struct LinkedData(Value);

impl LinkedData {
    /// The data as they may stand inside of a script element of HTML, where no `<` must be.
    pub(super) fn html(&self) -> String {
        self.0.to_string().replace('<', "\\u003c")
    }
}

impl Surroundings<'_> {
    /// The data of the page of an edition, which is known by `canonical`.
    pub(super) fn policy_data_for_search(
        &self,
        (policy, edition, text): (&Policy, &Edition, &Text),
        title: &str,
        canonical: &str,
    ) -> LinkedData {
        let lang = &text.lang;
        let url = self.edition_path(lang, policy, edition);
        let url = url.map_or_else(|| self.url(canonical), |path| self.url(&path));
        let translations = edition.texts.iter().filter(|other| other.lang != *lang);
        let translations: Vec<Value> = translations
            .map(|other| {
                json!({
                    "@type": "DigitalDocument",
                    "inLanguage": other.lang.code(),
                    "name": title_of(other),
                    "url": self.edition_path(&other.lang, policy, edition).map(|path| self.url(&path)),
                })
            })
            .collect();
        let ordered = edition.order.as_ref().and_then(|order| order.date);
        let period = policy.period(edition).map(|period| {
            let end = period
                .to
                .map_or_else(|| "..".to_owned(), |to| to.to_string());
            format!("{}/{end}", period.from)
        });
        let document = json!({
            "@type": "DigitalDocument",
            "name": title,
            "url": url,
            "inLanguage": lang.code(),
            "version": edition.number,
            "datePublished": ordered.map(|date| date.to_string()),
            "dateModified": edition.updated.map(|date| date.to_string()),
            "temporalCoverage": period,
            "publisher": self.organization(lang),
            "workTranslation": translations,
        });
        let section = self.url(&format!("{lang}/"));
        let crumb = |position: u8, name: &str, item: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": item });
        let page = json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": self.url(canonical),
            "name": title,
            "inLanguage": lang.code(),
            "isPartOf": { "@type": "WebSite", "name": self.title_in(lang), "url": section },
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    crumb(1, &self.title_in(lang), &section),
                    crumb(2, title, &self.url(canonical)),
                ],
            },
            "mainEntity": document,
        });
        LinkedData(told(page))
    }

    /// The company whose policies these are.
    fn organization(&self, lang: &Lang) -> Value {
        let owner = &self.plan.site.owner;
        let fact = |facts: &crate::model::Localized| facts.get(lang).cloned();
        let Some(name) = fact(&owner.name) else {
            return Value::Null;
        };
        json!({
            "@type": "Organization",
            "name": name,
            "address": fact(&owner.address),
            "telephone": fact(&owner.phone),
            "email": fact(&owner.email),
        })
    }
}

/// A value without what is not known: nothing is said of it.
fn told(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let map = map.into_iter().map(|(key, value)| (key, told(value)));
            Value::Object(map.filter(|(_, value)| !is_unknown(value)).collect())
        }
        other => other,
    }
}

fn is_unknown(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}
