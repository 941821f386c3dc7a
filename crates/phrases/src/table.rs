//! Hashed words, and the trie nodes to which they lead.

use chancery_text::key::{word_check, word_key};

/// The number of a trie node. The root has the number 0.
pub(crate) type Node = u32;

/// A word, represented by the two halves of its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Word {
    pub(crate) key: u32,
    pub(crate) check: u32,
}

impl Word {
    /// Hashes a folded word.
    pub(crate) fn of(word: &[u8]) -> Self {
        Self { key: word_key(word), check: word_check(word) }
    }
}

/// A flag in the number of a node. It is set if a phrase ends at the node.
const VALUED: u32 = 1 << 31;

/// The trie node to which a word leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    node: u32,
    /// A bit set of the words that can follow the node; 0 if no word can follow. Several words may share a bit. Most words that cannot follow are excluded by
    /// this bit set, without a lookup.
    next: u32,
}

/// Returns the bit that represents words with this key in the bit set of a [`Target`]. Returns all bits for the key 0, which represents an unknown word.
#[inline]
pub(crate) const fn next_bits(key: u32) -> u32 {
    if key == 0 { u32::MAX } else { 1 << (key >> 9 & 31) }
}

impl Target {
    pub(crate) const fn new(node: Node, end: bool, next: u32) -> Self {
        Self { node: if end { node | VALUED } else { node }, next }
    }

    /// Quickly checks whether a word with this key can follow the node. If the result is `false`, no such word follows. If the result is `true`, a lookup is
    /// needed. For the key 0, which represents an unknown word, the result is `true` if any word follows the node.
    #[inline]
    pub(crate) const fn may_go_on(self, key: u32) -> bool {
        self.next & next_bits(key) != 0
    }

    /// Returns `true` if any word follows the node.
    #[inline]
    pub(crate) const fn has_edges(self) -> bool {
        self.next != 0
    }

    /// Returns `true` if a phrase ends at the node.
    #[inline]
    pub(crate) const fn is_end(self) -> bool {
        self.node & VALUED != 0
    }

    /// The number of the node.
    #[inline]
    pub(crate) const fn node(self) -> Node {
        self.node & !VALUED
    }
}

/// A map from words to targets, stored in an array of slots. Up to [`FEW`] words are stored in the order in which they were added. If there are more words, the
/// array is a hash table with open addressing and linear probing, of which at most five eighths are filled.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "crate::bytes::Bytes", into = "crate::bytes::Bytes")
)]
pub(crate) struct Slots {
    /// For each slot: the key and check of the word, the node, and the bit set of the words that follow the node. A slot is free if its node is 0, the number
    /// of the root, because no word leads to the root.
    all: Vec<[u32; 4]>,
}

/// The largest number of words that are searched one by one.
const FEW: usize = 6;

/// Returns the number of slots that are needed for `words` words.
pub(crate) const fn slots_for(words: usize) -> usize {
    if words <= FEW { words } else { words * 8 / 5 + 2 }
}

#[inline]
fn home(key: u32, slots: usize) -> usize {
    if slots <= FEW {
        return 0;
    }
    // Scales the key to the number of slots (Lemire, Fast random integer generation in an interval, 2019).
    ((u64::from(key) * slots as u64) >> 32) as usize
}

impl Slots {
    pub(crate) fn with_room(words: usize) -> Self {
        Self { all: vec![[0; 4]; slots_for(words)] }
    }

    /// Returns the number of slots, including free slots.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Iterates over the four numbers of each slot, one slot after the other.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.all.iter().flatten().copied()
    }

    /// Adds a word that is not yet in the map. There must be a free slot.
    pub(crate) fn put(&mut self, word: Word, target: Target) {
        let mut at = home(word.key, self.all.len());
        while self.all[at][2] != 0 {
            at = if at + 1 < self.all.len() { at + 1 } else { 0 };
        }
        self.all[at] = [word.key, word.check, target.node, target.next];
    }

    /// Returns the target of the word whose hash begins with `key`; `None` if the map does not contain the word. `check` returns the second half of the hash,
    /// and is called only if `key` is found.
    #[inline]
    pub(crate) fn find(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        find(&self.all, key, check)
    }
}

/// Returns the target of the word whose hash begins with `key`; `None` if `slots` does not contain the word. `check` returns the second half of the hash, and
/// is called only if `key` is found.
#[inline]
pub(crate) fn find(slots: &[[u32; 4]], key: u32, check: impl Fn() -> u32) -> Option<Target> {
    let (before, from) = slots.split_at_checked(home(key, slots.len()))?;
    for &[known, other, node, next] in from.iter().chain(before) {
        if known == key && node != 0 && other == check() {
            return Some(Target { node, next });
        }
        if node == 0 {
            return None;
        }
    }
    None
}

#[cfg(feature = "serde")]
impl From<Slots> for crate::bytes::Bytes {
    fn from(slots: Slots) -> Self {
        Self::of(slots.all.into_iter().filter(|[_, _, node, _]| *node != 0).flatten())
    }
}

#[cfg(feature = "serde")]
impl From<crate::bytes::Bytes> for Slots {
    fn from(bytes: crate::bytes::Bytes) -> Self {
        let numbers: Vec<u32> = bytes.numbers().collect();
        let (rows, _) = numbers.as_chunks::<4>();
        let mut slots = Self::with_room(rows.len());
        for &[key, check, node, next] in rows {
            slots.put(Word { key, check }, Target { node, next });
        }
        slots
    }
}
