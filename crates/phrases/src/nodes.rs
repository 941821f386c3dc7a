//! The nodes of the trie below its root.

use crate::table::{Node, Slots, Target, Word, slots_for};

/// All nodes, in one array of numbers. Each node comes before the nodes to which it leads. The nodes of one phrase are therefore close together, often in one
/// cache line. A node consists of these parts:
///
/// - if phrases end at the node: the number of their values, then the values;
/// - if words follow the node: the number of slots for these words, then the slots, four numbers each.
///
/// The number of a node is its index in the array. The [`Target`] that leads to a node, and not the node itself, records which of the two parts the node has.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "crate::bytes::Bytes", into = "crate::bytes::Bytes")
)]
pub(crate) struct Nodes {
    all: Vec<u32>,
}

/// Returns the size of a node in the array, for a node with `values` values and `words` following words.
pub(crate) fn length(values: usize, words: usize) -> usize {
    let part = |length: usize| if length == 0 { 0 } else { 1 + length };
    part(values) + part(4 * slots_for(words))
}

/// Returns the hash with which a word is stored in a node. The hash of a word after a space differs from the hash of the same word without a space before it.
#[inline]
pub(crate) const fn edge(word: Word, blank: bool) -> Word {
    let mark = blank as u32;
    Word { key: word.key ^ mark.wrapping_mul(0x9E37_79B1), check: word.check ^ mark.wrapping_mul(0x85EB_CA6B) }
}

impl Nodes {
    /// Creates an array with room for nodes that take `numbers` elements in total. The first element is not used, because node number 0 is the root, and the
    /// root is not stored in this array.
    pub(crate) fn with_room(numbers: usize) -> Self {
        let mut all = Vec::with_capacity(1 + numbers);
        all.push(0);
        Self { all }
    }

    /// Returns the number that the next added node will have.
    pub(crate) fn next_number(&self) -> Node {
        self.all.len() as Node
    }

    /// Adds a node. `values` are the values of the phrases that end at the node, and `edges` are the words that follow it, with their targets.
    pub(crate) fn push(&mut self, values: &[u32], edges: &[(Word, Target)]) {
        if !values.is_empty() {
            self.all.push(values.len() as u32);
            self.all.extend_from_slice(values);
        }
        if !edges.is_empty() {
            let mut slots = Slots::with_room(edges.len());
            edges.iter().for_each(|(word, target)| slots.put(*word, *target));
            self.all.push(slots.len() as u32);
            self.all.extend(slots.numbers());
        }
    }

    /// Returns the target to which the word with the key `key` leads from the node `from`; `None` if no phrase continues with this word. `blank` tells whether
    /// there is a space before the word. `check` returns the second half of the word's hash.
    #[inline]
    pub(crate) fn next(&self, from: Target, key: u32, blank: bool, check: impl Fn() -> u32) -> Option<Target> {
        let mut at = from.node() as usize;
        if from.is_end() {
            at += 1 + *self.all.get(at)? as usize;
        }
        let (slots, rest) = self.all.get(at..)?.split_first()?;
        let slots = rest.get(..4 * *slots as usize)?.as_chunks().0;
        let place = |check| edge(Word { key, check }, blank);
        crate::table::find(slots, place(0).key, || place(check()).check)
    }

    /// Returns the values of the phrases that end at `node`. At least one phrase must end there.
    #[inline]
    pub(crate) fn values(&self, node: Node) -> &[u32] {
        let from = self.all.get(node as usize..).unwrap_or_default();
        from.split_first().and_then(|(count, rest)| rest.get(..*count as usize)).unwrap_or_default()
    }
}

#[cfg(feature = "serde")]
impl From<Nodes> for crate::bytes::Bytes {
    fn from(nodes: Nodes) -> Self {
        Self::of(nodes.all)
    }
}

#[cfg(feature = "serde")]
impl From<crate::bytes::Bytes> for Nodes {
    fn from(bytes: crate::bytes::Bytes) -> Self {
        Self { all: bytes.numbers().collect() }
    }
}
