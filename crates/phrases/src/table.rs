//! Hashed words, and the trie nodes that they lead to.

use chancery_text::key::{word_check, word_key};

/// A node of the trie; 0 is the root.
pub(crate) type Node = u32;

/// A word, represented by the two halves of its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Word {
    pub(crate) key: u32,
    pub(crate) check: u32,
}

impl Word {
    /// The hash of a folded word.
    pub(crate) fn of(word: &[u8]) -> Self {
        Self { key: word_key(word), check: word_check(word) }
    }
}

/// A flag in the number of a node: a phrase ends at the node.
const VALUED: u32 = 1 << 31;

/// The node that a word leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    node: u32,
    /// A bit set of the words that follow the node, which avoids most look-ups of other words; 0 if no word follows.
    next: u32,
}

/// The bit that represents words with this key in a bit set of words. For the key 0, which is not the key of a word, all bits.
#[inline]
pub(crate) const fn next_bits(key: u32) -> u32 {
    if key == 0 { u32::MAX } else { 1 << (key >> 9 & 31) }
}

impl Target {
    pub(crate) const fn new(node: Node, end: bool, next: u32) -> Self {
        Self { node: if end { node | VALUED } else { node }, next }
    }

    /// Returns false only if no word with this key follows the node. If the key is 0, the word is unknown, and any word counts.
    #[inline]
    pub(crate) const fn may_go_on(self, key: u32) -> bool {
        self.next & next_bits(key) != 0
    }

    /// Returns true if any word follows the node.
    #[inline]
    pub(crate) const fn has_edges(self) -> bool {
        self.next != 0
    }

    /// Returns true if a phrase ends at the node.
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

/// A map from words to targets, in one array. Up to [`FEW`] words are stored in the order in which they were added. More words are stored in a hash table by their keys
/// (open addressing with linear probing, five eighths full).
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "crate::bytes::Bytes", into = "crate::bytes::Bytes")
)]
pub(crate) struct Slots {
    /// The key, check, node and set of following words of each slot. A slot is free if its node is 0, because no word leads to the root.
    all: Vec<[u32; 4]>,
}

/// Up to this number, words are searched one by one.
const FEW: usize = 6;

/// The number of slots for a number of words.
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

    /// The number of slots, including free ones.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The four numbers of each slot, one after the other.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.all.iter().flatten().copied()
    }

    /// Adds a new word; there must be room.
    pub(crate) fn put(&mut self, word: Word, target: Target) {
        let mut at = home(word.key, self.all.len());
        while self.all[at][2] != 0 {
            at = if at + 1 < self.all.len() { at + 1 } else { 0 };
        }
        self.all[at] = [word.key, word.check, target.node, target.next];
    }

    /// The target of a word; `None` if there is no such word. `check` returns the second half of the word's hash, and is called only if the key is found.
    #[inline]
    pub(crate) fn find(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        find(&self.all, key, check)
    }
}

/// The target of a word; `None` if there is no such word. `check` returns the second half of the word's hash, and is called only if the key is found.
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
