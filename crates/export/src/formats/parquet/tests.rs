use super::*;
use crate::row::Cell;
use crate::tables::TABLES;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use std::fs::File;
use std::path::Path;

fn column(column_type: Type, nullable: bool) -> ColumnInfo {
    let mut column = TABLES[0].info().columns[0];
    (column.column_type, column.nullable) = (column_type, nullable);
    column
}

#[test]
fn a_cell_of_another_type_is_an_error() {
    for (column_type, nullable, cell) in [
        (Type::Integer, true, Cell::Text("1")),
        (Type::Integer, false, Cell::Null),
        (Type::Text, true, Cell::Integer(1)),
        (Type::Float, false, Cell::Integer(1)),
        (Type::Boolean, false, Cell::Text("true")),
        (Type::List, false, Cell::Text("a")),
        (Type::List, false, Cell::Null),
    ] {
        let mut buffer = ColumnBuffer::new(&column(column_type, nullable));
        assert!(buffer.push(cell).is_err(), "{column_type:?} {cell:?}");
    }
}

fn table() -> TableInfo {
    let mut table = TABLES[0].info();
    let all = [(Type::Text, true), (Type::List, false), (Type::Integer, true), (Type::Float, false), (Type::Boolean, true)];
    table.columns = all.iter().map(|(column_type, nullable)| column(*column_type, *nullable)).collect();
    for (column, name) in table.columns.iter_mut().zip(["text", "list", "integer", "float", "boolean"]) {
        column.name = name;
    }
    table
}

fn write(path: &Path, rows: u32) {
    let (folder, name) = (path.parent().expect("a folder"), path.file_name().and_then(|name| name.to_str()).expect("a name"));
    let file = DataFile::create(folder, name.to_owned()).expect("a file");
    let mut file = ParquetFile::create(file, &table()).expect("a file");
    let mut row = RowBuffer::default();
    for number in 0..rows {
        row.clear();
        if number % 3 == 0 {
            row.null()
        } else {
            row.text(["", "é", "中🏛"][number as usize % 3])
        }
        row.list(|list| (0..number % 4).for_each(|item| list.push(["KAZ", "CHN;", "RUS"][item as usize])));
        if number % 2 == 0 {
            row.null()
        } else {
            row.integer(u32::MAX - number)
        }
        row.float(number as f32 / 2.0);
        if number % 5 == 0 {
            row.null()
        } else {
            row.boolean(number % 2 == 1)
        }
        file.row(&row).expect("a row");
    }
    file.finish().expect("the end");
}

#[test]
fn rows_read_back_as_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.parquet");
    let rows = GROUP_ROWS as u32 + 100;
    write(&path, rows);
    let reader = SerializedFileReader::new(File::open(&path).expect("a file")).expect("Parquet");
    assert_eq!(reader.metadata().num_row_groups(), 2);
    let mut read = 0;
    for (number, row) in (0..).zip(reader.get_row_iter(None).expect("rows")) {
        let row = row.expect("a row");
        let cells: Vec<&Field> = row.get_column_iter().map(|(_, field)| field).collect();
        let text = if number % 3 == 0 { Field::Null } else { Field::Str(["", "é", "中🏛"][number as usize % 3].to_owned()) };
        assert_eq!(cells[0], &text);
        let Field::ListInternal(list) = cells[1] else { panic!("{:?} is not a list", cells[1]) };
        let items: Vec<String> = list.elements().iter().map(|item| item.to_string()).collect();
        assert_eq!(items, ["\"KAZ\"", "\"CHN;\"", "\"RUS\""][..number as usize % 4]);
        assert_eq!(cells[2], &if number % 2 == 0 { Field::Null } else { Field::UInt(u32::MAX - number) });
        assert_eq!(cells[3], &Field::Float(number as f32 / 2.0));
        assert_eq!(cells[4], &if number % 5 == 0 { Field::Null } else { Field::Bool(number % 2 == 1) });
        read += 1;
    }
    assert_eq!(read, rows);
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = ["a.parquet", "b.parquet"].map(|name| folder.path().join(name));
    let files = paths.map(|path| {
        write(&path, 5000);
        std::fs::read(path).expect("a file")
    });
    assert!(files[0] == files[1]);
}

#[test]
fn no_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.parquet");
    write(&path, 0);
    let reader = SerializedFileReader::new(File::open(&path).expect("a file")).expect("Parquet");
    assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
    assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), 5);
}
