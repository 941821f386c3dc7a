//! Words and where they lead to.

use chancery_text::key::{word_check, word_key};

/// A node of the trie; 0 is the root.
pub(crate) type Node = u32;

/// A word by the two halves of its hash.
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

/// Set in the number of a node that is the end of a phrase.
const VALUED: u32 = 1 << 31;

/// Where a word leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    node: u32,
    /// A bit for each word that goes on from it, which spares most look-ups of other words; 0 if none does.
    next: u32,
}

/// The bits of the words that may have this key; all bits for 0, which is not a key.
#[inline]
pub(crate) const fn next_bits(key: u32) -> u32 {
    if key == 0 { u32::MAX } else { 1 << (key >> 9 & 31) }
}

impl Target {
    pub(crate) const fn new(node: Node, end: bool, next: u32) -> Self {
        Self { node: if end { node | VALUED } else { node }, next }
    }

    /// Whether a word with this key (0: unknown) may go on. A yes may be wrong, a no never is.
    #[inline]
    pub(crate) const fn may_go_on(self, key: u32) -> bool {
        self.next & next_bits(key) != 0
    }

    /// Whether any word goes on.
    #[inline]
    pub(crate) const fn has_edges(self) -> bool {
        self.next != 0
    }

    /// Whether a phrase ends here.
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

/// Words and where they lead to, in one array. Up to [`FEW`] words stand in the order in which they were added; more are hashed by their keys (open addressing with linear
/// probing, five eighths full).
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "crate::bytes::Bytes", into = "crate::bytes::Bytes")
)]
pub(crate) struct Slots {
    /// Key, check, node and next of each. Free where the node is 0, since nothing leads to the root.
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
    // The key as a part of the whole (Lemire, Fast random integer generation in an interval, 2019).
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

    /// The numbers of all slots.
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

    /// Where a word leads to. `check` is called only if the key is found.
    #[inline]
    pub(crate) fn find(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        find(&self.all, key, check)
    }
}

/// Where a word leads to. `check` is called only if the key is found.
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
