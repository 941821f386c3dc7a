//! The trie of words that phrases are, with its edges in one table.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A node; 0 is the root.
pub(crate) type Node = u32;

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
            let key = key(node, word, blank && at > 0);
            let next = *self.edges.entry(key).or_insert_with(|| {
                self.nodes += 1;
                self.nodes - 1
            });
            node = next;
        }
        self.values.push((node, value));
    }

    /// The finished trie, and for each word its new number: words that begin phrases come first, and each leads from the root to the
    /// node of its own number plus 1, so that no table is needed to get there. `keys` are the keys of the words, 0 for those that stand for many.
    pub(crate) fn build(self, keys: &[u32]) -> (Trie, Vec<u32>) {
        let words = keys.len();
        let mut edges: Vec<(u64, Node)> = self.edges.into_iter().collect();
        edges.sort_unstable();
        // Sorted by node, so those that leave the root stand first, by word.
        let roots = edges.partition_point(|(key, _)| key >> 33 == 0);
        let mut new_words = vec![u32::MAX; words];
        let mut new_nodes = vec![u32::MAX; self.nodes as usize];
        new_nodes[0] = 0;
        for (number, (key, node)) in edges[..roots].iter().enumerate() {
            new_words[word_of(*key) as usize] = number as u32;
            new_nodes[*node as usize] = number as u32 + 1;
        }
        for (new, left) in [(&mut new_words, roots), (&mut new_nodes, roots + 1)] {
            let free = new.iter_mut().filter(|number| **number == u32::MAX);
            free.zip(left as u32..).for_each(|(number, next)| *number = next);
        }
        let inner = &mut edges[roots..];
        let size = (inner.len() * 2).next_power_of_two().max(2);
        let mut table = vec![(0, 0); size];
        let mut nodes = vec![NodeRow::default(); self.nodes as usize + 1];
        for (old, next) in inner {
            let from = new_nodes[(*old >> 33) as usize];
            nodes[from as usize].next |= next_bits(keys[word_of(*old) as usize]);
            let key = key(from, new_words[word_of(*old) as usize], *old & 1 == 1);
            let mut at = slot(key, size);
            while table[at].1 != 0 {
                at = (at + 1) & (size - 1);
            }
            table[at] = (key, new_nodes[*next as usize]);
        }
        let mut placed: Vec<(Node, u32)> = self.values.iter().map(|&(node, value)| (new_nodes[node as usize], value)).collect();
        // Stable: the order in which phrases were put in, inside each node.
        placed.sort_by_key(|(node, _)| *node);
        let mut values = Vec::with_capacity(placed.len());
        let mut done = 0;
        for (node, value) in placed {
            for row in &mut nodes[done..=node as usize] {
                row.first = values.len() as u32;
            }
            done = node as usize + 1;
            values.push(value);
        }
        for row in &mut nodes[done..] {
            row.first = values.len() as u32;
        }
        (Trie { table, roots: roots as u32, nodes, values }, new_words)
    }
}

const fn word_of(key: u64) -> u32 {
    (key >> 1) as u32
}

/// Node, word and blank in one number: 31, 32 and 1 bits.
#[inline]
const fn key(node: Node, word: u32, blank: bool) -> u64 {
    (node as u64) << 33 | (word as u64) << 1 | blank as u64
}

#[inline]
const fn slot(key: u64, size: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (size - 1)
}

/// The finished trie. A target of 0 means no edge, since nothing leads to the root.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Trie {
    table: Vec<(u64, Node)>,
    /// How many words begin phrases: those with the lowest numbers.
    roots: u32,
    /// One row more than there are nodes.
    nodes: Vec<NodeRow>,
    values: Vec<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct NodeRow {
    /// Its first value; its last is before the next row's first.
    first: u32,
    /// A bit for each word that goes on from it, so that most look-ups of words that do not are spared; 0: none does.
    next: u32,
}

/// The bits of the words that may have this key: all for 0, which is no key.
#[inline]
const fn next_bits(key: u32) -> u32 {
    if key == 0 { u32::MAX } else { 1 << (key >> 9 & 31) }
}

impl Trie {
    #[inline]
    pub(crate) fn at_root(&self, word: u32) -> Option<Node> {
        (word < self.roots).then_some(word + 1)
    }

    #[inline]
    pub(crate) fn next(&self, node: Node, word: u32, blank: bool) -> Option<Node> {
        let key = key(node, word, blank);
        let mut at = slot(key, self.table.len());
        loop {
            let (here, next) = self.table[at];
            if next == 0 {
                return None;
            }
            if here == key {
                return Some(next);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    /// Whether a word of this key (0: not known) may go on from a node. It may say yes wrongly, never no.
    #[inline]
    pub(crate) fn may_go_on(&self, node: Node, key: u32) -> bool {
        self.nodes[node as usize].next & next_bits(key) != 0
    }

    /// Whether any word goes on from a node.
    #[inline]
    pub(crate) fn has_edges(&self, node: Node) -> bool {
        self.nodes[node as usize].next != 0
    }

    #[inline]
    pub(crate) fn values(&self, node: Node) -> &[u32] {
        match self.nodes.get(node as usize..) {
            Some([row, next, ..]) => self.values.get(row.first as usize..next.first as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}
