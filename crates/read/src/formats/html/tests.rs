use super::{Html, declared_encoding, parse};
use chancery_text::BlockKind;
use proptest::prelude::*;

fn words(text: &str) -> String {
    text.replace(['\u{AD}', '\u{2060}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text of an HTML source. Asserts that each word without a character reference has the same position in the text and in the source.
fn seen(source: &str) -> String {
    let text = parse(source).text;
    assert_eq!(text.len(), source.len(), "{source}");
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty() && source.contains(word)) {
        let at = text.find(word).unwrap_or(0);
        assert!(source[at..].starts_with(word) || source[at..].starts_with(['&', '<']), "{word} is not at its place in {source}");
    }
    words(&text)
}

#[test]
fn what_is_text() {
    for (source, expected) in [
        // Attributes.
        ("<p class=\"a>b\">Chad</p>", "Chad"),
        ("<p title=it's>Chad</p> and <p title='x'>Peru</p>", "Chad and Peru"),
        ("<p title=O'Brien>Chad <b title=x\"y>met</b> Peru", "Chad met Peru"),
        ("<p title = 'a > b' lang=en>Chad<br/>Peru</p>", "Chad Peru"),
        ("<a href=http://x.y/>Chad</a> <a href='//x'>Peru</a>", "Chad Peru"),
        ("<p \"odd\" =x 'y'>Chad</p>", "Chad"),
        ("<P TITLE=\"x\ny\">Chad</P>", "Chad"),
        // Characters that do not begin a tag.
        ("1 < 2 and I <3 Chad, a<=b, x <- y", "1 < 2 and I <3 Chad, a<=b, x <- y"),
        ("AT&T & Chad &; &# &#x; &bogus; &co", "AT&T & Chad &; &# &#x; &bogus; &co"),
        ("Chad </> Peru </ x> Mali", "Chad Peru Mali"),
        ("Chad <", "Chad <"),
        ("Chad </", "Chad </"),
        ("é<ü>ö", "é<ü>ö"),
        // Comments and declarations.
        ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\">Chad", "Chad"),
        ("<?xml version=\"1.0\"?><!ELEMENT x><p>Chad", "Chad"),
        ("Chad <!-- no > no --> Peru <!-- x --!> Mali <!--> Togo <!---> Oman", "Chad Peru Mali Togo Oman"),
        ("<!-- <p>no</p> -->Chad<!-- -- -->", "Chad"),
        ("Ken<!-- x -->ya", "Kenya"),
        ("<![CDATA[x]]>Chad", "Chad"),
        // Elements without displayed content.
        ("<script>if (a<b) { x = '<p>' }</script>Chad<style>p > b {}</style>", "Chad"),
        ("<script><!-- document.write('<p>no</p>') --></script>Chad", "Chad"),
        ("<SCRIPT SRC=x></SCRIPT >Chad<script src=\"y\"/>Peru", "Chad Peru"),
        ("<noscript><p>Turn it on</p></noscript><template><p>no</p></template>Chad", "Chad"),
        ("<select><option>no<option>no</select><iframe><p>no</iframe><video>no</video>Chad", "Chad"),
        ("<svg/><p>Chad</p><svg viewBox='0 0 1 1'><title>no</title><text>no</text></svg>Peru", "Chad Peru"),
        ("<textarea><b>Chad</b> &amp; Peru</textarea><xmp><b>Mali</b></xmp>", "<b>Chad</b> & Peru <b>Mali</b>"),
        ("<p>Chad<plaintext><b>Peru</b> &amp; </plaintext>", "Chad <b>Peru</b> &amp; </plaintext>"),
        // Head elements.
        ("<html><head><title>no</title><meta name=x><body>Chad", "Chad"),
        ("<head><title>no</title><link rel=x><p>Chad</p><p>Peru", "Chad Peru"),
        ("<head><title>no</title><p>Chad</p></head>Peru", "Chad Peru"),
        // Content that belongs to the site.
        ("<nav><a href=x>no</a></nav><p>Chad</p><footer>no <p>no</footer>", "Chad"),
        ("<aside><h2>no</h2></aside>Chad<menu><li>no</menu>", "Chad"),
        ("<div role=navigation><div>no</div> no</div>Chad<div role='contentinfo x'>no</div>", "Chad"),
        ("<ul role=\"menubar\"><li>no</ul>Chad<form role=search>no</form><search>no</search>", "Chad"),
        ("<div ROLE=Navigation>Chad</div>", "Chad"),
        ("<header><h1>no</h1><nav>no</nav></header><main><header><h1>Chad</h1><nav>no</nav></header>Peru</main>", "Chad Peru"),
        ("<header><h1>Chad</h1></header>Peru<header><div role=navigation>no</div></header>", "Chad Peru"),
        ("<article><header><p>Chad</p></header></article>", "Chad"),
        ("<nav>no<nav>no</nav>no</nav>Chad<aside>no<footer>no</aside>no</footer>Peru", "Chad Peru"),
        ("Ken<span role=navigation>no</span>ya", "Ken ya"),
        // Elements and markup that are not closed.
        ("<nav>Chad<p>Peru", "Chad Peru"),
        ("<script>if (a)<p>Chad</p><p>Peru", "Chad Peru"),
        ("<title>no<p>Chad</p><title>no</titles>Peru", "Chad Peru"),
        ("<style>p{}<body>Chad <style>b{}<p>Peru", "Chad Peru"),
        ("Chad <!-- no > Peru <b>Mali</b> <!-- x > Togo", "Chad Peru Mali Togo"),
        ("Chad <a href=\"x>Peru</a> and <b>Mali</b>", "Chad Peru and Mali"),
        ("Chad <!DOCTYPE html \"x> Peru", "Chad Peru"),
        ("Chad <p", "Chad"),
        ("Chad <!-- no", "Chad"),
        (&format!("Chad <p {}> Peru", "x=\"y\" ".repeat(200)), "Chad Peru"),
        (&format!("Chad <p {}> Peru", "x=\"y\" ".repeat(20_000)), "Chad Peru"),
        // Words.
        ("<span class=\"cap\">T</span>he Chad", "The Chad"),
        ("Ken<b></b>ya<sup>1</sup> and <i>Peru</i>", "Kenya 1 and Peru"),
        ("<a href=x>Chad</a><a href=y>Peru</a>", "Chad Peru"),
        ("Chad<br>Peru<p>Mali</p>Togo<td>Oman<dt>Iran", "Chad Peru Mali Togo Oman Iran"),
        ("Chad <b>Peru</b> <a href=x>Mali</a>", "Chad Peru Mali"),
        ("Chad<nav>no</nav>Peru<script></script>Mali", "Chad Peru Mali"),
    ] {
        assert_eq!(seen(source), expected, "{source}");
    }
}

#[test]
fn a_reference_is_one_character() {
    for (source, expected) in [
        ("United&nbsp;States", "United States"),
        ("United&nbspStates &#160;x&#xA0;y&#8195;z&#9;a&#13;b&NewLine;c", "United States  x y z a b c"),
        ("C&ocirc;te d&rsquo;Ivoire d&#39;x &apos;", "Côte d’Ivoire d'x '"),
        ("&yacute;&szlig;&scaron;&iuml;&aelig;&Aacute;&eacute", "ýßšïæÁé"),
        ("AT&amp;T, Bosnia&ndash;Herzegovina", "AT&T, Bosnia–Herzegovina"),
        ("&#x41;&#66;&#x416;&#146;&#x4E2D;&#x20000;", "ABЖ’中𠀀"),
        ("co&shy;operation &zwnj;x", "cooperation \u{200C}x"),
        ("&lt;b&gt; &lt &copy2024", "< b>  <   © 2024"),
        ("&#x110000; &#0; &#xD800;", "\u{FFFD}  \u{FFFD}  \u{FFFD} "),
        ("e&#x301;", "e\u{301}"),
        ("&NotEqualTilde; &acE;", "≂\u{338} ∾\u{333}"),
        ("a\r\nb&amp;\r\nc\r&eacute;", "a\r\nb& \r\nc\ré"),
    ] {
        let text = parse(source).text;
        assert_eq!(text.len(), source.len(), "{source}");
        assert_eq!(text.replace(['\u{AD}', '\u{2060}'], ""), expected, "{source}");
    }
    // The character reference is followed by a space and not by a filler, so that the sentence ends
    // as it does after the character itself.
    assert!(parse("“Yes.&rdquo; No").text.contains(".” "));
}

#[test]
fn offsets_are_those_of_the_source() {
    let source = "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><!-- no --><h1>Talks</h1><p class=\"a>b\">C&ocirc;te d&rsquo;Ivoire &amp; <b>Ken</b>ya<br>met.</p><script>if (a<b) {}</script></body>";
    let text = parse(source).text;
    assert_eq!(words(&text), "Talks Côte d’Ivoire & Kenya met.");
    assert_eq!(text.find("Ivoire"), source.find("Ivoire"));
    assert!(text[..text.find("Ivoire").unwrap_or(0)].contains("\n\n"));
}

#[test]
fn markup_says_what_blocks_are() {
    use BlockKind::{Heading, ListItem, Paragraph};
    let blocks = |source: &str| -> Vec<(String, BlockKind, u8)> {
        let Html { text, marks, .. } = parse(source);
        let end = |at: usize| marks.get(at + 1).map_or(text.len(), |next| next.start as usize);
        let parts = marks.iter().enumerate().map(|(at, mark)| (words(&text[mark.start as usize..end(at)]), mark.kind, mark.level));
        parts.filter(|(words, ..)| !words.is_empty()).collect()
    };
    let check = |source: &str, expected: &[(&str, BlockKind, u8)]| {
        let expected: Vec<_> = expected.iter().map(|(words, kind, level)| ((*words).to_owned(), *kind, *level)).collect();
        assert_eq!(blocks(source), expected, "{source}");
    };
    check(
        "Zero<h1>One</h1><p>Two<br>three<h3>Four<p>Five<ul><li>Six<li>Seven<p>Eight</ul>Nine<table><tr><td>Ten</td></tr></table>",
        &[
            ("Zero", Paragraph, 0),
            ("One", Heading, 1),
            ("Two three", Paragraph, 0),
            ("Four", Heading, 3),
            ("Five", Paragraph, 0),
            ("Six", ListItem, 0),
            ("Seven", ListItem, 0),
            ("Eight", ListItem, 0),
            ("Nine", Paragraph, 0),
            ("Ten", Paragraph, 0),
        ],
    );
    check("<h1><div>One</div></h1><h2>&nbsp;<div>Two</div></h2>", &[("One", Heading, 1), ("Two", Heading, 2)]);
    // Hidden content does not affect the content after it.
    check("<h1><svg><text>no</text></svg><div>One</div></h1>", &[("One", Heading, 1)]);
    check(
        "<nav><ul><li>no</nav>One<nav><h1>no</nav>Two<aside></ul><h2>no</aside>Three",
        &[("One", Paragraph, 0), ("Two", Paragraph, 0), ("Three", Paragraph, 0)],
    );
    check("<ul><li>One<nav><ul><li>no</nav>Two<li>Three</ul>", &[("One", ListItem, 0), ("Two", ListItem, 0), ("Three", ListItem, 0)]);
    check("<nav>no</nav><h1>One</h1>", &[("One", Heading, 1)]);
}

#[test]
fn title_and_language_are_read() {
    for (source, title, language) in [
        (
            "<!DOCTYPE html>\n<html class=x lang='fr'><head><title>C&ocirc;te\n d’Ivoire</title></head><body><title>no</title>",
            Some("Côte d’Ivoire"),
            Some("fr"),
        ),
        ("<html xml:lang=ru><title>A <b> B</title>", Some("A <b> B"), Some("ru")),
        ("<HTML LANG=\"zh-Hans\" xml:lang=en><svg><title>no</title></svg><title></title>", None, Some("zh-Hans")),
        ("<p lang=de>a < b</p><title>never closed", None, None),
        ("<html lang=''><title>A&amp;B&nbsp;C", None, None),
    ] {
        let html = parse(source);
        assert_eq!((html.title.as_deref(), html.language.as_deref()), (title, language), "{source}");
    }
}

#[test]
fn declared_encodings_are_read() {
    for (source, name) in [
        ("<html><head><META charset='windows-1251'>", Some("windows-1251")),
        ("<meta name=x><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">", Some("iso-8859-2")),
        ("<meta name=keywords content='charset, x'><meta charset=big5>", Some("big5")),
        ("<p>charset=koi8-r</p>", None),
        ("<meta charset=>", None),
    ] {
        assert_eq!(declared_encoding(source.as_bytes()).as_deref(), name, "{source}");
    }
}

/// Tests that the running time grows linearly with the length of the source, and that the reader does not recurse deeply. Otherwise, the reader
/// would not finish on these sources, or would overflow the stack.
#[test]
fn time_grows_with_the_length() {
    for piece in [
        "<",
        "<a ",
        "<a b=\"",
        "<a b=\">",
        "<a \" c=\">",
        "<!--",
        "<!-- >",
        "<!",
        "<nav>",
        "<nav><aside>",
        "</nav>",
        "<title>",
        "<script>",
        "<script></titl",
        "&",
        "&#",
        "&amp",
        "<ul><li>",
        "<b>x",
        "x<b>",
        "<!-->",
        "</",
        "<div role=navigation>",
        "<h1>",
        "<x y='",
        "<?",
        "<header><nav>",
        "<style></style",
        " x=\"y\"",
    ] {
        for tail in ["", ">", "\"", "-->", "</nav>"] {
            let source = format!("<i {}{tail}", piece.repeat(50_000));
            assert_eq!(parse(&source).text.len(), source.len(), "{piece}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_markup_keeps_its_length_and_marks_are_in_order(pieces in prop::collection::vec(prop::sample::select(vec![
        "<", ">", "</", "<h1>", "</h1>", "<h7>", "<p>", "<ul>", "<li>", "</li>", "</ul>", "<b>", "</b>", "<!--", "-->", "--!>", "<script>", "</script>", "<title>", "</title>", "<td a='",
        "'>", "'", "\"", "<nav>", "</nav>", "<header>", "</header>", "<span role=navigation>", "</span>", "<svg/>", "<!DOCTYPE", "<?", "&", "&eacute;", "&nbsp;", "&acE;", "&nGt;", "&#x41;",
        "&#1", "&nosuch;", "\n", "\r\n", "\r", "\0", "/", "=", "Chad", "é", "中", "\u{301}", " ", "<é", "</é", "<plaintext>", "<xmp>", "</xmp>", "<textarea>", "<br>",
    ]), 0..30)) {
        let source = pieces.concat();
        let Html { text, marks, .. } = parse(&source);
        prop_assert_eq!(text.len(), source.len());
        prop_assert!(marks[0].start == 0 && marks.windows(2).all(|pair| pair[0].start < pair[1].start), "{:?}", marks);
        prop_assert!(marks.iter().all(|mark| mark.start as usize <= source.len()));
        // At the position of each visible character, the source has the same character or the beginning of a character reference.
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{2060}' | '\u{301}' | '\u{333}' | '\u{20D2}')) {
            let there = source.get(at..).unwrap_or_default();
            prop_assert!(there.starts_with(c) || there.starts_with('&'), "{c} at {at} of {source:?}: {text:?}");
        }
    }
}
