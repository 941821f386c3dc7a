//! Tests of actors in short texts. The catalog and the words are defined in this file. In the texts, square brackets mark each name. They contain the id of the
//! entity and the name itself: `[ke Kenya]`. If the name is not a plain name, its form follows the id: `[kz/adj Kazakh]`.

use chancery_actors::{ActorExtractor, ActorExtractorBuilder, Class};
use chancery_text::{
    Actor, BlockIx, Catalog, Document, EntityClass, EntityInfo, EntityIx, Form, Interval, Mention, Metadata, NameIx, PlainBreaker,
    Reference, Relation, RelationKind, Sentence, SentenceIx, Span, TokenRange, WordBreaker,
};

/// Id, type, class, label, sector and dates of all entities.
const ENTITIES: [(&str, &str, EntityClass, &str, &str, &str); 22] = [
    ("ke", "state", EntityClass::State, "Kenya", "", ""),
    ("ug", "state", EntityClass::State, "Uganda", "", ""),
    ("kz", "state", EntityClass::State, "Kazakhstan", "", "1991-12-16/.."),
    ("uz", "state", EntityClass::State, "Uzbekistan", "", "1991-08-31/.."),
    ("ru", "state", EntityClass::State, "Russia", "", "1991-12-26/.."),
    ("su", "state", EntityClass::State, "Soviet Union", "", "1922-12-30/1991-12-25"),
    ("nairobi", "city", EntityClass::City, "Nairobi", "", ""),
    ("moscow", "city", EntityClass::City, "Moscow", "", ""),
    ("kremlin", "site", EntityClass::Site, "Kremlin", "", ""),
    ("fm", "office", EntityClass::Office, "Foreign Minister", "GOV", ""),
    ("president", "office", EntityClass::Office, "President", "GOV", ""),
    ("premier", "office", EntityClass::Office, "Prime Minister", "GOV", ""),
    ("secgen", "office", EntityClass::Office, "Secretary-General", "", ""),
    ("org", "igo", EntityClass::Organisation, "Organization", "", ""),
    ("central-asia", "region", EntityClass::Region, "Central Asia", "", ""),
    ("lake-states", "grouping", EntityClass::Grouping, "Lake States", "", ""),
    ("sides", "grouping", EntityClass::Grouping, "two sides", "", ""),
    ("parties", "grouping", EntityClass::Grouping, "Parties", "", ""),
    ("members", "grouping", EntityClass::Grouping, "Member States", "", ""),
    ("nn", "person", EntityClass::Person, "Nursultan Nazarbayev", "", ""),
    ("vp", "person", EntityClass::Person, "Vladimir Putin", "", ""),
    ("xx", "person", EntityClass::Person, "Nobody Known", "", ""),
];

/// The relations between the entities. Each row contains an entity, the kind of relation, the other entity, the state in which an office is held (empty for
/// other relations), and the dates.
const RELATIONS: [(&str, RelationKind, &str, &str, &str); 17] = [
    ("nairobi", RelationKind::CapitalOf, "ke", "", ""),
    ("nairobi", RelationKind::Country, "ke", "", ""),
    ("moscow", RelationKind::CapitalOf, "su", "", "../1991-12-25"),
    ("moscow", RelationKind::CapitalOf, "ru", "", "1991-12-26/.."),
    ("kremlin", RelationKind::Metonym, "ru", "", "1991-12-26/.."),
    ("secgen", RelationKind::Of, "org", "", ""),
    ("org", RelationKind::Member, "ke", "", ""),
    ("org", RelationKind::Member, "ug", "", "1990-01-01/.."),
    ("org", RelationKind::Member, "su", "", ""),
    ("central-asia", RelationKind::Member, "kz", "", ""),
    ("central-asia", RelationKind::Member, "uz", "", ""),
    ("lake-states", RelationKind::Member, "ke", "", ""),
    ("lake-states", RelationKind::Member, "ug", "", ""),
    ("nn", RelationKind::Office, "president", "kz", "1991-12-16/2019-03-20"),
    ("vp", RelationKind::Office, "president", "ru", "2000-05-07/2008-05-07"),
    ("vp", RelationKind::Office, "premier", "ru", "2008-05-08/2012-05-06"),
    ("vp", RelationKind::Office, "president", "ru", "2012-05-07/.."),
];

