//! Short lists that rarely need to allocate memory.

use std::ops::{Deref, DerefMut};

/// A list of small values that allocates memory only if it contains more than `N` values.
#[derive(Clone, Debug)]
pub(crate) struct Few<T, const N: usize = 6> {
    near: [T; N],
    length: usize,
    /// All values, if there are more than `N`; otherwise empty.
    far: Vec<T>,
}

impl<T: Copy + Default, const N: usize> Few<T, N> {
    pub(crate) fn push(&mut self, value: T) {
        if let Some(free) = self.near.get_mut(self.length) {
            *free = value;
            self.length += 1;
            return;
        }
        if self.far.is_empty() {
            self.far.extend(self.near);
        }
        self.far.push(value);
    }
}

impl<T: Copy + Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self { near: [T::default(); N], length: 0, far: Vec::new() }
    }
}

impl<T, const N: usize> Deref for Few<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.far.is_empty() { &self.near[..self.length] } else { &self.far }
    }
}

impl<T, const N: usize> DerefMut for Few<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        if self.far.is_empty() { &mut self.near[..self.length] } else { &mut self.far }
    }
}

impl<T: Copy + Default, const N: usize> Extend<T> for Few<T, N> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl<T: Copy + Default, const N: usize> FromIterator<T> for Few<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut few = Self::default();
        few.extend(values);
        few
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn keeps_all_values_in_order() {
        for count in 0..20 {
            let mut few: Few<u32, 6> = (0..count).collect();
            assert_eq!(&*few, (0..count).collect::<Vec<u32>>());
            few.iter_mut().for_each(|value| *value += 1);
            assert_eq!(&*few, (1..=count).collect::<Vec<u32>>());
        }
    }
}
