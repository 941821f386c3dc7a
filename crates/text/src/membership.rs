//! The members of groups, and the validity of relations, at a date.

use crate::{Catalog, Date, EntityIx, Interval, Relation, RelationKind};

/// See [`Catalog::holds`].
pub(crate) fn holds(relation: &Relation, date: Option<Date>) -> bool {
    let Some(valid) = relation.valid else { return true };
    match date {
        Some(date) => covers(valid, date),
        None => valid.end().is_none(),
    }
}

/// See [`Catalog::existed`].
pub(crate) fn existed(valid: Option<Interval>, date: Option<Date>) -> bool {
    let Some(valid) = valid else { return true };
    match date {
        Some(date) => valid.contains(date) != Some(false),
        None => valid.end().is_none(),
    }
}

/// See [`Catalog::members`].
pub(crate) fn members<C: Catalog + ?Sized>(catalog: &C, entity: EntityIx, date: Option<Date>) -> Vec<EntityIx> {
    let all = |kind: RelationKind, entity: EntityIx| {
        let known = if catalog.may_relate(entity, kind) { catalog.relations(entity) } else { &[] };
        known.iter().filter(move |relation| relation.kind == kind)
    };
    let own = all(RelationKind::Member, entity);
    let there = |relation: &&Relation| catalog.holds(relation, date) && catalog.existed(relation.of, date);
    let mut found: Vec<EntityIx> = own.filter(there).map(|relation| relation.of).collect();
    if found.is_empty()
        && let Some(body) = all(RelationKind::Of, entity).next()
        && all(RelationKind::Of, body.of).next().is_none()
    {
        found = members(catalog, body.of, date);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an interval contains a date. If the date is only a year or a month and the interval contains part of it, the middle of that year or month is tested.
fn covers(valid: Interval, date: Date) -> bool {
    valid.contains(date).unwrap_or_else(|| {
        let middle = match date.month() {
            None => Date::new(date.year(), Some(7), Some(1)),
            month => Date::new(date.year(), month, Some(15)),
        };
        middle.is_some_and(|middle| valid.contains(middle) == Some(true))
    })
}
