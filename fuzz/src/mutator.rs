//! Changes seeds at random, with a generator whose seed is fixed.

/// What parsers treat in a way of its own.
const PIECES: [&[u8]; 44] = [
    b"<",
    b">",
    b"</",
    b"<!--",
    b"-->",
    b"<p>",
    b"<script>",
    b"&amp;",
    b"&#x10FFFF;",
    b"&#0;",
    b"&",
    b"\"",
    b"'",
    b"{",
    b"}",
    b"{~a,b}",
    b"[",
    b"]",
    b",",
    b"\t",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"|",
    b"$",
    b"?",
    b"*",
    b"...",
    b"...9!",
    b"~",
    b"^",
    b"<!",
    b"TRIGGER",
    b"=",
    b"%",
    b":",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    "é".as_bytes(),
    "中".as_bytes(),
    "\u{301}".as_bytes(),
    "\u{2028}".as_bytes(),
    b"18446744073709551616",
];

/// The largest input, in bytes.
const LARGEST: usize = 1 << 12;

/// The most inputs that are kept to be changed again.
const KEPT: usize = 256;

/// Makes new inputs of seeds. The same seeds and the same number give the same inputs.
#[derive(Clone, Debug)]
pub struct Mutator {
    pool: Vec<Vec<u8>>,
    state: u64,
}

impl Mutator {
    /// A mutator of these seeds.
    #[must_use]
    pub fn new(mut seeds: Vec<Vec<u8>>, seed: u64) -> Self {
        if seeds.is_empty() {
            seeds.push(Vec::new());
        }
        Self { pool: seeds, state: seed }
    }

    /// A number below another, by the generator splitmix64 (Steele, Lea, Flood 2014).
    fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    /// A range of at most `most` bytes of an input.
    fn range(&mut self, input: &[u8], most: usize) -> std::ops::Range<usize> {
        let start = self.below(input.len() + 1);
        let length = self.below(most.min(input.len() - start) + 1);
        start..start + length
    }

    /// The next input: one that was made before, with one to four changes.
    pub fn next_input(&mut self) -> Vec<u8> {
        let number = self.below(self.pool.len());
        let mut input = self.pool[number].clone();
        for _ in 0..=self.below(4) {
            self.change(&mut input);
        }
        input.truncate(LARGEST);
        if self.below(8) == 0 {
            if self.pool.len() < KEPT {
                self.pool.push(input.clone());
            } else {
                let number = self.below(KEPT);
                self.pool[number].clone_from(&input);
            }
        }
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.below(input.len() + 1);
        match self.below(8) {
            0 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << self.below(8);
                }
            }
            1 => {
                let range = self.range(input, 16);
                input.drain(range);
            }
            2 => {
                let range = self.range(input, 64);
                let copy = input[range].to_vec();
                let times = 1 + self.below(4);
                input.splice(at..at, copy.repeat(times));
            }
            3 => {
                let other = self.below(self.pool.len());
                let other = self.pool[other].clone();
                let range = self.range(&other, 256);
                input.splice(at..at, other[range].iter().copied());
            }
            4 => input.truncate(at),
            _ => {
                let piece = self.below(PIECES.len());
                input.splice(at..at, PIECES[piece].iter().copied());
            }
        }
    }
}
