//! The page that lists all findings, by policy, with links to the clauses they stand at.

use std::fmt::Write as _;

use super::note::places;
use crate::diagnostic::{Finding, many};
use crate::driver::Live;
use crate::model::{Policy, plain};
use crate::site::escape;

/// The page. Findings are told in English, and so is the page.
pub(super) fn page(live: &Live, state: &str) -> String {
    let summary = live.summary();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Findings: {summary}</title>\
         <link rel=\"stylesheet\" href=\"/_tarmaq/findings.css\">\
         <script src=\"/_tarmaq/preview.js\" data-state=\"{state}\" data-alone defer></script>\
         </head><body data-page=\"findings\"><main><header><p><a href=\"/\">Preview of the site</a></p>\
         <h1>Findings</h1><p class=\"summary\">{summary}</p></header>"
    );
    section(live, &mut out, None, live.found_elsewhere());
    for slug in live.accused() {
        let policy = live.site().policies.iter().find(|own| own.slug == slug);
        let title = policy.and_then(title).unwrap_or_default();
        let findings = live.found_about(slug);
        section(live, &mut out, Some((slug, &title)), findings);
    }
    if summary.errors + summary.warnings == 0 {
        let looking = match live.is_unsure() {
            true => "Still looking.",
            false => "Nothing is to be mended.",
        };
        let _ = write!(out, "<p class=\"none\">{looking}</p>");
    }
    out.push_str("</main></body></html>\n");
    out
}

/// The title of a policy in the first language of its latest edition.
fn title(policy: &Policy) -> Option<String> {
    let title = policy.editions.last()?.texts.first()?.title.as_ref()?;
    Some(plain(&title.content))
}

/// What was found about a policy, or about the site as a whole.
fn section(live: &Live, out: &mut String, policy: Option<(&str, &str)>, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let count = many(findings.len(), "finding", "findings");
    let (id, heading) = match policy {
        None => (String::new(), "The site".to_owned()),
        Some((slug, title)) => (
            escape(slug),
            format!("{} <code>{}</code>", escape(title), escape(slug)),
        ),
    };
    let _ = write!(
        out,
        "<section id=\"policy-{id}\"><h2>{heading} <span class=\"count\">{count}</span></h2><ol>"
    );
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_cached_key(|finding| finding.order(live.sources()));
    for finding in sorted {
        entry(live, out, finding);
    }
    out.push_str("</ol></section>");
}

fn entry(live: &Live, out: &mut String, finding: &Finding) {
    let severity = finding.severity.word();
    let _ = write!(
        out,
        "<li class=\"{severity}\"><p class=\"where\">{}</p><p class=\"message\">\
         <b class=\"severity\">{severity}</b> {}</p>",
        wherever(live, finding),
        escape(&finding.message)
    );
    let shown = places(live, finding);
    if !shown.is_empty() {
        out.push_str("<ul class=\"places\">");
        for place in shown {
            let (file, line, column) = (escape(&place.file), place.line, place.column);
            let _ = write!(
                out,
                "<li><code class=\"file\">{file}:{line}:{column}</code>"
            );
            if !place.text.is_empty() {
                let _ = write!(out, " <mark>{}</mark>", escape(&place.text));
            }
            if !place.message.is_empty() {
                let _ = write!(out, " <span>{}</span>", escape(&place.message));
            }
            out.push_str("</li>");
        }
        out.push_str("</ul>");
    }
    if !finding.help.is_empty() {
        let _ = write!(out, "<p class=\"help\">{}</p>", escape(&finding.help));
    }
    let _ = write!(
        out,
        "<p class=\"rule\"><code>{}</code></p></li>",
        finding.rule.name
    );
}

/// The place of a finding in words, as a link to the page where it has one.
fn wherever(live: &Live, finding: &Finding) -> String {
    let place = &finding.place;
    let parts = [
        ("edition", &place.edition),
        ("language", &place.language),
        ("clause", &place.clause),
    ];
    let told: Vec<String> = parts
        .iter()
        .filter_map(|(word, value)| Some(format!("{word} {}", value.as_ref()?)))
        .collect();
    let told = escape(&told.join(", "));
    let slug = place.policy.as_deref();
    let policy = live
        .site()
        .policies
        .iter()
        .find(|own| Some(own.slug.as_str()) == slug);
    let edition = policy.zip(place.edition.as_ref());
    let edition = edition.and_then(|(policy, number)| policy.edition(number));
    let (Some(policy), Some(edition)) = (policy, edition) else {
        return told;
    };
    let wanted = place.language.as_deref();
    let text = edition
        .texts
        .iter()
        .find(|text| wanted.is_none_or(|own| text.lang.code() == own));
    let Some(text) = text else { return told };
    // Editions that are not published yet are found with the drafts alone.
    let view = match edition.is_draft() {
        true => "/_tarmaq/as/today+drafts",
        false => "",
    };
    let anchor = place
        .clause
        .as_ref()
        .map(|clause| format!("#{}", escape(clause)));
    let (lang, slug) = (&text.lang, escape(&policy.slug));
    let number = match live.site().extras.editions {
        true => format!("{}/", escape(&edition.number)),
        false => String::new(),
    };
    format!(
        "<a href=\"{view}/{lang}/{slug}/{number}{}\">{told}</a>",
        anchor.unwrap_or_default()
    )
}
