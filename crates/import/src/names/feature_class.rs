//! The feature classes of GeoNames (such as `P` for populated places). The format Linked Places
//! also uses them.

/// The entity type of places whose feature class is not in the table below.
pub(super) const OTHER: &str = "geo";

const CLASSES: [(&str, &str); 4] = [("A", "admin"), ("P", "city"), ("S", "site"), ("R", "site")];

/// Returns the entity type for a feature class, or `None` if the class is not in the table.
pub(super) fn kind_of_class(class: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(known, _)| *known == class).map(|(_, kind)| *kind)
}
