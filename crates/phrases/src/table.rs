//! The words that go on from a node, in one table.

use chancery_text::{word_check, word_key};

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
    /// Of a word in folded bytes.
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
    /// A bit for each word that goes on from it, so that most look-ups of words that do not are spared; 0: none does.
    next: u32,
}

/// The bits of the words that may have this key: all for 0, which is no key.
#[inline]
pub(crate) const fn next_bits(key: u32) -> u32 {
    if key == 0 { u32::MAX } else { 1 << (key >> 9 & 31) }
}

impl Target {
    pub(crate) const fn new(node: Node, end: bool, next: u32) -> Self {
        Self { node: if end { node | VALUED } else { node }, next }
    }

    /// Whether a word of this key (0: not known) may go on. It may say yes wrongly, never no.
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

/// Words and where they lead to: all that a step needs lies in one place. Open addressing with linear probing, five eighths full.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Packed", into = "Packed"))]
pub(crate) struct Table {
    /// Free where the target's node is 0, since nothing leads to the root.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u32,
    check: u32,
    target: Target,
}

impl Table {
    pub(crate) fn with_room(words: usize) -> Self {
        Self { slots: vec![Slot::default(); words * 8 / 5 + 2] }
    }

    #[inline]
    fn home(&self, key: u32) -> usize {
        // The key as a part of the whole (Lemire, Fast random integer generation in an interval, 2019).
        ((u64::from(key) * self.slots.len() as u64) >> 32) as usize
    }

    #[inline]
    fn behind(&self, at: usize) -> usize {
        if at + 1 < self.slots.len() { at + 1 } else { 0 }
    }

    pub(crate) fn put(&mut self, word: Word, target: Target) {
        let mut at = self.home(word.key);
        while self.slots[at].target.node != 0 {
            at = self.behind(at);
        }
        self.slots[at] = Slot { key: word.key, check: word.check, target };
    }

    /// `check` is asked for only where the key is there.
    #[inline]
    pub(crate) fn find(&self, key: u32, check: impl Fn() -> u32) -> Option<Target> {
        let mut at = self.home(key);
        loop {
            let slot = self.slots.get(at)?;
            if slot.target.node == 0 {
                return None;
            }
            if slot.key == key && slot.check == check() {
                return Some(slot.target);
            }
            at = self.behind(at);
        }
    }
}

/// The words of a table as plain bytes: key, check, node and next, four bytes each, the lowest first. Read many times faster than numbers one by one.
#[cfg(feature = "serde")]
struct Packed(Vec<u8>);

#[cfg(feature = "serde")]
impl From<Table> for Packed {
    fn from(table: Table) -> Self {
        let used = table.slots.iter().filter(|slot| slot.target.node != 0);
        Self(used.flat_map(|slot| [slot.key, slot.check, slot.target.node, slot.target.next].map(u32::to_le_bytes)).flatten().collect())
    }
}

#[cfg(feature = "serde")]
impl From<Packed> for Table {
    fn from(Packed(bytes): Packed) -> Self {
        let (rows, _) = bytes.as_chunks::<16>();
        let mut table = Self::with_room(rows.len());
        for row in rows {
            let [key, check, node, next] = [0, 4, 8, 12].map(|at| u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]));
            table.put(Word { key, check }, Target { node, next });
        }
        table
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Packed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Packed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl serde::de::Visitor<'_> for Bytes {
            type Value = Packed;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Packed, E> {
                Ok(Packed(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}