/// The entities and relations above.
struct Names(Vec<Vec<Relation>>);

fn entity(id: &str) -> EntityIx {
    EntityIx(ENTITIES.iter().position(|(known, ..)| *known == id).unwrap_or_else(|| panic!("no entity {id}")) as u32)
}

fn interval(text: &str) -> Option<Interval> {
    (!text.is_empty()).then(|| text.parse().expect("an interval"))
}

impl Names {
    fn new() -> Self {
        let mut relations = vec![Vec::new(); ENTITIES.len()];
        for (id, kind, of, at, valid) in RELATIONS {
            let at = (!at.is_empty()).then(|| entity(at));
            relations[entity(id).get()].push(Relation { kind, of: entity(of), at, valid: interval(valid) });
        }
        Self(relations)
    }
}

impl Catalog for Names {
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
        let (id, kind, class, label, sector, valid) = ENTITIES[entity.get()];
        let mut info = EntityInfo::new(id, kind, label);
        info.class = class;
        info.sector = (!sector.is_empty()).then_some(sector);
        info.valid = interval(valid);
        info.refers = match id {
            "sides" => Some(Reference::Two),
            "parties" => Some(Reference::Parties),
            "members" => Some(Reference::Members),
            _ => None,
        };
        info
    }

    fn name_language(&self, _: NameIx) -> &str {
        "en"
    }

    fn relations(&self, entity: EntityIx) -> &[Relation] {
        &self.0[entity.get()]
    }
}

fn extractor() -> ActorExtractor {
    let mut builder = ActorExtractorBuilder::new();
    for (text, sector, several) in
        [("government", "GOV", false), ("governments", "GOV", true), ("armed forces", "MIL", false), ("ministries", "GOV", true)]
    {
        builder.body(text, sector, several);
    }
    for (class, words) in [
        (Class::Group, &["countries", "states"][..]),
        (Class::Membership, &["member states", "members"]),
        (Class::Modifier, &["former", "deputy", "new"]),
        (Class::Former, &["former"]),
        (Class::Partial, &["some", "many", "most"]),
        (Class::Opening, &["all", "with", "by"]),
        (Class::Own, &["its"]),
        (Class::Single, &["party", "member state"]),
        (Class::Narrowing, &["that"]),
        (Class::Article, &["the"]),
        (Class::Of, &["of"]),
        (Class::Join, &["and"]),
        (Class::Honorific, &["Mr", "His Excellency"]),
        (Class::Say, &["said", "rejected", "agreed"]),
        (Class::Auxiliary, &["has"]),
        (Class::Place, &["in", "near"]),
        (Class::Between, &["between"]),
        (Class::Source, &["according to"]),
        (Class::Dealing, &["talks", "relations"]),
        (Class::With, &["with"]),
        (Class::Stance, &["position"]),
        (Class::PluralEnd, &["s"]),
        (Class::SingularEnd, &["ss"]),
    ] {
        for word in words {
            builder.word(class, word);
        }
    }
    builder.number("two", 2);
    builder.number("five", 5);
    builder.government_sector("GOV").organisation_sector("IGO").former_sector("ELI");
    builder.build(&PlainBreaker).expect("plain words")
}

