//! The trie of words that names and cues are, with its edges in one table.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A node; 0 is the root.
pub(crate) type Node = u32;

/// What ends at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accept {
    /// A name, by its number.
    Name(u32),
    /// A cue, by its number.
    Cue(u32),
}

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

/// While names are put in.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    edges: HashMap<u64, Node, BuildHasherDefault<KeyHasher>>,
    accepts: Vec<(Node, Accept)>,
    nodes: u32,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        Self { edges: HashMap::default(), accepts: Vec::new(), nodes: 1 }
    }
}

impl TrieBuilder {
    /// Adds a sequence of words, each with whether a blank stands before it (the first one's does not count).
    pub(crate) fn insert(&mut self, words: &[(u32, bool)], accept: Accept) {
        let mut node = 0;
        for (at, &(word, blank)) in words.iter().enumerate() {
            let key = key(node, word, blank && at > 0);
            let next = *self.edges.entry(key).or_insert_with(|| {
                self.nodes += 1;
                self.nodes - 1
            });
            node = next;
        }
        self.accepts.push((node, accept));
    }

    /// `words` is the size of the vocabulary.
    pub(crate) fn build(mut self, words: usize) -> Trie {
        // The order in which names were put in, inside each node.
        self.accepts.sort_by_key(|(node, _)| *node);
        let mut spans = vec![(0, 0); self.nodes as usize];
        let mut accepts = Vec::with_capacity(self.accepts.len());
        for (node, accept) in self.accepts {
            let span: &mut (u32, u32) = &mut spans[node as usize];
            if span.1 == 0 {
                span.0 = accepts.len() as u32;
            }
            span.1 += 1;
            accepts.push(accept);
        }
        let mut edges: Vec<(u64, Node)> = self.edges.into_iter().collect();
        edges.sort_unstable();
        let size = (edges.len() * 2).next_power_of_two().max(2);
        let mut table = vec![(0, 0); size];
        let mut roots = vec![0; words];
        let mut inner = vec![false; self.nodes as usize];
        for (key, next) in edges {
            let from = (key >> 33) as usize;
            inner[from] = true;
            if from == 0 {
                roots[(key >> 1 & u64::from(u32::MAX)) as usize] = next;
                continue;
            }
            let mut at = slot(key, size);
            while table[at].1 != 0 {
                at = (at + 1) & (size - 1);
            }
            table[at] = (key, next);
        }
        Trie { table, roots, spans, accepts, inner }
    }
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
#[derive(Clone, Debug)]
pub(crate) struct Trie {
    table: Vec<(u64, Node)>,
    /// Where each word leads from the root.
    roots: Vec<Node>,
    /// First accept of each node and their number.
    spans: Vec<(u32, u32)>,
    accepts: Vec<Accept>,
    /// Whether a node has edges.
    inner: Vec<bool>,
}

impl Trie {
    #[inline]
    pub(crate) fn at_root(&self, word: u32) -> Option<Node> {
        self.roots.get(word as usize).copied().filter(|&node| node != 0)
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

    #[inline]
    pub(crate) fn has_edges(&self, node: Node) -> bool {
        self.inner[node as usize]
    }

    #[inline]
    pub(crate) fn accepts(&self, node: Node) -> &[Accept] {
        let (first, count) = self.spans[node as usize];
        &self.accepts[first as usize..(first + count) as usize]
    }
}
