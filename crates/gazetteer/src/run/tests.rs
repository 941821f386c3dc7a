//! Tests that the recorded rejections agree with the decisions of a run.

use super::{Scratch, run};
use crate::context::rejection;
use crate::recorder::{Rejections, Silent};
use crate::tables::{Role, Tables};
use crate::{Activation, CasePolicy, Entity, GazetteerBuilder, Name};
use chancery_text::{Document, Form, NameIx, PlainBreaker, RejectionReason, Span, WordBreaker};
use proptest::prelude::*;

const FORMS: [Form; 4] = [Form::Name, Form::Alias, Form::Abbreviation, Form::Adjective];
const ACTIVATIONS: [Activation; 3] = [Activation::Always, Activation::Introduced, Activation::Defined];
const CASES: [CasePolicy; 3] = [CasePolicy::Exact, CasePolicy::Title, CasePolicy::Any];

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a", "A", "b", "B", "Ab", "C", "É", "Council"])
}

fn name() -> impl Strategy<Value = Name> {
    (
        prop::collection::vec(word(), 1..4),
        prop::sample::select(FORMS.to_vec()),
        prop::sample::select(vec![0, 0, 0, 1, 2]),
        prop::sample::select(CASES.to_vec()),
        prop::option::weighted(0.1, word()),
        prop::option::weighted(0.1, word()),
        prop::sample::select(vec![1.0_f32, 0.5]),
    )
        .prop_map(|(words, form, activation, case, needs, not, prior)| {
            let mut name = Name::new(words.join(" "), form).with_case(case);
            name.activation = ACTIVATIONS[activation];
            name.needs.extend(needs.map(str::to_owned));
            name.not.extend(not.map(str::to_owned));
            name.prior = prior;
            name
        })
}

/// Generates entities with a few names each. Some entities are silent, that is, they yield no mentions.
fn entities() -> impl Strategy<Value = Vec<Entity>> {
    let entity = (prop::collection::vec(name(), 1..4), prop::bool::weighted(0.1));
    prop::collection::vec(entity, 1..6).prop_map(|entities| {
        let entity = |(number, (names, silent)): (usize, (Vec<Name>, bool))| {
            let mut entity = Entity::new(format!("e{number}"), "thing");
            (entity.silent, entity.headed, entity.names) = (silent, true, names);
            entity
        };
        entities.into_iter().enumerate().map(entity).collect()
    })
}

fn document(extra: &[&'static str]) -> impl Strategy<Value = String> {
    let mut pieces = vec!["a", "A", "b", "B", "Ab", "AB", "C", "É", "Council", "A B", "and", "languages", "tongue"];
    pieces.extend(extra);
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| pieces.join(" "))
}

fn tables(entities: &[Entity]) -> Tables {
    let mut builder = GazetteerBuilder::new();
    builder.article("the").join("and").language_noun("languages").definition_cue("hereinafter").head_noun(&["Council".to_owned()], false);
    for entity in entities {
        builder.entity(entity.clone());
    }
    builder.build(&PlainBreaker).expect("names with letters").tables
}

fn cut(text: &str) -> Document {
    let mut doc = Document::new("1", text);
    let mut tokens = Vec::new();
    PlainBreaker.break_words(text, &mut tokens);
    doc.tokens = tokens;
    doc
}