/// Creates a document from a text with marked names. Each sentence ends with a period.
fn document(marked: &str, date: &str) -> Document {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        text += before;
        let (inner, after) = behind.split_once(']').expect("a closing bracket");
        let (id, surface) = inner.split_once(' ').expect("an entity and a name");
        let (id, form) = id.split_once('/').unwrap_or((id, "name"));
        let form = match form {
            "adj" => Form::Adjective,
            "demonym" => Form::Demonym,
            _ => Form::Name,
        };
        let span = Span::new(text.len() as u32, (text.len() + surface.len()) as u32);
        mentions.push(Mention::new(span, entity(id), NameIx(0), form));
        text += surface;
        rest = after;
    }
    text += rest;
    let metadata = Metadata { date: (!date.is_empty()).then(|| date.parse().expect("a date")), ..Metadata::default() };
    let mut doc = Document::new("1", text.as_str()).with_metadata(metadata);
    PlainBreaker.break_words(&text, &mut doc.tokens);
    // A possessive ending belongs to the token before it, as with the tokenizer.
    let mut at = 0;
    while at + 2 < doc.tokens.len() {
        if doc.tokens[at + 1].text(&text) == "'" && doc.tokens[at + 2].text(&text) == "s" {
            doc.tokens[at].span = Span::new(doc.tokens[at].span.start(), doc.tokens[at + 2].span.end());
            doc.tokens.drain(at + 1..at + 3);
        }
        at += 1;
    }
    let mut first = 0;
    for end in 1..=doc.tokens.len() {
        if end == doc.tokens.len() || doc.tokens[end - 1].text(&text) == "." {
            let span = Span::new(doc.tokens[first].span.start(), doc.tokens[end - 1].span.end());
            doc.sentences.push(Sentence::new(span, TokenRange::new(first as u32, end as u32), BlockIx(0)));
            first = end;
        }
    }
    for mention in &mut mentions {
        let sentence = doc.sentences.partition_point(|sentence| sentence.span.end() <= mention.span.start());
        mention.sentence = SentenceIx(sentence as u32);
    }
    doc.mentions = mentions;
    doc
}

/// Formats an actor as one line.
fn line(doc: &Document, actor: &Actor) -> String {
    let id = |entity: EntityIx| ENTITIES[entity.get()].0;
    let mut line = format!("{}: {}", doc.slice(actor.span), actor.kind.as_str());
    for (word, entity) in [("", actor.entity), (" of", actor.of), (" person", actor.person)] {
        if let Some(entity) = entity {
            line += &format!("{word} {}", id(entity));
        }
    }
    if !actor.sector.is_empty() {
        line += &format!(" {}", actor.sector);
    }
    if !actor.members.is_empty() {
        line += &format!(" = {}", actor.members.iter().map(|member| id(*member)).collect::<Vec<_>>().join(" "));
    }
    match actor.in_date {
        Some(true) => line += ", in date",
        Some(false) => line += ", not in date",
        None => {}
    }
    line + ", " + actor.cue.as_str()
}

