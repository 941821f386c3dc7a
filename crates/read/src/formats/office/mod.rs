//! Reads text documents of office programs: DOCX (Office Open XML) and ODT (OpenDocument). A file is one document.
//!
//! The text is that of the paragraphs, with footnotes and endnotes after it in DOCX and after their paragraph in ODT. Deleted and moved text, comments, field codes and numbers that
//! the program computes for lists are not part of it.

mod docx;
mod odt;
mod package;
mod xml;

pub(super) use docx::read as read_docx;
pub(super) use odt::read as read_odt;
