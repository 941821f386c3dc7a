//! A row of a table, in the form that the writers of all formats receive.

/// The value of one column in one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Text(&'a str),
    Integer(u32),
    Float(f32),
    Double(f64),
    Boolean(bool),
    List(List<'a>),
    /// JSON text.
    Json(&'a str),
}

/// The items of a list. They are stored in one string without separators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct List<'a> {
    text: &'a str,
    /// The byte offset in `text` at which the first item begins.
    start: usize,
    /// The byte offsets in `text` at which the items end. Each item after the first begins where the previous one ends.
    ends: &'a [usize],
}

impl<'a> List<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        let starts = std::iter::once(self.start).chain(self.ends.iter().copied());
        starts.zip(self.ends).map(move |(start, end)| &self.text[start..*end])
    }
}

/// Collects the items of a list.
pub(crate) struct Items<'b> {
    text: &'b mut String,
    ends: &'b mut Vec<usize>,
}

impl Items<'_> {
    /// Adds an item. An empty item is skipped.
    pub(crate) fn push(&mut self, item: &str) {
        self.write(|text| text.push_str(item));
    }

    /// Adds the item that `write` appends. An empty item is skipped.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(self.text);
        if self.text.len() > start {
            self.ends.push(self.text.len());
        }
    }
}

/// A cell of a [`RowBuffer`]. Text, JSON and lists are given as positions in the buffers of the row.
#[derive(Clone, Debug)]
enum Slot {
    Null,
    Text(usize, usize),
    Integer(u32),
    Float(f32),
    Double(f64),
    Boolean(bool),
    List { start: usize, first: usize, last: usize },
    Json(usize, usize),
}

/// The cells of one row. The same buffer is used for all rows and keeps its memory, so that filling it rarely allocates.
#[derive(Debug, Default)]
pub(crate) struct RowBuffer {
    text: String,
    /// The byte offsets in `text` at which list items end.
    ends: Vec<usize>,
    slots: Vec<Slot>,
}

impl RowBuffer {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.slots.clear();
    }

    pub(crate) fn null(&mut self) {
        self.slots.push(Slot::Null);
    }

    pub(crate) fn integer(&mut self, value: u32) {
        self.slots.push(Slot::Integer(value));
    }

    pub(crate) fn float(&mut self, value: f32) {
        self.slots.push(Slot::Float(value));
    }

    pub(crate) fn double(&mut self, value: f64) {
        self.slots.push(Slot::Double(value));
    }

    pub(crate) fn boolean(&mut self, value: bool) {
        self.slots.push(Slot::Boolean(value));
    }

    pub(crate) fn text(&mut self, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.slots.push(Slot::Text(start, self.text.len()));
    }

    /// Adds a cell with the text that `write` appends to its argument.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        self.slots.push(Slot::Text(start, self.text.len()));
    }

    /// Adds a cell with the text that `write` appends to its argument. The cell is null if `write` returns `None`.
    pub(crate) fn optional(&mut self, write: impl FnOnce(&mut String) -> Option<()>) {
        let start = self.text.len();
        let slot = write(&mut self.text).map_or(Slot::Null, |()| Slot::Text(start, self.text.len()));
        self.slots.push(slot);
    }

    /// Adds a cell with the JSON text that `write` appends to its argument. The cell is null if `write` returns
    /// `None`.
    pub(crate) fn json(&mut self, write: impl FnOnce(&mut String) -> Option<()>) {
        let start = self.text.len();
        let slot = write(&mut self.text).map_or(Slot::Null, |()| Slot::Json(start, self.text.len()));
        self.slots.push(slot);
    }

    pub(crate) fn list(&mut self, write: impl FnOnce(&mut Items<'_>)) {
        let (start, first) = (self.text.len(), self.ends.len());
        write(&mut Items { text: &mut self.text, ends: &mut self.ends });
        self.slots.push(Slot::List { start, first, last: self.ends.len() });
    }

    /// Returns the cells in the order of the columns.
    #[inline]
    pub(crate) fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'_>> {
        self.slots.iter().map(|slot| self.view(slot))
    }

    /// Returns the cell of the column with the index `column`, or null if there is no column with this index.
    pub(crate) fn cell(&self, column: usize) -> Cell<'_> {
        self.slots.get(column).map_or(Cell::Null, |slot| self.view(slot))
    }

    #[inline]
    fn view(&self, slot: &Slot) -> Cell<'_> {
        match *slot {
            Slot::Null => Cell::Null,
            Slot::Text(start, end) => Cell::Text(&self.text[start..end]),
            Slot::Integer(value) => Cell::Integer(value),
            Slot::Float(value) => Cell::Float(value),
            Slot::Double(value) => Cell::Double(value),
            Slot::Boolean(value) => Cell::Boolean(value),
            Slot::List { start, first, last } => Cell::List(List { text: &self.text, start, ends: &self.ends[first..last] }),
            Slot::Json(start, end) => Cell::Json(&self.text[start..end]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_can_be_filled_again() {
        let mut row = RowBuffer::default();
        for _ in 0..2 {
            row.clear();
            row.text("KAZ");
            row.list(|items| {
                items.push("a");
                items.push("");
                items.write(|text| text.push_str("bc"));
            });
            row.list(|_| {});
            row.json(|_| None);
            row.integer(7);
            let lists: Vec<Vec<&str>> =
                row.cells().filter_map(|cell| if let Cell::List(list) = cell { Some(list.iter().collect()) } else { None }).collect();
            assert_eq!(lists, [vec!["a", "bc"], vec![]]);
            assert_eq!(row.cell(0), Cell::Text("KAZ"));
            assert_eq!(row.cell(3), Cell::Null);
            assert_eq!(row.cell(4), Cell::Integer(7));
            assert_eq!(row.cell(5), Cell::Null);
        }
    }
}
