use std::collections::BTreeMap;

/// Numbers for words, so that they are compared at once.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// The words by their hashes, which are compared faster than words are.
    known: BTreeMap<u64, BTreeMap<String, u32>>,
    count: u32,
}

impl Vocabulary {
    /// The number of a word; a new one for a word that was not met before.
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        let alike = self.known.entry(hash(word)).or_default();
        if let Some(number) = alike.get(word) {
            return *number;
        }
        let number = self.count;
        self.count = number.saturating_add(1);
        alike.insert(word.to_owned(), number);
        number
    }

    /// The words of a text, as they are compared for likeness.
    pub(crate) fn bag<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) -> Bag {
        Bag::of(words.into_iter().map(|word| self.number(word)).collect())
    }
}

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>): words are short.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The words of something, and what tells how alike two such are: the words, and each two that
/// follow upon one another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    /// The words in their order.
    pub(crate) words: Vec<u32>,
    features: Vec<u64>,
}

impl Bag {
    /// Words by their numbers.
    pub(crate) fn of(words: Vec<u32>) -> Self {
        let alone = words.iter().map(|&word| u64::from(word));
        let pairs = words.windows(2).map(|pair| match pair {
            [first, second] => (u64::from(*first) + 1) << 32 | u64::from(*second),
            _ => 0,
        });
        let mut features: Vec<u64> = alone.chain(pairs).collect();
        features.sort_unstable();
        Self { words, features }
    }

    /// How alike two are, in thousandths: 0 without a common word, 1000 for the same words in the
    /// same order.
    pub(crate) fn likeness(&self, other: &Self) -> usize {
        let all = self.features.len() + other.features.len();
        (2000 * common(&self.features, &other.features))
            .checked_div(all)
            .unwrap_or(0)
    }

    /// How much of this stands in the other, in thousandths.
    pub(crate) fn part_in(&self, other: &Self) -> usize {
        (1000 * common(&self.features, &other.features))
            .checked_div(self.features.len())
            .unwrap_or(0)
    }

    /// How much of this stands in the other, in thousandths, without what the third has of it.
    pub(crate) fn part_taken(&self, other: &Self, kept: &Self) -> usize {
        let mut left = Vec::new();
        let mut rest = kept.features.as_slice();
        for feature in &other.features {
            let smaller = rest.partition_point(|own| own < feature);
            rest = &rest[smaller..];
            match rest.split_first() {
                Some((first, after)) if first == feature => rest = after,
                _ => left.push(*feature),
            }
        }
        (1000 * common(&self.features, &left))
            .checked_div(self.features.len())
            .unwrap_or(0)
    }
}

/// How many features two sorted lists have in common.
fn common(left: &[u64], right: &[u64]) -> usize {
    let (mut a, mut b, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (left.get(a), right.get(b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                (a, b, count) = (a + 1, b + 1, count + 1);
            }
        }
    }
    count
}

/// What stands in more texts than this tells none of them from the others.
const COMMON: usize = 24;
/// So many rare features of a text are looked up.
const LOOKED_UP: usize = 32;
/// So many of those that share the most rare features are looked at closer.
const CANDIDATES: usize = 8;

/// Finds, among many texts, those that share rare words with another. Its cost does not grow with
/// how alike they are: what stands in many of them is passed over.
#[derive(Debug)]
pub(crate) struct Index {
    /// Each feature with the place of a text it stands in, sorted.
    postings: Vec<(u64, usize)>,
}

impl Index {
    /// An index of these texts, each with its place.
    pub(crate) fn of<'b>(bags: impl Iterator<Item = (usize, &'b Bag)>) -> Self {
        let mut postings: Vec<(u64, usize)> = bags
            .flat_map(|(at, bag)| bag.features.iter().map(move |feature| (*feature, at)))
            .collect();
        postings.sort_unstable();
        postings.dedup();
        Self { postings }
    }

    /// The places of the texts that share the most rare features with one.
    pub(crate) fn candidates(&self, bag: &Bag) -> Vec<usize> {
        let mut rare: Vec<(usize, usize)> = Vec::new();
        let mut features = bag.features.clone();
        features.dedup();
        for feature in features {
            let from = self.postings.partition_point(|(own, _)| *own < feature);
            let run = self.postings[from..].iter().take(COMMON + 1);
            let count = run.take_while(|(own, _)| *own == feature).count();
            if (1..=COMMON).contains(&count) {
                rare.push((count, from));
            }
        }
        rare.sort_unstable();
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for (count, from) in rare.into_iter().take(LOOKED_UP) {
            for (_, at) in &self.postings[from..from + count] {
                *votes.entry(*at).or_default() += 1000 / count;
            }
        }
        let mut best: Vec<(usize, usize)> = votes.into_iter().collect();
        best.sort_by_key(|(at, votes)| (std::cmp::Reverse(*votes), *at));
        best.truncate(CANDIDATES);
        best.into_iter().map(|(at, _)| at).collect()
    }
}
