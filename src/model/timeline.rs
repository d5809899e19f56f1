use jiff::civil::Date;

use super::{Edition, Policy};

/// Days one after the other on which the same edition of a policy is in force, or none is.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'p> {
    /// The first day; `None` for the stretch before the first edition, which has no beginning.
    pub from: Option<Date>,
    /// The last day; `None` while no end is known.
    pub to: Option<Date>,
    /// The edition in force; `None` where none is.
    pub edition: Option<&'p Edition>,
}

impl Stretch<'_> {
    /// Whether a day is among them.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Policy {
    /// All days there are, oldest first, each in one stretch. Empty for a policy without approved
    /// editions.
    pub fn timeline(&self) -> Vec<Stretch<'_>> {
        let mut stretches = Vec::new();
        // The first day that no stretch holds yet; the outer `None` when there is no such day.
        let mut open = self.approved().next().map(|_| None);
        for edition in self.approved() {
            let Some(period) = self.period(edition) else {
                continue;
            };
            if let Some(from) = open.filter(|from| *from != Some(period.from)) {
                stretches.push(Stretch {
                    from,
                    to: period.from.yesterday().ok(),
                    edition: None,
                });
            }
            stretches.push(Stretch {
                from: Some(period.from),
                to: period.to,
                edition: Some(edition),
            });
            open = period.to.and_then(|to| to.tomorrow().ok()).map(Some);
        }
        stretches.extend(open.map(|from| Stretch {
            from,
            to: None,
            edition: None,
        }));
        stretches
    }
}
