//! What the languages of a clause do not state alike.

use std::collections::{BTreeMap, BTreeSet};

/// How one text differs from the others in a clause: each value with the statements of it that no
/// other side answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference<V, S> {
    /// The text's column.
    pub(super) column: usize,
    /// The column of a text that states the first of the values as often as is meant.
    pub(super) other: usize,
    /// What this text states and the others do not (or not as often), with its own statements.
    pub(super) extra: Vec<(V, S)>,
    /// What the others state and this text does not, with the statement of one of them and the
    /// column of that text.
    pub(super) missing: Vec<(V, usize, S)>,
}

/// Compares what the texts of a clause state, as multisets: order says nothing, for languages
/// differ in it. `stated` has, for each column that has the clause, its values with where they are
/// stated.
///
/// What most texts say is taken as meant; where no number of statements has most texts behind it,
/// what the first text says. So of two texts the second is the one that differs, and of three the
/// one that stands alone.
pub(super) fn compare<V: Ord + Clone, S: Clone>(
    stated: &[(usize, Vec<(V, S)>)],
) -> Vec<Difference<V, S>> {
    // Most clauses state the same, and in the same order.
    let values = |at: usize| stated.get(at).into_iter().flat_map(|(_, list)| list);
    let values = |at: usize| values(at).map(|(value, _)| value);
    if (1..stated.len()).all(|at| values(at).eq(values(0))) {
        return Vec::new();
    }
    let counted: Vec<BTreeMap<&V, Vec<&S>>> = stated
        .iter()
        .map(|(_, list)| {
            let mut counts: BTreeMap<&V, Vec<&S>> = BTreeMap::new();
            for (value, statement) in list {
                counts.entry(value).or_default().push(statement);
            }
            counts
        })
        .collect();
    let values: BTreeSet<&V> = counted
        .iter()
        .flat_map(|counts| counts.keys().copied())
        .collect();
    let mut differences: Vec<Difference<V, S>> = stated
        .iter()
        .map(|(column, _)| Difference {
            column: *column,
            other: *column,
            extra: Vec::new(),
            missing: Vec::new(),
        })
        .collect();
    for value in values {
        let counts: Vec<usize> = counted
            .iter()
            .map(|counts| counts.get(value).map_or(0, Vec::len))
            .collect();
        let meant = most(&counts);
        let Some(other) = counts.iter().position(|count| *count == meant) else {
            continue;
        };
        for (at, count) in counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count != meant)
        {
            if differences[at].other == differences[at].column {
                differences[at].other = stated[other].0;
            }
            let own = counted[at].get(value);
            for statement in own.into_iter().flatten().skip(meant) {
                differences[at]
                    .extra
                    .push((value.clone(), (*statement).clone()));
            }
            let statements = counted[other].get(value).into_iter().flatten();
            for statement in statements.take(meant).skip(*count) {
                differences[at].missing.push((
                    value.clone(),
                    stated[other].0,
                    (*statement).clone(),
                ));
            }
        }
    }
    differences.retain(|d| !d.extra.is_empty() || !d.missing.is_empty());
    differences
}

/// What most of the counts are; where none has a majority, the first.
fn most(counts: &[usize]) -> usize {
    let first = counts.first().copied().unwrap_or_default();
    let votes = |count: usize| counts.iter().filter(|other| **other == count).count();
    let mut best = (votes(first), first);
    for count in counts {
        if votes(*count) > best.0 {
            best = (votes(*count), *count);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::{Difference, compare};

    fn differences(texts: &[&[u8]]) -> Vec<Difference<u8, usize>> {
        let stated: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(column, values)| {
                let values = values.iter().enumerate();
                (column, values.map(|(at, value)| (*value, at)).collect())
            })
            .collect();
        compare(&stated)
    }

    #[test]
    fn order_says_nothing() {
        assert_eq!(differences(&[&[3, 5, 5], &[5, 3, 5], &[5, 5, 3]]), []);
    }

    #[test]
    fn of_three_texts_the_one_that_stands_alone_differs() {
        let expected = Difference {
            column: 0,
            other: 1,
            extra: vec![(4, 1)],
            missing: vec![(3, 1, 0)],
        };
        assert_eq!(differences(&[&[5, 4], &[3, 5], &[5, 3]]), [expected]);
    }

    #[test]
    fn of_two_texts_the_second_differs() {
        let expected = Difference {
            column: 1,
            other: 0,
            extra: vec![(4, 0)],
            missing: vec![(3, 0, 0)],
        };
        assert_eq!(differences(&[&[3], &[4]]), [expected]);
    }

    #[test]
    fn what_is_stated_once_too_often_differs() {
        let expected = Difference {
            column: 2,
            other: 0,
            extra: vec![(3, 1)],
            missing: vec![],
        };
        assert_eq!(differences(&[&[3], &[3], &[3, 3]]), [expected]);
    }

    #[test]
    fn each_value_is_shown_where_it_is_stated_as_often_as_is_meant() {
        let expected = Difference {
            column: 3,
            other: 0,
            extra: vec![],
            missing: vec![(3, 0, 0), (4, 1, 1)],
        };
        let texts: &[&[u8]] = &[&[3, 4, 4], &[3, 4], &[3, 4], &[]];
        let found = differences(texts);
        assert_eq!(found.get(1), Some(&expected));
        assert_eq!(found.first().map(|d| (d.column, d.other)), Some((0, 1)));
    }
}
