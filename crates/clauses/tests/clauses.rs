//! Tests that the reader finds the right clauses in short sentences, using the words and rules of `data/language/en`.

use chancery_clauses::{Classes, ClauseReader, Scratch, WordList};
use chancery_text::{Clause, ClauseKind, Document, PhraseKind};
use chancery_tokenizer::Tokenizer;

#[path = "../examples/shared/load.rs"]
mod load;

fn reader() -> ClauseReader {
    load::reader(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/language/en")).expect("the data files of English can be read")
}

fn read(reader: &ClauseReader, text: &str) -> Document {
    let mut doc = Document::new("", text);
    Tokenizer::default().run(&mut doc);
    reader.run(&mut doc, &mut Scratch::default());
    doc
}

/// Returns the heads of a phrase and of its conjuncts, joined by `&`.
fn heads(doc: &Document, phrase: Option<u32>) -> String {
    let Some(phrase) = phrase else { return String::from("-") };
    let head = |phrase: u32| doc.tokens[doc.clauses.phrases[phrase as usize].head as usize].text(doc.text());
    doc.clauses.conjuncts(phrase).map(head).collect::<Vec<_>>().join("&")
}

/// Formats a clause as `subject verb object`. A negated verb has "not" before it, a passive verb has "be" before it, and an infinitive has "to" before it. The
/// indirect object follows a slash.
fn show(reader: &ClauseReader, doc: &Document, clause: &Clause) -> String {
    let mut text = heads(doc, clause.subject);
    for (holds, word) in [(clause.negated, " not"), (clause.kind == ClauseKind::Infinitive, " to"), (clause.passive, " be")] {
        if holds {
            text.push_str(word);
        }
    }
    text = format!("{text} {} {}", reader.lemma(clause.lemma), heads(doc, clause.object));
    if clause.indirect.is_some() {
        text = format!("{text}/{}", heads(doc, clause.indirect));
    }
    text
}

/// Sentences with the clauses that the reader should find, in the order of the verbs. [`show`] describes the notation.
const SENTENCES: &[(&str, &[&str])] = &[
    ("Soviet republics from the East refuse to lift sanctions.", &["republics refuse -", "republics to lift sanctions"]),
    ("Germany and UNICEF hand over thirty vehicles.", &["Germany&UNICEF hand vehicles"]),
    ("Public workers in Brazil call off a strike.", &["workers call strike"]),
    ("Italy beat protesters in Rome.", &["Italy beat protesters"]),
    ("Kenya and its allies agreed to stage a joint exercise.", &["Kenya&allies agree -", "Kenya&allies to stage exercise"]),
    ("Minister Extradites Three Suspects.", &["Minister extradite Suspects"]),
    ("Peru extradites the minister.", &["Peru extradite minister"]),
    ("Nigeria sued Shell.", &["Nigeria sue Shell"]),
    ("President Putin said Russia is ready.", &["Putin say -", "Russia be -"]),
    ("They signed a landmark free trade agreement.", &["They sign agreement"]),
    ("The army seized all three pumping stations.", &["army seize stations"]),
    ("Iran freed Kenya's most prominent writers.", &["Iran free writers"]),
    ("He rejected the very notion.", &["He reject notion"]),
    ("They want secure and internationally recognised borders.", &["They want borders"]),
    ("The lifting of sanctions helped Sudan.", &["lifting help Sudan"]),
    ("The states' decision angered Iran.", &["decision anger Iran"]),
    ("Norway urged that Iran release the sailors.", &["Norway urge -", "Iran release sailors"]),
    ("We oppose groups that attack other countries.", &["We oppose groups", "groups attack countries"]),
    ("Terrorism threatens peace.", &["Terrorism threaten peace"]),
    ("The former accused the latter.", &["former accuse latter"]),
    ("Kenya signed the treaty.", &["Kenya sign treaty"]),
    ("My delegation thanks the President.", &["delegation thank President"]),
    ("We extend our thanks to Kenya.", &["We extend thanks"]),
    ("Thanks to Kenya, Ghana signed the treaty.", &["Ghana sign treaty"]),
    ("The minister has signed the agreement.", &["minister sign agreement"]),
    ("The government will not accept the offer.", &["government not accept offer"]),
    ("Rebels attacked a convoy near the border on Monday.", &["Rebels attack convoy"]),
    ("The troops did not leave the city.", &["troops not leave city"]),
    ("The president doesn't support the plan.", &["president not support plan"]),
    ("He can't sign it.", &["He not sign it"]),
    ("They're leaving the country.", &["They're leave country"]),
    ("France must pay the debt.", &["France pay debt"]),
    ("Ankara has to open the border.", &["Ankara open border"]),
    ("Did the parties reach a deal?", &["parties reach deal"]),
    ("Have the rebels accepted the offer?", &["rebels accept offer"]),
    ("The treaty was signed in Paris.", &["treaty be sign -"]),
    ("The convoy was attacked by rebels.", &["convoy be attack -"]),
    ("The sanctions have been lifted.", &["sanctions be lift -"]),
    ("The accord will be signed tomorrow.", &["accord be sign -"]),
    ("Three soldiers were killed and five were wounded.", &["soldiers be kill -", "five be wound -"]),
    ("Was the treaty signed by Kenya?", &["treaty be sign -"]),
    ("Spain and France signed the accord.", &["Spain&France sign accord"]),
    ("Spain, France and Italy condemned the attack.", &["Spain&France&Italy condemn attack"]),
    ("The council condemned the attack and imposed sanctions.", &["council condemn attack", "council impose sanctions"]),
    ("The army killed two rebels and arrested ten others.", &["army kill rebels", "army arrest others"]),
    ("Kenya signed the treaty, but Uganda rejected it.", &["Kenya sign treaty", "Uganda reject it"]),
    ("The states signed and ratified the convention.", &["states sign convention", "states ratify convention"]),
    ("They will sign and ratify the treaty.", &["They sign treaty", "They ratify treaty"]),
    ("The minister, who resigned on Friday, criticized the president.", &["minister resign -", "minister criticize president"]),
    ("The treaty which Kenya signed will ban mines.", &["Kenya sign treaty", "treaty ban mines"]),
    ("The rebels who hold the town released two hostages.", &["rebels hold town", "rebels release hostages"]),
    ("A country which violates the treaty must face sanctions.", &["country violate treaty", "country face sanctions"]),
    ("The ship, which the navy seized in May, carried oil.", &["navy seize ship", "ship carry oil"]),
    ("William Ruto, the president of Kenya, welcomed the decision.", &["Ruto welcome decision"]),
    ("Hamas, a militant group, fired rockets into Israel.", &["Hamas fire rockets"]),
    ("The African Union (AU) suspended Mali.", &["Union suspend Mali"]),
    ("The president urged Iran to release the prisoners.", &["president urge Iran", "Iran to release prisoners"]),
    ("The minister agreed to sign the treaty.", &["minister agree -", "minister to sign treaty"]),
    ("The council wants to send troops to Mali.", &["council want -", "council to send troops"]),
    ("The decision to sign the treaty surprised Kenya.", &["- to sign treaty", "decision surprise Kenya"]),
    (
        "Turkey refused to open its border and to accept refugees.",
        &["Turkey refuse -", "Turkey to open border", "Turkey to accept refugees"],
    ),
    ("Washington accused Iran of attacking the ship.", &["Washington accuse Iran", "Iran attack ship"]),
    ("The police are accused of killing two students.", &["police be accuse -", "police kill students"]),
    ("Russia withdrew its troops after signing the accord.", &["Russia withdraw troops", "Russia sign accord"]),
    ("Speaking in Geneva, the envoy praised the talks.", &["envoy speak -", "envoy praise talks"]),
    ("The army shelled the town, killing ten people.", &["army shell town", "army kill people"]),
    ("Troops occupying the city killed two people.", &["Troops occupy city", "Troops kill people"]),
    ("A treaty signed in Paris ended the war.", &["treaty be sign -", "treaty end war"]),
    ("Kenya said that it would sign the treaty.", &["Kenya say -", "it sign treaty"]),
    ("Kenya said it would sign the treaty.", &["Kenya say -", "it sign treaty"]),
    ("Officials said on Tuesday the army had left the town.", &["Officials say -", "army leave town"]),
    ("\"We will sign the treaty,\" said the minister.", &["We sign treaty", "minister say -"]),
    ("\"We reject this,\" the envoy told reporters.", &["We reject this", "envoy tell reporters"]),
    ("The army has left the town, the minister said.", &["army leave town", "minister say -"]),
    ("If Iran attacks, Israel will respond.", &["Iran attack -", "Israel respond -"]),
    ("The war ended after the parties signed a truce.", &["war end -", "parties sign truce"]),
    ("As the talks began, rebels shelled the capital.", &["talks begin -", "rebels shell capital"]),
    ("France gave Kenya a loan.", &["France give loan/Kenya"]),
    ("The bank offered Ukraine new loans.", &["bank offer loans/Ukraine"]),
    ("The court let the group leave the country.", &["court let group", "group to leave country"]),
    ("The United States helped Kenya fight the rebels.", &["States help Kenya", "Kenya to fight rebels"]),
    ("The army carried out an attack.", &["army carry attack"]),
    ("The two sides called off the talks.", &["sides call talks"]),
    ("There were protests in the capital.", &["protests be -"]),
    ("Each of the states signs the treaty.", &["Each sign treaty"]),
    ("No state opposed the resolution.", &["state oppose resolution"]),
    ("The minister met his counterpart last week.", &["minister meet counterpart"]),
    ("Last week the minister met his counterpart.", &["minister meet counterpart"]),
    ("The rebels killed at least six people.", &["rebels kill people"]),
    ("Germany paid $662 million.", &["Germany pay million"]),
    ("Iran-backed rebels seized the port.", &["rebels seize port"]),
    ("MOSCOW -- The Kremlin has welcomed the decision.", &["Kremlin welcome decision"]),
    ("The U.S. military said it struck two targets.", &["military say -", "it strike targets"]),
    ("What the minister said angered Moscow.", &["minister say What", "- anger Moscow"]),
    ("The president himself signed the order.", &["president sign order"]),
    ("The government asked for the rebels to leave.", &["government ask -", "rebels to leave -"]),
    ("Kenya became a member of the council.", &["Kenya become -"]),
    ("She was elected president.", &["She be elect -"]),
    ("The talks, officials said, have failed.", &["officials say -", "talks fail -"]),
    ("Egypt has condemned and Jordan has welcomed the plan.", &["Egypt condemn -", "Jordan welcome plan"]),
    ("Turkey got expelled from the group.", &["Turkey be expel -"]),
    ("It is a large, modern army.", &["It be -"]),
    ("The parties want peace and oppose violence.", &["parties want peace", "parties oppose violence"]),
    ("The deal ends the war and opens the border.", &["deal end war", "deal open border"]),
    ("Jordan said truce in Syria is a sham.", &["Jordan say -", "truce be -"]),
    ("The army has left the town but warned it will return.", &["army leave town", "army warn -", "it return -"]),
    ("The strike goes on until their members ratify a contract.", &["strike go -", "members ratify contract"]),
    ("The newly elected president cancelled the visit.", &["president cancel visit"]),
    (
        "Washington accused the government of Iran on Monday of attacking the ship.",
        &["Washington accuse government", "government attack ship"],
    ),
    ("The president called on Turkey to open the border.", &["president call -", "Turkey to open border"]),
    ("The president urged Iran in Vienna to sign.", &["president urge Iran", "Iran to sign -"]),
    ("A court fined the paper and barred her from leaving the city.", &["court fine paper", "court bar her", "her leave city"]),
    ("The army struck Iran-backed militia groups last week.", &["army strike groups"]),
    ("Israel condemned the group after attacking the town.", &["Israel condemn group", "Israel attack town"]),
    ("Human rights groups welcome the move.", &["groups welcome move"]),
    ("The country imports oil and exports copper.", &["country import oil", "country export copper"]),
];

#[test]
fn clauses_of_sentences() {
    let reader = reader();
    let mut wrong = Vec::new();
    for (sentence, expected) in SENTENCES {
        let doc = read(&reader, sentence);
        let found: Vec<String> = doc.clauses.clauses.iter().map(|clause| show(&reader, &doc, clause)).collect();
        if found != *expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} sentences:\n{}", wrong.len(), SENTENCES.len(), wrong.join("\n"));
}

#[test]
fn finite_clauses_have_a_tense_and_their_markers() {
    let reader = reader();
    let doc = read(&reader, "The minister has not said whether Kenya will sign.");
    let [said, sign] = doc.clauses.clauses.as_slice() else { panic!("two clauses, not {:?}", doc.clauses.clauses) };
    assert!(said.perfect && said.negated && said.modal.is_none());
    assert_eq!(said.tense, chancery_text::Tense::Present);
    assert_eq!(sign.tense, chancery_text::Tense::Modal);
    assert_eq!(sign.parent, Some(0));
    assert_eq!(sign.kind, ClauseKind::Adverbial);
    let word = |token: Option<u32>| token.map(|token| doc.tokens[token as usize].text(doc.text()));
    assert_eq!(word(sign.marker), Some("whether"));
    assert_eq!(word(sign.modal), Some("will"));
}

#[test]
fn the_span_reaches_from_the_subject_to_the_last_argument() {
    let reader = reader();
    let text = "On Monday Kenya signed the treaty in Paris, and left.";
    let doc = read(&reader, text);
    let spans: Vec<&str> = doc.clauses.clauses.iter().map(|clause| &text[clause.span.range()]).collect();
    assert_eq!(spans, ["Kenya signed the treaty in Paris", "left"]);
}

#[test]
fn prepositions_know_the_phrase_before_them_and_their_clause() {
    let reader = reader();
    let doc = read(&reader, "In May the president of Kenya met the envoy in Nairobi.");
    let found: Vec<(String, String, Option<u32>)> =
        doc.clauses.prepositions.iter().map(|link| (heads(&doc, Some(link.phrase)), heads(&doc, link.after), link.clause)).collect();
    let expected = [("May", "-", Some(0)), ("Kenya", "president", None), ("Nairobi", "envoy", Some(0))];
    assert_eq!(found, expected.map(|(phrase, after, clause)| (phrase.to_owned(), after.to_owned(), clause)));
}

#[test]
fn possessors_appositions_and_times() {
    let reader = reader();
    let doc = read(&reader, "Kenya's president, William Ruto, arrived last week.");
    let phrases = &doc.clauses.phrases;
    let president = phrases.iter().find(|phrase| phrase.possessor.is_some()).expect("a phrase with a possessor");
    assert_eq!(heads(&doc, president.possessor), "Kenya's");
    assert_eq!(heads(&doc, president.apposition), "Ruto");
    assert_eq!(phrases.last().map(|phrase| phrase.kind), Some(PhraseKind::Time));
}

#[test]
fn text_without_clauses_and_odd_text_is_read() {
    let reader = reader();
    for text in
        ["", ".", "Paris, 3 May 2015", "to", "and and and", "who's", "it’s 's '", "the very", "is", "not to", "- - -", "\u{fffd} ☃ of"]
    {
        let doc = read(&reader, text);
        assert!(doc.clauses.clauses.len() <= 1, "{text}: {:?}", doc.clauses.clauses);
    }
    assert!(ClauseReader::default().classes(&Document::new("", "text")).is_empty());
}

#[test]
fn mistakes_in_rules_name_their_line() {
    for (rules, line, part) in [
        ("# rules\nselect XX : -1 DT", 2, "XX"),
        ("choose NN : -1 DT", 1, "choose"),
        ("select NN : x DT", 1, "\"x\""),
        ("select", 1, "must begin with"),
        ("select NN : -1", 1, "lacks"),
    ] {
        let mut builder = ClauseReader::builder();
        builder.rules(rules);
        let error = builder.build().expect_err("the rules are wrong");
        assert_eq!(error.line(), line, "{rules}");
        assert!(error.message().contains(part), "{error}");
    }
    assert!(ClauseReader::builder().word("run", "VB XX", None, false).is_err());
}

#[test]
fn the_lexicon_and_lists_can_be_built_by_hand() {
    let mut builder = ClauseReader::builder();
    builder.word("states", "NNS", None, false).expect("the class is known");
    builder.word("sign", "VB NN", Some("sign"), false).expect("the classes are known");
    builder.word("-ly", "RB", None, true).expect("the class is known");
    builder.rules("select VB : -1~ NNS");
    let reader = builder.build().expect("the rule is right");
    let doc = read(&reader, "states quickly sign");
    let verb = doc.clauses.clauses.first().expect("a clause");
    assert_eq!((reader.lemma(verb.lemma), heads(&doc, verb.subject).as_str()), ("sign", "states"));
    assert_eq!(reader.classes(&doc), [Classes::PLURAL, Classes::ADVERB, Classes::BASE]);
    assert_eq!(WordList::named("saying"), Some(WordList::Saying));
    assert_eq!(WordList::named("shouting"), None);
}

#[test]
fn readers_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<ClauseReader>();
}
