//! The trie of phrases, in which each edge stands for one word. It consists of a table of the first words of phrases, and of nodes that list the words that can
//! follow.

use crate::nodes::{self, Nodes, edge};
use crate::table::{Node, Slots, Target, Word, next_bits};
use crate::vocabulary::Vocabulary;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes the keys of edges with one multiplication.
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

/// The trie to which phrases are added.
#[derive(Clone, Debug)]
pub(crate) struct TrieBuilder {
    /// The node to which each edge leads. The key of an edge combines the number of the node at which the edge begins (31 bits), the id of the word (32 bits),
    /// and a flag for a space before the word (1 bit).
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
    /// Adds a phrase with a value. The phrase is a sequence of words. Each word is given by its id in the vocabulary, and by a flag that tells whether there is
    /// a space before the word. The flag of the first word is ignored.
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

    /// Returns an upper bound on the size of the node array of the built trie, in 32-bit numbers.
    pub(crate) fn len(&self) -> usize {
        // Ten numbers are enough for each node: the slot of the edge that leads to it, a share of the free slots, the number of its slots and the number of its
        // values. The values are counted separately.
        10 * self.nodes as usize + self.values.len()
    }

    /// Builds the trie. Words that end with `star` are stems.
    pub(crate) fn build(&self, words: &Vocabulary, star: &str) -> Trie {
        let mut hashes = vec![(Word { key: 0, check: 0 }, 0); words.len()];
        for (word, number) in words.iter() {
            let many = word.strip_suffix(star).is_some_and(|stem| !stem.is_empty());
            let hash = Word::of(word.as_bytes());
            hashes[number as usize] = (hash, next_bits(if many { 0 } else { hash.key }));
        }
        // The edges are sorted. The same phrases therefore always yield the same tables.
        let mut edges: Vec<(u64, Node)> = self.edges.iter().map(|(key, node)| (*key, *node)).collect();
        edges.sort_unstable();
        let mut next = vec![0; self.nodes as usize];
        for (key, _) in &edges {
            next[from(*key) as usize] |= hashes[word_of(*key)].1;
        }
        let mut values = self.values.clone();
        // A stable sort keeps the order of insertion within each node.
        values.sort_by_key(|(node, _)| *node);
        let values_at = starts(self.nodes, values.iter().map(|(node, _)| *node));
        let edges_at = starts(self.nodes, edges.iter().map(|(key, _)| from(*key)));
        let values: Vec<u32> = values.into_iter().map(|(_, value)| value).collect();
        let of = |node: Node| &values[values_at[node as usize]..values_at[node as usize + 1]];
        let behind = |node: Node| &edges[edges_at[node as usize]..edges_at[node as usize + 1]];
        // The nodes are stored in depth-first order, so the nodes of one phrase are close together.
        let mut numbers: Vec<Node> = vec![0; self.nodes as usize];
        let mut order = Vec::with_capacity(self.nodes as usize);
        let mut left: Vec<Node> = vec![0];
        let mut length = 1;
        while let Some(node) = left.pop() {
            if node != 0 {
                numbers[node as usize] = length as Node;
                length += nodes::length(of(node).len(), behind(node).len());
                order.push(node);
            }
            left.extend(behind(node).iter().rev().map(|(_, next)| *next));
        }
        let target = |node: Node| Target::new(numbers[node as usize], !of(node).is_empty(), next[node as usize]);
        let mut all = Nodes::with_room(length);
        for node in order {
            debug_assert_eq!(all.next_number(), numbers[node as usize], "nodes are placed in the order in which they were numbered");
            let words = behind(node).iter();
            let words: Vec<_> = words.map(|(key, to)| (edge(hashes[word_of(*key)].0, key & 1 == 1), target(*to))).collect();
            all.push(of(node), &words);
        }
        let mut roots = Slots::with_room(behind(0).len());
        for (key, to) in behind(0) {
            roots.put(hashes[word_of(*key)].0, target(*to));
        }
        Trie { roots, nodes: all }
    }
}

/// Returns the node at which an edge begins.
const fn from(key: u64) -> Node {
    (key >> 33) as Node
}

/// Returns, for each node, the index of its first row. `nodes` is the number of nodes, and `of_rows` yields the node of each row, in ascending order. The
/// result has one more element at the end: the total number of rows.
fn starts(nodes: u32, of_rows: impl Iterator<Item = Node>) -> Vec<usize> {
    let mut starts = vec![0; nodes as usize + 1];
    of_rows.for_each(|node| starts[node as usize + 1] += 1);
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

const fn word_of(key: u64) -> usize {
    (key >> 1) as u32 as usize
}

/// The finished trie.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Trie {
    roots: Slots,
    nodes: Nodes,
}

impl Trie {
    /// Returns the target of the edge from the root for a word; `None` if no phrase begins with the word. The word is given by its two hashes: `key` is its
    /// key, and the function `check` returns its check (see [`chancery_text::key`]).
    #[inline]
    pub(crate) fn at_root(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        self.roots.find(key, check)
    }

    /// Returns the target of the edge from the node `from` for a word; `None` if no phrase continues with this word. `blank` tells whether there is a space
    /// before the word. The word is given by its two hashes: `key` is its key, and the function `check` returns its check (see [`chancery_text::key`]).
    #[inline]
    pub(crate) fn next(&self, from: Target, key: u32, blank: bool, check: impl Fn() -> u32) -> Option<Target> {
        self.nodes.next(from, key, blank, check)
    }

    /// Returns the values of the phrases that end at `node`. At least one phrase must end there.
    #[inline]
    pub(crate) fn values(&self, node: Node) -> &[u32] {
        self.nodes.values(node)
    }
}
