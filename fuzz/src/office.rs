//! Fuzz targets for office documents and PDF files. Office documents are compressed archives, in which most mutations only damage the compression. The
//! targets therefore mutate the XML file that contains the text, and then pack it into an archive.

use crate::documents::read;
use chancery_read::Format;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files of a workbook with one sheet, without the sheet.
const WORKBOOK: [(&str, &str); 3] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

/// Packs files into an archive. Returns an error if this fails.
fn packed(files: &[(&str, &[u8])]) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).map_err(|error| error.to_string())?;
        writer.write_all(content).map_err(|error| error.to_string())?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

pub(crate) fn docx(bytes: &[u8]) -> Result<(), String> {
    read(&packed(&[("word/document.xml", bytes)])?, Format::Docx)
}

pub(crate) fn odt(bytes: &[u8]) -> Result<(), String> {
    read(&packed(&[("content.xml", bytes)])?, Format::Odt)
}

/// Tests the sheet of a workbook.
pub(crate) fn spreadsheet(bytes: &[u8]) -> Result<(), String> {
    let mut files: Vec<(&str, &[u8])> = WORKBOOK.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    files.push(("xl/worksheets/sheet1.xml", bytes));
    read(&packed(&files)?, Format::Spreadsheet)
}

pub(crate) fn pdf(bytes: &[u8]) -> Result<(), String> {
    read(bytes, Format::Pdf)
}

/// Tests the content of a page. The PDF file is built around the content, so the positions of the objects in the file are always right.
pub(crate) fn pdf_page(bytes: &[u8]) -> Result<(), String> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut starts = Vec::new();
    let objects: [(&str, &[u8], &str); 5] = [
        ("<< /Type /Catalog /Pages 2 0 R >>", b"", ""),
        ("<< /Type /Pages /Kids [5 0 R] /Count 1 >>", b"", ""),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", b"", ""),
        (&format!("<< /Length {} >>\nstream\n", bytes.len()), bytes, "\nendstream"),
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>", b"", ""),
    ];
    for (number, (head, content, tail)) in (1..).zip(objects) {
        starts.push(file.len());
        file.extend_from_slice(format!("{number} 0 obj\n{head}").as_bytes());
        file.extend_from_slice(content);
        file.extend_from_slice(format!("{tail}\nendobj\n").as_bytes());
    }
    let table = file.len();
    let places: String = starts.iter().map(|start| format!("{start:010} 00000 n \n")).collect();
    file.extend_from_slice(
        format!("xref\n0 6\n0000000000 65535 f \n{places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").as_bytes(),
    );
    read(&file, Format::Pdf)
}

/// Tests an archive that was changed after it was packed.
pub(crate) fn archive(bytes: &[u8]) -> Result<(), String> {
    for format in [Format::Docx, Format::Odt, Format::Spreadsheet] {
        read(bytes, format)?;
    }
    Ok(())
}
