use crate::model::{Lang, MOST_LISTED, Policy, Text};

/// Lets go of the headings of texts that are set aside, in a language that has more of them than any page
/// lists whichever editions are shown: of a large site they take much room.
pub(super) fn forget_unlisted(policies: &mut [Policy], languages: &[Lang]) {
    for lang in languages {
        let fewest = policies.iter().map(|policy| fewest(policy, lang));
        if fewest.sum::<usize>() > MOST_LISTED {
            let editions = policies.iter_mut().flat_map(|own| &mut own.editions);
            let texts = editions.flat_map(|edition| &mut edition.texts);
            let own = texts.filter(|text| text.lang == *lang);
            own.for_each(Text::forget_headings);
        }
    }
}

/// How many headings of a policy are listed in a language at least.
fn fewest(policy: &Policy, lang: &Lang) -> usize {
    let editions = policy.approved().map(|edition| {
        let text = edition.text(lang);
        text.map_or(0, |text| text.outline().headings)
    });
    editions.min().unwrap_or_default()
}
