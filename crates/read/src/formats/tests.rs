//! Tests of the readers for office documents and PDF files. The tests create these files themselves.

use crate::{Format, ReadErrorKind, ReadOptions, read_bytes, records};
use chancery_text::{BlockKind, Document};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn read(name: &str, bytes: Vec<u8>, format: Format) -> Document {
    read_bytes(name, bytes, format, &ReadOptions::new()).expect("a document")
}

fn marks(doc: &Document) -> Vec<(&str, BlockKind, u8)> {
    let word = |start: u32| doc.text()[start as usize..].split_whitespace().next().unwrap_or_default();
    doc.marks.iter().map(|mark| (word(mark.start), mark.kind, mark.level)).collect()
}

#[test]
fn docx() {
    let body = r#"<w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Trade &amp; aid</w:t></w:r></w:p>
        <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">Kenya </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>
          <w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:r><w:t>thanked</w:t><w:tab/><w:t>Peru</w:t><w:br/><w:t>in non</w:t><w:noBreakHyphen/><w:t>paper 1.</w:t></w:r>
          <w:r><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:r></w:p>
        <w:p/>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Mali left.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Chad</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Togo</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      </w:body></w:document>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Basis"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="berschrift1"><w:name w:val="Eigene"/><w:basedOn w:val="Basis"/></w:style></w:styles>"#;
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let core = r#"<cp:coreProperties xmlns:dc="dc" xmlns:cp="cp"><dc:title> The
        title </dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"#;
    let parts = [("word/document.xml", body), ("word/styles.xml", styles), ("word/footnotes.xml", notes), ("docProps/core.xml", core)];
    let doc = read("a/b.docx", archive(&parts), Format::Docx);
    assert_eq!(doc.text(), "Trade & aid\n\nKenya thanked\tPeru\nin non-paper 1.\n\nIn a box.\n\nMali left.\n\nChad\n\nTogo\n\nA note.");
    let expected = [
        ("Trade", BlockKind::Heading, 2),
        ("Kenya", BlockKind::Paragraph, 0),
        ("In", BlockKind::Paragraph, 0),
        ("Mali", BlockKind::ListItem, 0),
    ];
    assert_eq!(marks(&doc)[..4], expected);
    assert_eq!((doc.id(), doc.metadata.title.as_deref(), doc.metadata.language.as_deref()), ("b", Some("The title"), Some("en-GB")));
}

#[test]
fn odt() {
    let body = r#"<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
        <text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
        <text:h text:outline-level="3">Aims</text:h>
        <text:p>Peru<text:s text:c="2"/>joined<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See Chad.</text:p></text:note-body></text:note>,<text:line-break/>it
said.<office:annotation><text:p>a comment</text:p></office:annotation></text:p>
        <text:list><text:list-item><text:p>Mali left.</text:p></text:list-item></text:list>
      </office:text></office:body></office:document-content>"#;
    let doc = read("s.odt", archive(&[("content.xml", body)]), Format::Odt);
    assert_eq!(doc.text(), "Aims\n\nPeru  joined,\nit\nsaid.\n\nSee Chad.\n\nMali left.");
    assert_eq!(marks(&doc)[0], ("Aims", BlockKind::Heading, 3));
    assert_eq!(marks(&doc)[3], ("Mali", BlockKind::ListItem, 0));
}

#[test]
fn spreadsheets_have_a_document_in_each_row() {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[String]| format!("<row>{}</row>", cells.concat());
    let sheet = |rows: &[String]| format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{}</sheetData></worksheet>", rows.concat());
    let first = sheet(&[
        row(&[cell("ID"), cell("Text"), cell("date")]),
        row(&["<c><v>7</v></c>".to_owned(), cell("Kenya spoke."), cell("2021-06-30")]),
        row(&[cell("b"), cell("Mali &amp; Chad left."), "<c><v>2.5</v></c>".to_owned()]),
    ]);
    let other = sheet(&[row(&[cell("x")])]);
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"B\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
    );
    let relation =
        |id: &str, sheet: &str| format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/{sheet}.xml\"/>");
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}</Relationships>",
        relation("r1", "sheet1"),
        relation("r2", "sheet2")
    );
    let root =
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    let parts = [
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", &first),
        ("xl/worksheets/sheet2.xml", &other),
    ];
    let bytes = archive(&parts);
    let rows = records("r.xlsx", &bytes[..], Format::Spreadsheet, ReadOptions::new());
    let docs: Vec<Document> = rows.map(|item| item.read().expect("a row")).collect();
    let found: Vec<_> = docs.iter().map(|doc| (doc.id(), doc.text(), doc.metadata.date.map(|date| date.to_string()))).collect();
    assert_eq!(found, [("7", "Kenya spoke.", Some("2021-06-30".to_owned())), ("b", "Mali & Chad left.", None)]);
    let broken = archive(&[("xl/workbook.xml", "x")]);
    let rows: Vec<_> = records("r.xlsx", &broken[..], Format::Spreadsheet, ReadOptions::new()).map(|item| item.read().is_err()).collect();
    assert_eq!(rows, [true]);
}

/// Creates a PDF file. `pages` contains the pages, each with its lines of text.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), String::new(), font.to_owned()];
    let mut kids = String::new();
    for lines in pages {
        let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td")).collect();
        let content = format!("BT /F1 12 Tf 72 760 Td {} ET", shown.join(" "));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
        let resources = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>";
        objects.push(format!("<< /Type /Page /Parent 2 0 R {resources} /Contents {} 0 R >>", objects.len()));
        kids.push_str(&format!("{} 0 R ", objects.len()));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut file = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let (start, count) = (file.len(), objects.len() + 1);
    file.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    file.into_bytes()
}

#[test]
fn pdf_files_have_pages() {
    let pages: [&[&str]; 3] = [
        &["A/70/PV.1", "Kenya thanked Peru for its aid to", "1"],
        &["A/70/PV.2", "the refugees from Chad.", "2"],
        &["A/70/PV.3", "In 1975 Mali left.", "3"],
    ];
    let doc = read("p.pdf", pdf(&pages), Format::Pdf);
    let words: Vec<&str> = doc.text().split_whitespace().collect();
    assert_eq!(words.join(" "), "Kenya thanked Peru for its aid to the refugees from Chad. In 1975 Mali left.");
    let found: Vec<&str> = doc.pages.iter().map(|page| doc.slice(page.span).trim()).collect();
    assert_eq!(found, ["Kenya thanked Peru for its aid to", "the refugees from Chad.", "In 1975 Mali left."]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let error = |bytes: Vec<u8>, format: Format| read_bytes("a", bytes, format, &ReadOptions::new()).map(|_| ()).expect_err("an error");
    for (error, kind, part) in [
        (error(pdf(&[&[], &[]]), Format::Pdf), ReadErrorKind::NotText, "no text (2 pages)"),
        (error(b"%PDF-1.4\nbroken".to_vec(), Format::Pdf), ReadErrorKind::Malformed, "cannot be read"),
        (error(b"plain".to_vec(), Format::Docx), ReadErrorKind::Malformed, "not a DOCX file"),
        (error(vec![0xD0, 0xCF, 0x11, 0xE0, 1], Format::Odt), ReadErrorKind::NotText, "old binary office file"),
        (error(archive(&[("a", "b")]), Format::Odt), ReadErrorKind::Malformed, "it has no part content.xml"),
        (error(archive(&[("word/document.xml", "<a><b></a>")]), Format::Docx), ReadErrorKind::Malformed, "the XML is invalid"),
    ] {
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(part), "{error}");
    }
}