/// Compares the actors of a text, formatted as one line for each actor, with the expected lines.
#[track_caller]
fn actors(marked: &str, date: &str, expected: &[&str]) {
    let mut doc = document(marked, date);
    extractor().run(&mut doc, &Names::new());
    let found: Vec<String> = doc.actors.iter().map(|actor| line(&doc, actor)).collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn an_office_belongs_to_the_name_before_it() {
    actors("The [kz/adj Kazakh] [fm foreign minister] spoke.", "", &["Kazakh foreign minister: office fm of kz GOV, before"]);
    actors("[ke Kenya]'s new [president President] spoke.", "", &["Kenya's new President: office president of ke GOV, before"]);
    // A name that is neither an adjective nor possessive needs an office that begins with a capital letter, and must not follow a preposition.
    actors("[ke Kenya] [fm Foreign Minister] spoke.", "", &["Kenya Foreign Minister: office fm of ke GOV, before"]);
    actors("In [ke Kenya] [fm Foreign Minister] spoke.", "", &[]);
    actors("[ke Kenya] [fm foreign minister] spoke.", "", &[]);
}

#[test]
fn an_office_belongs_to_the_name_behind_it() {
    actors("The [president President] of the [ke Kenya] spoke.", "", &["President of the Kenya: office president of ke GOV, of"]);
    actors("The [president President] of [ke/adj Kenyan] troops spoke.", "", &[]);
    // The possessor after the office is preferred to the one before it.
    actors(
        "[ke Kenya]'s [president President] of the [org Organization] spoke.",
        "",
        &["President of the Organization: office president of org IGO, of"],
    );
}

#[test]
fn offices_in_the_plural_belong_to_every_name_that_is_joined() {
    actors(
        "The [president Presidents] of [ke Kenya] and [ug Uganda] met.",
        "",
        &[
            "Presidents of Kenya and Uganda: office president of ke GOV, of",
            "Presidents of Kenya and Uganda: office president of ug GOV, of",
        ],
    );
    actors("The [president President] of [ke Kenya] and [ug Uganda] met.", "", &["President of Kenya: office president of ke GOV, of"]);
    actors(
        "The [fm foreign ministers] of [central-asia Central Asia] met.",
        "",
        &["foreign ministers of Central Asia: group central-asia GOV = kz uz, of"],
    );
}

#[test]
fn an_office_of_a_body_needs_no_name_beside_it() {
    actors("The [secgen Secretary] spoke.", "", &["Secretary: office secgen of org IGO, known"]);
    actors("The [president President] spoke.", "", &[]);
}

#[test]
fn who_held_an_office_once_is_of_the_elite() {
    actors("Former [ke/adj Kenyan] [president President] spoke.", "", &["Former Kenyan President: office president of ke ELI, before"]);
}

#[test]
fn bodies_of_a_state_have_its_sector() {
    actors("The Government of [ke Kenya] agreed.", "", &["Government of Kenya: body of ke GOV, of"]);
    actors("[ke/adj Kenyan] armed forces left.", "", &["Kenyan armed forces: body of ke MIL, before"]);
    actors(
        "The Governments of [ke Kenya] and [ug Uganda] agreed.",
        "",
        &["Governments of Kenya and Uganda: body of ke GOV, of", "Governments of Kenya and Uganda: body of ug GOV, of"],
    );
    actors("The [nairobi Nairobi] government agreed.", "", &["Nairobi government: body of ke GOV, before"]);
    actors("The government met. [ke Kenya] agreed.", "", &[]);
}

#[test]
fn groups_have_the_members_of_the_documents_date() {
    actors("The [lake-states Lake States] agreed.", "", &["Lake States: group lake-states = ke ug, known"]);
    actors("The members of the [org Organization] agreed.", "1985", &["members of the Organization: group org = ke su, of"]);
    actors("The members of the [org Organization] agreed.", "1995-01-01", &["members of the Organization: group org = ke ug, of"]);
    actors("[org Organization] member states agreed.", "2001", &["Organization member states: group org = ke ug, before"]);
    actors(
        "The two [central-asia/adj Central Asian] countries agreed.",
        "",
        &["two Central Asian countries: group central-asia = kz uz, before"],
    );
}

#[test]
fn a_part_of_a_group_is_not_the_group() {
    for text in [
        "Some [lake-states Lake States] agreed.",
        "Five [central-asia/adj Central Asian] countries agreed.",
        "The major [central-asia/adj Central Asian] countries agreed.",
        "The [central-asia/adj Central Asian] countries that agreed left.",
        "Most of the [lake-states Lake States] agreed.",
    ] {
        actors(text, "", &[]);
    }
}

#[test]
fn common_nouns_stand_for_states_named_before() {
    actors("[ke Kenya] met [ug Uganda]. The [sides two sides] agreed.", "", &["two sides: group sides = ke ug, introduced"]);
    actors("[ke Kenya] met [ug Uganda] and [kz Kazakhstan]. The [sides two sides] agreed.", "", &[]);
    actors(
        "[ke Kenya] and [ug Uganda] wish for peace. The [parties Parties] agree. It is so.",
        "",
        &["Parties: group parties = ke ug, introduced"],
    );
    actors(
        "The [org Organization] met. Its [members Member States] agreed.",
        "2001",
        &["Member States: group members of org = ke ug, introduced"],
    );
    actors("[ke Kenya] met [ug Uganda]. Some [sides sides] agreed.", "", &[]);
}

#[test]
fn a_person_holds_the_office_of_the_documents_date() {
    for (date, expected) in [
        ("2005-01-01", "Vladimir Putin: person president of ru person vp GOV, in date, terms"),
        ("2010", "Vladimir Putin: person premier of ru person vp GOV, in date, terms"),
        ("", "Vladimir Putin: person president of ru person vp GOV, terms"),
    ] {
        actors("[vp Vladimir Putin] spoke.", date, &[expected]);
    }
    // A person whose term has ended has the sector of former holders. A person who is not in office yet, or has no office, is not an actor.
    actors(
        "[nn Nursultan Nazarbayev] spoke.",
        "2021-05-01",
        &["Nursultan Nazarbayev: person president of kz person nn ELI, not in date, terms"],
    );
    actors("[nn Nursultan Nazarbayev] spoke.", "1985", &[]);
    actors("[xx Nobody Known] spoke.", "2001", &[]);
}

#[test]
fn a_person_beside_an_office_is_in_it() {
    actors(
        "[nn Nursultan Nazarbayev], [president President] of [kz Kazakhstan], spoke.",
        "2001-05-01",
        &["Nursultan Nazarbayev, President of Kazakhstan: office president of kz person nn GOV, in date, of"],
    );
    // A person who holds an office of another state does not hold the office next to the name.
    actors(
        "[vp Vladimir Putin], [president President] of [kz Kazakhstan], spoke.",
        "2005-05-01",
        &[
            "Vladimir Putin: person president of ru person vp GOV, in date, terms",
            "President of Kazakhstan: office president of kz GOV, of",
        ],
    );
    actors(
        "[president President] Mr [vp Vladimir Putin] spoke.",
        "2010-05-01",
        &["President Mr Vladimir Putin: person premier of ru person vp GOV, in date, terms"],
    );
}

#[test]
fn a_capital_that_acts_is_its_government() {
    actors("[nairobi Nairobi] said no.", "", &["Nairobi: metonym nairobi of ke GOV, use"]);
    actors("[nairobi Nairobi] has rejected it.", "", &["Nairobi: metonym nairobi of ke GOV, use"]);
    actors("[moscow Moscow] said no.", "1980", &["Moscow: metonym moscow of su GOV, use"]);
    actors("[moscow Moscow] said no.", "2000", &["Moscow: metonym moscow of ru GOV, use"]);
    actors(
        "Talks between [moscow Moscow] and [nairobi Nairobi] failed.",
        "2000",
        &["Moscow: metonym moscow of ru GOV, use", "Nairobi: metonym nairobi of ke GOV, use"],
    );
    actors("According to [nairobi Nairobi] it failed.", "", &["Nairobi: metonym nairobi of ke GOV, use"]);
    actors("[nairobi Nairobi]'s new position is known.", "", &["Nairobi: metonym nairobi of ke GOV, use"]);
    for text in ["They met in [nairobi Nairobi]. They said no.", "[nairobi Nairobi] is large.", "The mayor of [nairobi Nairobi] said no."] {
        actors(text, "", &[]);
    }
}

#[test]
fn a_seat_of_government_acts_unless_somebody_is_in_it() {
    actors("The [kremlin Kremlin] is silent.", "2001", &["Kremlin: metonym kremlin of ru GOV, use"]);
    actors("They met in the [kremlin Kremlin].", "2001", &[]);
    actors("The [kremlin Kremlin] in [moscow Moscow] is red.", "2001", &[]);
    actors("The [kremlin Kremlin] is silent.", "1980", &[]);
}

#[test]
fn without_mentions_nothing_acts() {
    actors("The government agreed.", "", &[]);
}
