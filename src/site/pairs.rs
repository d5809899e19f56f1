use super::{ChangesForm, Drafts, Plan, published};
use crate::model::{Edition, Lang, Policy, Redlines, Site};

/// Two editions of a policy whose changes have a page.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'s> {
    /// The older edition.
    pub from: &'s Edition,
    /// The newer edition.
    pub to: &'s Edition,
    /// Whether no edition stands between them.
    pub neighbours: bool,
}

impl Pair<'_> {
    /// The path of the page that shows the changes, below the folder of its language.
    pub fn path(&self, policy: &Policy) -> String {
        let changes = format!("{}/{}/changes/", policy.slug, self.to.number);
        match self.neighbours {
            true => changes,
            false => format!("{changes}{}/", self.from.number),
        }
    }

    /// The forms in which its changes are shown in a language of a site: those of neighbours in all
    /// of them, others as a redline alone.
    pub fn forms<'l>(&self, languages: &'l [Lang], lang: &Lang) -> Vec<ChangesForm<'l>> {
        if !self.neighbours {
            return vec![ChangesForm::Redline];
        }
        let forms = ChangesForm::all(languages, lang).into_iter();
        let has = |form: &ChangesForm<'_>| form.beside().is_none_or(|other| self.is_in(other));
        forms.filter(has).collect()
    }

    /// Whether both editions have a text in a language.
    pub fn is_in(&self, lang: &Lang) -> bool {
        self.from.text(lang).is_some() && self.to.text(lang).is_some()
    }
}

/// The pairs of a policy's editions whose changes have a page: each edition and the one before it,
/// then those that the policy asks for besides. They come by their newer edition, oldest first; of
/// one edition the neighbour first, then from the oldest. Whichever way round a pair was asked for,
/// it shows what the newer edition changed. None in a site without such pages.
pub fn pairs<'p>(site: &Site, policy: &'p Policy, drafts: Drafts) -> Vec<Pair<'p>> {
    if !site.extras.changes {
        return Vec::new();
    }
    let editions: Vec<&Edition> = published(policy, drafts).collect();
    let mut pairs = Vec::new();
    for (at, to) in editions.iter().enumerate() {
        let Some((before, older)) = editions[..at].split_last() else {
            continue;
        };
        pairs.push(Pair {
            from: before,
            to,
            neighbours: true,
        });
        let asked = older.iter().filter(|from| asked(policy, from, to));
        pairs.extend(asked.map(|from| Pair {
            from,
            to,
            neighbours: false,
        }));
    }
    pairs
}

fn asked(policy: &Policy, from: &Edition, to: &Edition) -> bool {
    match &policy.redlines {
        Redlines::Neighbours => false,
        Redlines::All => true,
        Redlines::Pairs(pairs) => pairs.iter().any(|pair| {
            let own = (&pair.from, &pair.to);
            own == (&from.number, &to.number) || own == (&to.number, &from.number)
        }),
    }
}

impl Plan<'_> {
    /// The pairs of a policy's editions whose changes have a page.
    pub fn pairs<'p>(&self, policy: &'p Policy) -> Vec<Pair<'p>> {
        pairs(self.site, policy, self.drafts)
    }

    /// An edition and the one before it; `None` for the first.
    pub fn pair_to<'p>(&self, policy: &'p Policy, to: &Edition) -> Option<Pair<'p>> {
        let pairs = self.pairs(policy).into_iter();
        let mut own = pairs.filter(|pair| pair.neighbours && pair.to.number == to.number);
        own.next()
    }
}
