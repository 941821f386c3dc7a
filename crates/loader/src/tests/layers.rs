//! Tests how an upper layer changes names, topics, rules and types with `extend`, `rename`, `drop`
//! and `off`.

use super::{codes, good, load};
use crate::codes::Code;
use crate::compile::{Contents, build};
use chancery_gazetteer::Entity;
use chancery_text::{EntityClass, Form, RelationKind};

fn entity<'c>(contents: &'c Contents, id: &str) -> &'c Entity {
    contents.entries.entities.iter().find(|entity| entity.id == id).expect("an entity")
}

fn forms(entity: &Entity) -> Vec<(&str, Form)> {
    entity.names.iter().map(|name| (name.text.as_str(), name.form)).collect()
}

fn extended(text: &str) -> Contents {
    good(&[("names.toml", &format!("[[entity]]\nid = \"state.ke\"\nextend = true\n{text}\n"))])
}

#[test]
fn extending_adds_and_renaming_keeps_the_old_name() {
    let added = extended("alias.en = [\"Kenia\"]");
    let kenya = entity(&added, "state.ke");
    assert_eq!(forms(kenya), [("Kenia", Form::Alias), ("Kenya", Form::Name), ("British East Africa", Form::Alias)]);
    let renamed = extended("rename.en = \"Republic of Kenya\"");
    let kenya = entity(&renamed, "state.ke");
    assert_eq!(kenya.label, "Republic of Kenya");
    assert_eq!(forms(kenya), [("Republic of Kenya", Form::Name), ("Kenya", Form::Alias), ("British East Africa", Form::Alias)]);
    let promoted = extended("rename.en = \"British East Africa\"");
    assert_eq!(forms(entity(&promoted, "state.ke")), [("British East Africa", Form::Name), ("Kenya", Form::Alias)]);
    // A layer may repeat a name with a restriction.
    let restricted = extended("name.en = { n = \"Kenya\", needs = [\"Nairobi\"] }");
    assert_eq!(entity(&restricted, "state.ke").names[0].needs, ["Nairobi"]);
    // The restriction applies to the same name in all languages. The name stays a name in each of them.
    let russian = extended("name.ru = { n = \"Kenya\", needs = [\"Nairobi\"] }");
    let kenya = entity(&russian, "state.ke");
    let names: Vec<(&str, &str)> = kenya.names.iter().map(|name| (name.language.as_str(), name.text.as_str())).collect();
    assert_eq!(names, [("ru", "Kenya"), ("en", "Kenya"), ("en", "British East Africa")]);
    assert!(kenya.names[..2].iter().all(|name| name.needs == ["Nairobi"]));
    let dropped = extended("drop.alias.en = [\"British East Africa\"]");
    assert_eq!(forms(entity(&dropped, "state.ke")), [("Kenya", Form::Name)]);
    let (_, diagnostics) = load(&[("x.toml", "[[entity]]\nid = \"state.ke\"\nextend = true\nname.en = \"Kenia\"\n")]);
    assert_eq!(codes(&diagnostics), [Code::SecondName]);
    assert!(diagnostics[0].help.contains("rename.en"));
}

#[test]
fn an_entry_can_be_switched_off_and_defined_anew() {
    let off = "[[entity]]\nid = \"state.ke\"\noff = true\n";
    let contents = good(&[("names.toml", off)]);
    assert!(!contents.entries.entities.iter().any(|entity| entity.id == "state.ke"));
    // The union's relation to the state is removed together with the state.
    assert!(entity(&contents, "igo.union").links.is_empty());
    let anew = format!("{off}[[entity]]\nid = \"state.ke\"\ntype = \"state\"\nname.en = \"Kenia\"\nsrc = \"x\"\n");
    assert_eq!(forms(entity(&good(&[("names.toml", &anew)]), "state.ke")), [("Kenia", Form::Name)]);
}

#[test]
fn a_clash_names_the_cure() {
    let own = |name: &str| format!("[[entity]]\nid = \"state.xx\"\ntype = \"state\"\nname.en = {name}\nsrc = \"x\"\n");
    let (_, diagnostics) = load(&[("names.toml", &own("\"Kenya\""))]);
    assert_eq!(codes(&diagnostics), [Code::SharedForm]);
    assert_eq!(diagnostics[0].file, "mine/names.toml");
    for cure in ["extend = true", "off = true", "drop.name.en", "id = \"state.ke\"", "rival = [\"state.ke\"]"] {
        assert!(diagnostics[0].help.contains(cure), "{}", diagnostics[0].help);
    }
    // If the entry of the upper layer lists the other entry in `rival`, the lower entry need not list the upper one.
    good(&[("names.toml", &own("{ n = \"Kenya\", prior = 0.5, rival = [\"state.ke\"] }"))]);
    let below = "[[entity]]\nid = \"state.ke\"\nextend = true\nname.en = { n = \"Kenya\", prior = 0.5, rival = [\"state.xx\"] }\n";
    good(&[("names.toml", &format!("{}{below}", own("\"Kenya\"")))]);
    for (path, text) in [
        ("names.toml", "[[entity]]\nid = \"state.ke\"\n"),
        ("topics/x.toml", "[[topic]]\nid = \"economic.trade\"\n"),
        ("rules/x.toml", "[[rule]]\nid = \"sign\"\noff = false\n"),
    ] {
        let (_, diagnostics) = load(&[(path, text)]);
        let clash = diagnostics.iter().find(|d| [Code::Duplicate, Code::DuplicateRule].contains(&d.code)).expect("a clash");
        assert!(clash.help.contains("off = true") && !clash.message.contains("base.toml"), "{clash}");
    }
}

