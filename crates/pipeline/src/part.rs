//! Divides the inputs of a run into parts, and processes several parts in parallel.

use crate::Input;
use rayon::iter::{ParallelBridge, ParallelIterator};

/// A part of a run: consecutive inputs that one thread processes.
#[derive(Debug)]
pub struct Part<I> {
    /// The number of the part, counted from 0.
    pub number: u32,
    /// The inputs, in order.
    pub inputs: Vec<I>,
}

/// The maximum size of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartSize {
    /// The maximum number of input bytes. A larger document becomes a part by itself.
    pub bytes: u64,
    /// The maximum number of documents.
    pub documents: usize,
}

impl Default for PartSize {
    /// Returns the default limits: 8 MiB and 32,768 documents.
    fn default() -> Self {
        Self { bytes: 8 << 20, documents: 32_768 }
    }
}

/// Divides inputs into parts, in order. The boundaries depend only on the sizes of the inputs, and not on the number of threads.
pub fn parts<I: Input>(inputs: impl Iterator<Item = I>, size: PartSize) -> impl Iterator<Item = Part<I>> {
    let mut inputs = inputs.peekable();
    (0..).map_while(move |number| {
        let (mut part, mut bytes) = (Vec::new(), 0_u64);
        while let Some(next) = inputs.peek() {
            bytes = bytes.saturating_add(next.size());
            if !part.is_empty() && (bytes > size.bytes || part.len() >= size.documents) {
                break;
            }
            part.extend(inputs.next());
        }
        (!part.is_empty()).then_some(Part { number, inputs: part })
    })
}

/// Calls `work` for each part, on all threads of the pool. Each thread that becomes free takes the next part from the iterator.
///
/// # Errors
/// Returns an error if a call of `work` returns an error. If several calls fail, returns one of their errors. After an error, no new part is started.
pub fn run_parts<I: Input, E: Send>(
    pool: &rayon::ThreadPool,
    parts: impl Iterator<Item = Part<I>> + Send,
    work: impl Fn(Part<I>) -> Result<(), E> + Send + Sync,
) -> Result<(), E> {
    pool.install(|| parts.par_bridge().try_for_each(work))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unread;
    use chancery_text::Document;

    struct Sized(u64);

    impl Input for Sized {
        fn size(&self) -> u64 {
            self.0
        }
        fn origin(&self) -> (String, Option<u64>) {
            (String::new(), None)
        }
        fn read(self) -> Result<Document, Unread> {
            Err("not read".into())
        }
    }

    fn cut(sizes: &[u64], bytes: u64, documents: usize) -> Vec<Vec<u64>> {
        let all = parts(sizes.iter().map(|size| Sized(*size)), PartSize { bytes, documents });
        all.map(|part| part.inputs.iter().map(|input| input.0).collect()).collect()
    }

    #[test]
    fn parts_have_a_largest_size() {
        assert_eq!(cut(&[4, 4, 3, 20, 1, 1], 10, 9), [vec![4, 4], vec![3], vec![20], vec![1, 1]]);
        assert_eq!(cut(&[0, 0, 0, 0, 0], 10, 2), [vec![0, 0], vec![0, 0], vec![0]]);
        assert_eq!(cut(&[], 10, 2), Vec::<Vec<u64>>::new());
        assert_eq!(cut(&[u64::MAX, u64::MAX, 1], 10, 2), [[u64::MAX], [u64::MAX], [1]]);
    }
}
