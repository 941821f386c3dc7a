//! Finds the state or other body to which the people or things in a phrase belong. An adjective, an origin or a place can show it ("Kenyan troops", "refugees from
//! Syria", "a court in Guyana"). In this module, the parameter `number` is the index of the phrase.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::{EntityClass, EntityIx, PrepositionalPhrase, RelationKind};

/// Returns the state, organisation or armed group that a modifier in a phrase names ("Hamas" in "Hamas fighters").
pub(crate) fn adjective(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let phrase = view.phrase(number);
    (phrase.tokens.start..phrase.tokens.end).filter(|token| *token != phrase.head).find_map(|token| {
        let mention = view.mention_at(token)?;
        let entity = view.doc.mentions[mention].entity;
        let class = view.catalog.class(entity);
        // In "the Islamic Republic of Iran", "Islamic" is part of the name.
        if class == EntityClass::State && view.mention_at(phrase.head) == Some(mention) {
            return None;
        }
        let body = class.is_country() || matches!(class, EntityClass::Organisation | EntityClass::Organ);
        // Parties and armed groups also count ("Hamas fighters").
        (body || is_group(view, entity)).then_some(entity)
    })
}

/// Returns `true` if an entity is a party, a company or an armed group. Such an entity has the class [`EntityClass::Other`] and a sector. Other entities of this
/// class, such as wars and principles, have no sector.
pub(crate) fn is_group(view: &View<'_>, entity: EntityIx) -> bool {
    view.catalog.class(entity) == EntityClass::Other && view.catalog.entity(entity).sector.is_some()
}

/// Returns the state from which people come ("refugees from Syria").
pub(crate) fn origin(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let end = view.phrase(number).tokens.end;
    let link = after(view, number).find(|link| link.preposition == end && view.is(link.preposition, Cue::Origin))?;
    let named = view.doc.mentions[view.mention_at(view.phrase(link.phrase).head)?].entity;
    view.catalog.class(named).is_country().then_some(named)
}

/// Returns the country of the place that directly follows a phrase ("a court in Guyana", "a village near the town of Mopti").
pub(crate) fn whereabouts(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let phrase = view.phrase(number);
    let link = after(view, number).find(|link| link.preposition == phrase.tokens.end && view.is(link.preposition, Cue::Where))?;
    country_of_place(view, link.phrase)
}

/// Returns the country of the place to which a phrase refers. The head of the phrase, the name after "of" ("the town of Mopti") or an adjective ("the Ethiopian town
/// of Axum") can show the country.
pub(crate) fn country_of_place(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let named = |number: u32| {
        let entity = view.doc.mentions[view.mention_at(view.phrase(number).head)?].entity;
        match view.catalog.class(entity) {
            class if class.is_country() => Some(entity),
            // A region may lie in several countries, even if its entry lists only one.
            class if class.is_place() && class != EntityClass::Region => {
                view.catalog.entity(entity).country.and_then(|country| view.catalog.find(country))
            }
            _ => None,
        }
    };
    if let Some(country) = named(number) {
        return Some(country);
    }
    // Nouns such as "affairs" do not denote a place: "in the affairs of Kenya".
    if view.is(view.phrase(number).head, Cue::Abstract) {
        return None;
    }
    let of = after(view, number).find(|link| view.key(link.preposition) == view.tables.of);
    // The adjective is used if the name after "of" does not show the country: "the Ethiopian town of Axum".
    let described = || adjective(view, number).filter(|entity| view.catalog.class(*entity) == EntityClass::State);
    of.and_then(|of| named(of.phrase)).or_else(described)
}

/// Returns the prepositional phrases that follow a phrase and modify it.
pub(crate) fn after<'a>(view: &View<'a>, number: u32) -> impl Iterator<Item = &'a PrepositionalPhrase> + use<'a> {
    let phrase = view.phrase(number);
    let near = view.prepositions_near(view.sentence_of(phrase.head), phrase.tokens.end);
    near.iter().filter(move |link| link.after == Some(number))
}

/// Returns `true` if the head of a phrase is the name of a city that is or was the capital of a state.
pub(crate) fn is_capital(view: &View<'_>, number: u32) -> bool {
    view.mention_at(view.phrase(number).head).is_some_and(|mention| {
        let entity = view.doc.mentions[mention].entity;
        let capital = || view.catalog.relations(entity).iter().any(|relation| relation.kind == RelationKind::CapitalOf);
        view.catalog.class(entity) == EntityClass::City && view.catalog.may_relate(entity, RelationKind::CapitalOf) && capital()
    })
}