#[test]
fn relations_can_be_dropped() {
    let union = |text: &str| format!("[[entity]]\nid = \"igo.union\"\nextend = true\n{text}\n");
    let links = |text: &str| entity(&good(&[("names.toml", &union(text))]), "igo.union").links.len();
    assert_eq!(links("alias.en = [\"Eastern Union\"]"), 1);
    assert_eq!(links("drop.member = [\"state.ke\"]"), 0);
    assert_eq!(links("drop.member = { of = \"state.ke\" }"), 0);
    // A relation is dropped only if it agrees with all keys that are given.
    for text in
        ["drop.member = [\"state.xx\"]", "drop.member = [{ of = \"state.ke\", valid = \"2001/..\" }]", "drop.organ = [\"state.ke\"]"]
    {
        let (contents, diagnostics) = load(&[("names.toml", &union(text))]);
        let expected = if text.contains("organ") { Code::UnknownKey } else { Code::NothingToDrop };
        assert_eq!(codes(&diagnostics), [expected], "{text}");
        assert_eq!(entity(&contents, "igo.union").links.len(), 1, "{text}");
    }
}

#[test]
fn relations_are_kept() {
    let own = "[[entity]]\nid = \"igo.union\"\nextend = true\nseat = [\"state.ke\"]\nparty = [\"state.ke\"]\nsuccessor = [\"state.ke\"]\ndepositary = [\"state.ke\"]\npart_of = [\"state.ke\"]\n";
    let contents = good(&[("names.toml", own)]);
    let kinds: Vec<RelationKind> = entity(&contents, "igo.union").links.iter().map(|link| link.kind).collect();
    let all = [
        RelationKind::Member,
        RelationKind::Seat,
        RelationKind::Party,
        RelationKind::Successor,
        RelationKind::Depositary,
        RelationKind::PartOf,
    ];
    assert_eq!(kinds, all);
}

#[test]
fn a_relation_replaces_only_one_with_the_same_role() {
    let own = |member: &str| format!("[[entity]]\nid = \"igo.union\"\nextend = true\nmember = [{member}]\n");
    let links = |member: &str| entity(&good(&[("names.toml", &own(member))]), "igo.union").links.len();
    assert_eq!(links("{ of = \"state.ke\", valid = \"2001/..\" }"), 1);
    assert_eq!(links("{ of = \"state.ke\", role = \"member\" }"), 1);
    // The membership stays. An observer is not a member, so it is not among the links.
    assert_eq!(links("{ of = \"state.ke\", role = \"observer\" }"), 1);
}

#[test]
fn topics_are_extended_and_switched_off() {
    let own = "[[topic]]\nid = \"economic.trade\"\nextend = true\nlabel = \"Commerce\"\nterms = [\"quota\", { n = \"tariff\", weight = 2 }]\ndrop = [\"customs union\"]\n[[topic]]\nid = \"economic.money\"\noff = true\n";
    let topics = good(&[("topics/x.toml", own)]).topics;
    assert_eq!(topics.labels().len(), 1);
    assert_eq!((topics.labels()[0].id.as_str(), topics.labels()[0].label.as_str()), ("economic.trade", "Commerce"));
    let text = format!("{topics:?}");
    assert!(text.contains("(\"quota\", 1.0), (\"tariff\", 2.0)") && !text.contains("customs union"), "{text}");
    // If an area is switched off, its topics are removed too.
    let own = "[[topic]]\nid = \"economic\"\nlabel = \"Economy\"\n";
    let mut files = super::over_base(&[("topics/x.toml", own)]);
    files.push(super::file("topics/y.toml", "[[topic]]\nid = \"economic\"\noff = true\n", 3));
    assert!(crate::compile::read(&files).0.topics.labels().is_empty());
}

#[test]
fn a_rule_is_switched_off() {
    let off = "[[rule]]\nid = \"sign\"\noff = true\n";
    let contents = good(&[("rules/x.toml", off)]);
    assert_eq!(build(&contents).expect("it builds").classifier.rule_ids().count(), 0);
}

#[test]
fn types_are_added_changed_and_switched_off() {
    let own = "[[sector]]\nname = \"FIN\"\n[[type]]\nname = \"bank\"\nclass = \"organ\"\nhead_nouns = true\nsector = \"FIN\"\nbefore = 3\nafter = 4\npermanent = true\n[[type]]\nname = \"igo\"\nextend = true\nhead_nouns = false\n[[type]]\nname = \"shadow\"\noff = true\n";
    let names = "[[entity]]\nid = \"bank.x\"\ntype = \"bank\"\nname.en = \"Bank of X\"\nsrc = \"x\"\n";
    let contents = good(&[("types.toml", own), ("names.toml", names)]);
    let bank = entity(&contents, "bank.x");
    assert_eq!((bank.class, bank.headed, bank.sector.as_deref()), (EntityClass::Organ, true, Some("FIN")));
    assert_eq!(bank.dated.map(|dated| (dated.before, dated.after)), Some((3, 4)));
    assert!(bank.permanent);
    let union = entity(&contents, "igo.union");
    assert_eq!((union.class, union.headed, union.permanent), (EntityClass::Organisation, false, false));
    let (_, diagnostics) =
        load(&[("types.toml", own), ("names.toml", "[[entity]]\nid = \"x.x\"\ntype = \"shadow\"\nname.en = \"X\"\nsrc = \"x\"\n")]);
    assert_eq!(codes(&diagnostics), [Code::UnknownType]);
    // A rule can use the new type.
    let rule = "[groups]\nmoney = [\"bank\"]\n";
    good(&[("types.toml", own), ("rules/x.toml", rule)]);
}

#[test]
fn each_layer_is_counted() {
    let own = "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [\"Ken{ia,iya}\"]\n";
    let contents = good(&[("names.toml", own)]);
    assert_eq!(contents.summaries()[1].to_string(), "1 file, 1 entry, 2 forms");
}
