//! Converts actors to codes.

use chancery_text::{Actor, ActorKind, Catalog, Document, EntityIx, RelationKind};
use std::collections::BTreeMap;

/// Returns the code of an actor: its country code and its sector (`KAZ GOV`). For a group, returns the country codes of its members, joined with `;`. Parts that are
/// unknown are left out.
#[must_use]
pub fn code(actor: &Actor, catalog: &dyn Catalog) -> String {
    let mut text = String::new();
    codes(actor, catalog, &mut |code| {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(code);
    });
    text
}

/// Passes each code of an actor to `take`. A group has the country codes of its members, in alphabetical order. Any other actor has one code, which consists of
/// its country code and its sector (`KAZ GOV`). If only the country code or only the sector is known, the code consists of this part. If both are unknown,
/// there is no code.
pub(crate) fn codes(actor: &Actor, catalog: &dyn Catalog, take: &mut dyn FnMut(&str)) {
    if actor.kind == ActorKind::Group {
        let mut codes: Vec<&str> = actor.members.iter().filter_map(|member| catalog.entity(*member).country).collect();
        codes.sort_unstable();
        codes.into_iter().for_each(take);
        return;
    }
    let country = actor.of.and_then(|of| catalog.entity(of).country).unwrap_or_default();
    match (country, actor.sector.as_str()) {
        ("", "") => {}
        (code, "") | ("", code) => take(code),
        (country, sector) => take(&format!("{country} {sector}")),
    }
}

/// Returns the state to which each mentioned office belongs. The keys are the indexes of the mentions. A mention of an office that belongs to several states is left
/// out.
pub(crate) fn states(doc: &Document) -> BTreeMap<u32, EntityIx> {
    let mut states: BTreeMap<u32, Option<EntityIx>> = BTreeMap::new();
    for actor in doc.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Office | ActorKind::Person)) {
        for &mention in &actor.mentions {
            let names_office = doc.mentions.get(mention.get()).is_some_and(|mention| Some(mention.entity) == actor.entity);
            if names_office {
                states.entry(mention.0).and_modify(|state| *state = state.filter(|state| Some(*state) == actor.of)).or_insert(actor.of);
            }
        }
    }
    states.into_iter().filter_map(|(mention, state)| Some((mention, state?))).collect()
}

/// Returns the state or organisation for which each mentioned person acts. The keys are the indexes of the mentions.
pub(crate) fn served(doc: &Document) -> BTreeMap<u32, EntityIx> {
    let mut served = BTreeMap::new();
    for actor in &doc.actors {
        let (Some(person), Some(of)) = (actor.person, actor.of) else { continue };
        let names_person = |mention: u32| doc.mentions.get(mention as usize).is_some_and(|mention| mention.entity == person);
        served.extend(actor.mentions.iter().filter(|mention| names_person(mention.0)).map(|mention| (mention.0, of)));
    }
    served
}

/// Returns `true` if `person` may hold an office in an organisation at the date of the document, according to the gazetteer. If the document has no date, the
/// result is `true` if the person holds or held such an office at any time.
pub(crate) fn may_serve_organisation(person: EntityIx, doc: &Document, catalog: &dyn Catalog) -> bool {
    catalog.relations(person).iter().filter(|term| term.kind == RelationKind::Office).any(|term| {
        let in_date = || doc.metadata.date.zip(term.valid).is_none_or(|(date, valid)| valid.contains(date) != Some(false));
        term.at.is_some_and(|at| !catalog.class(at).is_country()) && in_date()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_text::{EntityClass, EntityInfo, NameIx, Relation};

    /// A catalog with one person, who led the government of Portugal and then served the United Nations.
    struct Terms(Vec<Relation>);

    impl Catalog for Terms {
        fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
            let (id, class) = [
                ("person.guterres-antonio", EntityClass::Person),
                ("state.pt", EntityClass::State),
                ("igo.un", EntityClass::Organisation),
                ("office.x", EntityClass::Office),
            ][entity.get()];
            let mut info = EntityInfo::new(id, class.as_str(), id);
            info.class = class;
            info
        }

        fn name_language(&self, _: NameIx) -> &str {
            ""
        }

        fn relations(&self, entity: EntityIx) -> &[Relation] {
            if entity == EntityIx(0) { &self.0 } else { &[] }
        }
    }

    #[test]
    fn terms_at_an_organisation_count_in_their_time() {
        let term = |at, valid: &str| {
            Relation::new(RelationKind::Office, EntityIx(3)).with_at(EntityIx(at)).with_valid(valid.parse().expect("an interval"))
        };
        let catalog = Terms(vec![term(1, "1995-10/2002-04"), term(2, "2017/2026")]);
        let state = Terms(vec![term(1, "1995-10/2002-04")]);
        for (date, serves) in [(None, true), (Some("2001"), false), (Some("2018-05"), true), (Some("2030"), false)] {
            let mut doc = Document::new("d", "António Guterres");
            doc.metadata.date = date.map(|date| date.parse().expect("a date"));
            assert_eq!(may_serve_organisation(EntityIx(0), &doc, &catalog), serves, "{date:?}");
            assert!(!may_serve_organisation(EntityIx(0), &doc, &state), "{date:?}");
        }
    }
}