/// Returns every name that a scan finds, with the span that its mention would have.
fn scanned(tables: &Tables, doc: &Document) -> Vec<(Span, NameIx)> {
    let mut all = Vec::new();
    tables.phrases.scan(doc.text(), &doc.tokens, &mut chancery_phrases::Scratch::default(), |hit| {
        for &code in tables.phrases.values(hit) {
            if let Role::Name(name, _) = Role::of(code) {
                all.push((rejection(tables, doc, &hit, name, RejectionReason::Case).span, NameIx(name)));
            }
        }
    });
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scanned_name_is_a_mention_or_has_one_reason(entities in entities(), text in document(&[])) {
        let (tables, doc) = (tables(&entities), cut(&text));
        let mut rejections = Rejections::default();
        let mentions = run(&tables, &doc, &mut Scratch::default(), &mut rejections);
        for (span, name) in scanned(&tables, &doc) {
            let taken = mentions.iter().filter(|mention| mention.span == span && mention.name == name).count();
            let reasons: Vec<_> = rejections.all.iter().filter(|r| r.span == span && r.name == name).map(|r| r.reason).collect();
            prop_assert_eq!(taken + reasons.len(), 1, "{:?} {:?}: {} mentions, {:?}", doc.slice(span), name, taken, reasons);
        }
    }

    #[test]
    fn recording_changes_nothing_and_every_rejection_is_handed_over_once(
        entities in entities(),
        text in document(&["the Council", "the", "(hereinafter the Council)", "( AB )", "(hereinafter C)", ", hereinafter Ab,"]),
    ) {
        let (tables, mut doc) = (tables(&entities), cut(&text));
        let mut rejections = Rejections::default();
        let mentions = run(&tables, &doc, &mut Scratch::default(), &mut rejections);
        prop_assert_eq!(&mentions, &run(&tables, &doc, &mut Scratch::default(), &mut Silent));
        doc.mentions = mentions;
        rejections.hand_over(&mut doc);
        let covers = |outer: Span, inner: Span| outer.start() <= inner.start() && inner.end() <= outer.end();
        let taken = |span: Span, entity| doc.mentions.iter().any(|mention| mention.entity == entity && covers(mention.span, span));
        let with_mentions = doc.mentions.iter().flat_map(|mention| &mention.rejected);
        let mut all: Vec<_> = with_mentions.clone().chain(&doc.rejections).map(|r| (r.span.start(), r.span.end(), r.name)).collect();
        for (span, name) in scanned(&tables, &doc) {
            let entity = chancery_text::EntityIx(tables.name(name.0).entity);
            let rejected = all.contains(&(span.start(), span.end(), name));
            prop_assert!(taken(span, entity) != rejected, "{:?} {name:?}", doc.slice(span));
        }
        prop_assert!(doc.rejections.iter().all(|r| !doc.mentions.iter().any(|mention| mention.span.overlaps(r.span))));
        prop_assert!(doc.mentions.iter().all(|mention| mention.rejected.iter().all(|r| mention.span.overlaps(r.span))));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), count);
    }
}

#[test]
fn each_step_names_its_reason() {
    let name = |text: &str, activation| {
        let mut name = Name::new(text, Form::Name);
        name.activation = activation;
        name
    };
    let mut council = Entity::new("council", "body").with_name(name("Peace Council", Activation::Always));
    council.headed = true;
    let mut bear = Entity::new("shadow", "shadow").with_name(name("Kenya Airways", Activation::Always));
    bear.silent = true;
    let person = Entity::new("person", "person")
        .with_name(name("Ann Koss", Activation::Always))
        .with_name(name("Koss", Activation::Introduced))
        .with_name(name("Chief", Activation::Defined));
    let mut kenya = Entity::new("kenya", "state").with_name(name("Kenya", Activation::Always));
    kenya.names.push(Name::new("Kenyan", Form::Adjective));
    let tables = tables(&[council, bear, person, kenya]);
    for (text, surface, reason) in [
        ("in the Kenyan and Lao languages", "Kenyan", RejectionReason::Language),
        ("Kenya Airways", "Kenya", RejectionReason::Inside),
        ("Kenya Airways", "Kenya Airways", RejectionReason::Shadow),
        ("the Peace council", "Peace council", RejectionReason::Case),
        ("Koss and Ann Koss", "Koss", RejectionReason::NotIntroduced),
        ("Ann Koss, the Chief", "Chief", RejectionReason::NotDefined),
        ("Peace Council, the War Council, the Council", "Council", RejectionReason::UnknownNearer),
        ("Peace Council, the Council House", "Council", RejectionReason::GoesOn),
        ("Peace Council (hereinafter the Body), Body", "Body", RejectionReason::NoArticle),
        ("Peace Council (hereinafter Kenya), Kenya", "Kenya", RejectionReason::Redefined),
    ] {
        let doc = cut(text);
        let mut rejections = Rejections::default();
        let mentions = run(&tables, &doc, &mut Scratch::default(), &mut rejections);
        let found: Vec<_> = rejections.all.iter().map(|r| (doc.slice(r.span), r.reason)).collect();
        let names: Vec<_> = mentions.iter().map(|mention| doc.slice(mention.span)).collect();
        assert!(found.contains(&(surface, reason)), "{text}: {found:?}, mentions {names:?}");
    }
}
