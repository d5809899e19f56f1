//! Looking for bytes that are rare.

/// So many bytes are looked at together: in a few steps of the machine, where what is looked for is told
/// without branches.
const CHUNK: usize = 32;

/// The place of the first byte of a kind.
#[inline]
pub(super) fn first(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let free = |chunk: &&[u8]| !chunk.iter().fold(false, |any, byte| any | is(*byte));
    let passed = bytes.chunks_exact(CHUNK).take_while(free).count() * CHUNK;
    let rest = bytes.get(passed..)?;
    Some(passed + rest.iter().position(|byte| is(*byte))?)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        for length in [0, 1, 31, 32, 33, 100] {
            let bytes = vec![b'a'; length];
            assert_eq!(first(&bytes, |byte| byte == b'*'), None);
            for at in 0..length {
                let mut bytes = bytes.clone();
                bytes[at..].fill(b'*');
                assert_eq!(first(&bytes, |byte| byte == b'*'), Some(at), "{length}");
            }
        }
    }
}
