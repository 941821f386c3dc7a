//! Prints the clauses of sentences: `cargo run --release -p chancery-clauses --example read -- FOLDER [SENTENCE …]`, or from standard input.
use chancery_clauses::{Classes, Scratch};
use chancery_text::Document;

#[path = "shared/load.rs"]
mod load;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let reader = load::reader(&args[0]).unwrap();
    let tokenizer = chancery_tokenizer::Tokenizer::default();
    let mut scratch = Scratch::default();
    if args.get(1).is_some_and(|a| a == "--ud") {
        // one JSON line a sentence: clauses with offsets
        for line in std::io::stdin().lines() {
            let line = line.unwrap();
            let mut doc = Document::new("", line.as_str());
            tokenizer.run(&mut doc);
            reader.run(&mut doc, &mut scratch);
            let start = |t: u32| doc.tokens[t as usize].span.start();
            let head = |p: Option<u32>| p.map_or(-1, |p| i64::from(start(doc.clauses.phrases[p as usize].head)));
            let tags: Vec<String> = doc.tokens.iter().zip(reader.classes(&doc)).map(|(t, c)| format!("[{},\"{}\"]", t.span.start(), c.names().collect::<Vec<_>>().join("+"))).collect();
            // Universal Dependencies: "be" after "there" is no copula, and "has to sign" is two clauses.
            let mut clauses = Vec::new();
            let classes = reader.classes(&doc);
            for c in &doc.clauses.clauses {
                let there = c.subject.is_some_and(|subject| doc.clauses.phrases[subject as usize].tokens.start >= c.verb.end);
                let copula = reader.lemma(c.lemma) == "be" && !there;
                // "will sign and ratify": the second verb shares the auxiliaries of the first, and is not finite itself.
                let form = classes[c.verb.start as usize];
                let shares = c.coordinated.is_some() && (form.any(Classes::PARTICIPLE.or(Classes::ING)) || form.any(Classes::BASE) && c.modal.is_some_and(|modal| modal < c.verb.start));
                // "is to organize" is a copula with an infinitive; an addressee alone is an indirect object ("told reporters").
                let is_to = c.modal.is_some_and(|modal| modal != c.head && reader.classes_of(&doc.tokens[modal as usize], &line).any(Classes::BE));
                let addressee = ["tell", "ask", "inform", "notify", "remind", "assure"].contains(&reader.lemma(c.lemma)) && c.indirect.is_none();
                let finite = !is_to && c.tense != chancery_text::Tense::None && !shares;
                let obliged = c.modal.filter(|modal| *modal != c.head && reader.classes_of(&doc.tokens[*modal as usize], &line).any(Classes::HAVE));
                let mut subject = head(c.subject);
                // "signed and ratified the treaty": the object is the first verb's.
                let object = c.object.filter(|object| c.coordinated.is_none_or(|first| doc.clauses.clauses[first as usize].object != Some(*object)));
                if let Some(modal) = obliged {
                    clauses.push(format!("{{\"v\":{},\"fin\":{finite},\"pass\":false,\"s\":{subject},\"o\":-1,\"i\":-1,\"cop\":false}}", start(modal)));
                    subject = -1;
                }
                clauses.push(format!(
                    "{{\"v\":{},\"fin\":{},\"pass\":{},\"s\":{subject},\"o\":{},\"i\":{},\"cop\":{copula}}}",
                    start(c.head),
                    finite && obliged.is_none(),
                    c.passive,
                    if addressee { -1 } else { head(object) },
                    head(if addressee { object } else { c.indirect })
                ));
            }
            println!("{{\"tags\":[{}],\"clauses\":[{}]}}", tags.join(","), clauses.join(","));
        }
        return;
    }
    let texts: Vec<String> = if args.len() > 1 { args[1..].to_vec() } else { std::io::stdin().lines().map(Result::unwrap).collect() };
    for text in texts {
        let mut doc = Document::new("", text.as_str());
        tokenizer.run(&mut doc);
        reader.run(&mut doc, &mut scratch);
        for (t, c) in doc.tokens.iter().zip(reader.classes(&doc)) {
            print!("{}/{} ", t.text(&text), c.names().collect::<Vec<_>>().join("+"));
        }
        println!();
        let span = |r: chancery_text::TokenRange| text[doc.tokens[r.start as usize].span.start() as usize..doc.tokens[r.end as usize - 1].span.end() as usize].to_owned();
        let phrase = |p: Option<u32>| p.map_or(String::from("-"), |p| { let v: Vec<String> = doc.clauses.conjuncts(p).take(8).map(|p| span(doc.clauses.phrases[p as usize].tokens)).collect(); v.join(" & ") });
        for (n, c) in doc.clauses.clauses.iter().enumerate() {
            println!("  {n} {:?} {:?} <{}> {} s=[{}] o=[{}] i=[{}]{}{}{}{} parent={:?} gov=[{}] coord={:?}", c.kind, c.tense, span(c.verb), reader.lemma(c.lemma), phrase(c.subject), phrase(c.object), phrase(c.indirect),
                if c.passive { " passive" } else { "" }, if c.perfect { " perfect" } else { "" }, if c.negated { " NEG" } else { "" }, c.marker.map_or(String::new(), |m| format!(" marker={}", doc.tokens[m as usize].text(&text))), c.parent, phrase(c.governor), c.coordinated);
        }
        for p in &doc.clauses.prepositions {
            println!("    {} [{}] after=[{}] clause={:?}", doc.tokens[p.preposition as usize].text(&text), phrase(Some(p.phrase)), phrase(p.after), p.clause);
        }
    }
}
