//! The feature classes of GeoNames, which Linked Places also uses.

/// The type of places whose class has no type.
pub(super) const OTHER: &str = "geo";

const CLASSES: [(&str, &str); 4] = [("A", "admin"), ("P", "city"), ("S", "site"), ("R", "site")];

/// Returns the type of the places of a class.
pub(super) fn kind_of_class(class: &str) -> Option<&'static str> {
    CLASSES.iter().find(|(known, _)| *known == class).map(|(_, kind)| *kind)
}
