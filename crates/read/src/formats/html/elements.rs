//! Classifies HTML elements by their names in lower case.

/// Returns whether an element separates paragraphs: an element with `display: block`, a list or a
/// part of a table (HTML Standard, 15.3), or `br`.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "br"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Returns whether an element is inline. A word may continue across the tags of an inline element (`<b>K</b>enya`).
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "em" | "font" | "i" | "ins" | "mark" | "small" | "span" | "strong" | "u" | "wbr"
    )
}

/// Returns whether the content of an element is left out of the text: it is not displayed, or it belongs to the web site and not to the
/// document.
pub(super) fn is_hidden(name: &str) -> bool {
    is_navigation(name)
        || matches!(
            name,
            "aside"
                | "audio"
                | "canvas"
                | "datalist"
                | "footer"
                | "iframe"
                | "noembed"
                | "noframes"
                | "noscript"
                | "script"
                | "select"
                | "style"
                | "svg"
                | "template"
                | "title"
                | "video"
        )
}

/// Returns whether an element is for navigation, that is, contains links to other pages.
pub(super) fn is_navigation(name: &str) -> bool {
    matches!(name, "menu" | "nav" | "search")
}

/// Returns whether this value of the attribute `role` means the same as one of the elements for
/// which [`is_hidden`] returns `true` (WAI-ARIA 1.2, landmarks and menus).
pub(super) fn is_hidden_role(role: &str) -> bool {
    is_navigation_role(role) || matches!(role, "banner" | "complementary" | "contentinfo")
}

/// Returns whether this value of the attribute `role` means the same as one of the elements for
/// which [`is_navigation`] returns `true`.
pub(super) fn is_navigation_role(role: &str) -> bool {
    matches!(role, "menu" | "menubar" | "navigation" | "search")
}

/// Returns whether a `header` inside this element belongs to the document and not to the website (HTML Accessibility API Mappings, `header`).
pub(super) fn is_part(name: &str) -> bool {
    matches!(name, "article" | "aside" | "main" | "nav" | "section")
}

/// How the content of an element is split into tags and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Tags and text.
    Markup,
    /// Text with character references, up to the end tag.
    Escapable,
    /// Text, up to the end tag.
    Raw,
    /// Text, up to the end of the document.
    Plain,
}

/// Returns how the content of an element is split into tags and text (HTML Standard, 13.1.2 and 13.2.6.4.7).
pub(super) fn content(name: &str) -> Content {
    match name {
        "title" | "textarea" => Content::Escapable,
        // According to the standard, a script may contain its own end tag inside `<!--`. This is
        // rare, and if the comment were not closed, the text after the script would be lost.
        "script" | "style" | "iframe" | "noembed" | "noframes" | "xmp" => Content::Raw,
        "plaintext" => Content::Plain,
        _ => Content::Markup,
    }
}
