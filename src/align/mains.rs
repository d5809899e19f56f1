use std::collections::BTreeMap;

use super::Unit;
use super::editions::Half;
use super::matching::Matching;
use super::parts::Parts;

/// Of the units that became one, and of those that one became, says which is the main one: that of
/// the same name, else of the same number, else the first. How many words each brought along says
/// little, and would say something else in each language.
pub(super) fn settle_mains(
    old: &Half<'_, '_>,
    new: &Half<'_, '_>,
    matching: &mut Matching,
    parts: &mut Parts,
) {
    let (olds, news) = (&old.units, &new.units);
    let mains = &mut matching.new;
    settle(
        news,
        olds,
        &mut parts.merged_from,
        &mut parts.merged,
        mains,
        &mut matching.old,
    );
    let mains = &mut matching.old;
    settle(
        olds,
        news,
        &mut parts.split_into,
        &mut parts.split,
        mains,
        &mut matching.new,
    );
}

/// `by_whole` has the parts of each whole but the main one, `wholes` the whole of each part; `mains`
/// are the main parts of wholes, `back` the wholes of main parts.
fn settle(
    whole_units: &[&Unit<'_>],
    part_units: &[&Unit<'_>],
    by_whole: &mut BTreeMap<usize, Vec<usize>>,
    wholes: &mut BTreeMap<usize, usize>,
    mains: &mut [Option<usize>],
    back: &mut [Option<usize>],
) {
    for (&whole, others) in by_whole.iter_mut() {
        let Some(main) = mains.get(whole).copied().flatten() else {
            continue;
        };
        let Some(unit) = whole_units.get(whole) else {
            continue;
        };
        let named = |part: usize| {
            let part = part_units.get(part);
            part.is_some_and(|part| part.name.is_some() && part.name == unit.name)
        };
        let numbered = |part: usize| {
            let part = part_units.get(part);
            part.is_some_and(|part| (part.division, part.kind) == (unit.division, unit.kind))
        };
        let parts = || others.iter().copied().chain([main]);
        let rightful = parts().find(|part| named(*part));
        let rightful = rightful.or_else(|| parts().find(|part| numbered(*part)));
        let Some(rightful) = rightful
            .or_else(|| parts().min())
            .filter(|own| *own != main)
        else {
            continue;
        };
        others.retain(|part| *part != rightful);
        others.push(main);
        others.sort_unstable();
        wholes.remove(&rightful);
        wholes.insert(main, whole);
        if let Some(own) = mains.get_mut(whole) {
            *own = Some(rightful);
        }
        if let Some(own) = back.get_mut(main) {
            *own = None;
        }
        if let Some(own) = back.get_mut(rightful) {
            *own = Some(whole);
        }
    }
}
