use std::ops::Range;

/// The lines of a range of bytes, without their line ends.
pub(super) fn lines(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let Range { start, end } = range;
    let mut next = Some(start).filter(|&start| start < end);
    std::iter::from_fn(move || {
        let start = next?;
        let length = memchr::memchr(b'\n', &bytes[start..end]);
        let stop = length.map_or(end, |length| start + length);
        next = (stop + 1 < end).then_some(stop + 1);
        Some(start..stop)
    })
}
