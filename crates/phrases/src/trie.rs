//! The trie of words that phrases are: a table of the words that begin phrases, and one of the words that go on from each node.

use crate::table::{Node, Table, Target, Word, next_bits};
use crate::vocabulary::Vocabulary;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes keys of edges: one multiplication.
#[derive(Clone, Copy, Debug, Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// While phrases are put in.
#[derive(Clone, Debug)]
pub(crate) struct TrieBuilder {
    /// By node, word and blank: 31, 32 and 1 bits.
    edges: HashMap<u64, Node, BuildHasherDefault<KeyHasher>>,
    values: Vec<(Node, u32)>,
    nodes: u32,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        Self { edges: HashMap::default(), values: Vec::new(), nodes: 1 }
    }
}

impl TrieBuilder {
    /// Adds a sequence of words, each with whether a blank stands before it (the first one's does not count).
    pub(crate) fn insert(&mut self, words: &[(u32, bool)], value: u32) {
        let mut node = 0;
        for (at, &(word, blank)) in words.iter().enumerate() {
            let key = u64::from(node) << 33 | u64::from(word) << 1 | u64::from(blank && at > 0);
            let next = *self.edges.entry(key).or_insert_with(|| {
                self.nodes += 1;
                self.nodes - 1
            });
            node = next;
        }
        self.values.push((node, value));
    }

    /// How many numbers nodes need: one for each value, and one for each node without values at most.
    pub(crate) const fn len(&self) -> usize {
        self.nodes as usize + self.values.len()
    }

    /// The finished trie. Words that end with `star` stand for many.
    pub(crate) fn build(self, words: &Vocabulary, star: &str) -> Trie {
        let mut hashes = vec![(Word { key: 0, check: 0 }, 0); words.len()];
        for (word, number) in words.iter() {
            let many = word.strip_suffix(star).is_some_and(|stem| !stem.is_empty());
            let hash = Word::of(word.as_bytes());
            hashes[number as usize] = (hash, next_bits(if many { 0 } else { hash.key }));
        }
        // In an order of their own, so that the same phrases make the same tables.
        let mut edges: Vec<(u64, Node)> = self.edges.into_iter().collect();
        edges.sort_unstable();
        let mut next = vec![0; self.nodes as usize];
        for (key, _) in &edges {
            next[(key >> 33) as usize] |= hashes[word_of(*key)].1;
        }
        let mut placed = self.values;
        // Stable: the order in which phrases were put in, inside each node.
        placed.sort_by_key(|(node, _)| *node);
        let mut values = Values::default();
        // A node with values is numbered by the place of its first; the others come behind.
        let mut numbers: Vec<Node> = vec![0; self.nodes as usize];
        for values_of in placed.chunk_by(|a, b| a.0 == b.0) {
            numbers[values_of[0].0 as usize] = values.push(values_of.iter().map(|(_, value)| *value));
        }
        let valued = |number: Node| number as usize <= placed.len();
        let mut behind = placed.len() as Node;
        for number in numbers.iter_mut().skip(1).filter(|number| **number == 0) {
            behind += 1;
            *number = behind;
        }
        let roots = edges.partition_point(|(key, _)| key >> 33 == 0);
        let (mut root_table, mut inner) = (Table::with_room(roots), Table::with_room(edges.len() - roots));
        for (at, (key, node)) in edges.iter().enumerate() {
            let (word, number) = (hashes[word_of(*key)].0, numbers[*node as usize]);
            let target = Target::new(number, valued(number), next[*node as usize]);
            if at < roots {
                root_table.put(word, target);
            } else {
                inner.put(edge(numbers[(key >> 33) as usize], word, key & 1 == 1), target);
            }
        }
        Trie { roots: root_table, inner, values }
    }
}

/// Values of nodes, those of one node behind one another: a node's number is the place of its first, from 1.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Values {
    all: Vec<u32>,
    /// A bit for each, set for the last of a node.
    last: Vec<u64>,
}

impl Values {
    /// Adds the values of a node, one at least; its number.
    fn push(&mut self, values: impl Iterator<Item = u32>) -> Node {
        let first = self.all.len() as Node + 1;
        self.all.extend(values);
        self.last.resize(self.all.len().div_ceil(64), 0);
        if let Some(at) = self.all.len().checked_sub(1) {
            self.last[at / 64] |= 1 << (at % 64);
        }
        first
    }

    #[inline]
    fn of(&self, node: Node) -> &[u32] {
        let Some(first) = (node as usize).checked_sub(1) else { return &[] };
        let last = |at: usize| self.last.get(at / 64).is_none_or(|word| word >> (at % 64) & 1 == 1);
        let end = (first..self.all.len()).find(|&at| last(at)).map_or(first, |at| at + 1);
        self.all.get(first..end).unwrap_or_default()
    }
}

const fn word_of(key: u64) -> usize {
    (key >> 1) as u32 as usize
}

/// The two halves of the hash of a word that goes on from a node.
#[inline]
const fn edge(from: Node, word: Word, blank: bool) -> Word {
    let from = from << 1 | blank as u32;
    Word { key: word.key ^ from.wrapping_mul(0x9E37_79B1), check: word.check ^ from.wrapping_mul(0x85EB_CA6B).rotate_left(15) }
}

/// The finished trie.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Trie {
    roots: Table,
    inner: Table,
    values: Values,
}

impl Trie {
    /// Where a word leads to from the root; `check` tells its other half.
    #[inline]
    pub(crate) fn at_root(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        self.roots.find(key, check)
    }

    /// Where a word leads to from a node.
    #[inline]
    pub(crate) fn next(&self, from: Target, key: u32, blank: bool, check: impl Fn() -> u32) -> Option<Target> {
        let place = |check| edge(from.node(), Word { key, check }, blank);
        self.inner.find(place(0).key, || place(check()).check)
    }

    /// The numbers of the phrases that end at a node.
    #[inline]
    pub(crate) fn values(&self, node: Node) -> &[u32] {
        self.values.of(node)
    }
}
