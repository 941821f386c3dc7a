//! Reads `types.toml`: the types of entities and the sectors of actors.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::{self, Fields};
use crate::files::File;
use crate::placement::{LOWER_LAYERS, Place, place};
use crate::suggest::suggestion;
use crate::value::{self, Node};
use chancery_gazetteer::{Dated, NameClass};
use chancery_text::EntityClass;

/// A type of entity.
#[derive(Clone, Debug)]
pub(crate) struct EntityType {
    pub(crate) name: String,
    layer: u32,
    pub(crate) class: EntityClass,
    pub(crate) name_class: Option<NameClass>,
    /// Whether a document may refer to an entity of this type by the head noun of its name.
    pub(crate) head_nouns: bool,
    /// The number of years by which a year in the text ("of 1954") may lie before or after the
    /// period of validity of the entity. `None` if such years are not checked.
    pub(crate) dated: Option<Dated>,
    /// Whether names of this type only hide others: they are not reported as mentions, but prevent
    /// shorter names inside them from being found.
    pub(crate) hides: bool,
    /// Whether entities of this type are lasting: if an entry has no `valid`, the entity is taken to exist at every date.
    pub(crate) permanent: bool,
    /// The sector of entities of this type that have no sector in their own entry.
    pub(crate) sector: Option<String>,
}

/// All entity types and sectors.
#[derive(Clone, Debug, Default)]
pub(crate) struct Types {
    types: Vec<EntityType>,
    sectors: Vec<String>,
    government: String,
    organisation: String,
    former: String,
}

const KEYS: [&str; 12] =
    ["name", "class", "description", "name_class", "head_nouns", "before", "after", "permanent", "hides", "sector", "extend", "off"];
const NAME_CLASSES: [(&str, NameClass); 3] = [("land", NameClass::Land), ("town", NameClass::Town), ("person", NameClass::Person)];

/// Reads the files named `types.toml`.
pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Types {
    let mut types = Types::default();
    let mut numbers: Vec<usize> = (0..files.len()).filter(|number| place(&files[*number]) == Place::Types).collect();
    numbers.sort_by_key(|number| files[*number].layer);
    let mut used: Vec<(String, Position)> = Vec::new();
    for number in numbers {
        for node in value::parse(files, number, diagnostics) {
            let known = ["type", "sector", "government_sector", "organisation_sector", "former_sector"];
            let Some(fields) = Fields::new(&node, "types.toml", &known, diagnostics) else { continue };
            for sector in fields.tables("sector", diagnostics) {
                types.sector(sector, diagnostics);
            }
            for kind in fields.tables("type", diagnostics) {
                types.entity_type(kind, files[number].layer, &mut used, diagnostics);
            }
            let Types { government, organisation, former, .. } = &mut types;
            for (key, sector) in [("government_sector", government), ("organisation_sector", organisation), ("former_sector", former)] {
                if let (Some(name), Some(node)) = (fields.text(key, diagnostics), fields.get(key)) {
                    used.push((name.clone(), node.at));
                    *sector = name;
                }
            }
        }
    }
    for (sector, at) in used {
        types.check_sector(&sector, at, diagnostics);
    }
    types
}

impl Types {
    /// Returns the sector for bodies of a state.
    pub(crate) fn government(&self) -> &str {
        &self.government
    }

    /// Returns the sector for persons who serve an organisation.
    pub(crate) fn organisation(&self) -> &str {
        &self.organisation
    }

    /// Returns the sector for former holders of a state's offices.
    pub(crate) fn former(&self) -> &str {
        &self.former
    }

    fn sector(&mut self, node: &Node, diagnostics: &mut Diagnostics) {
        let Some(fields) = Fields::new(node, "a sector", &["name", "description", "off"], diagnostics) else { return };
        let off = fields.flag("off", diagnostics) == Some(true);
        fields.text("description", diagnostics);
        match fields.text("name", diagnostics) {
            None => diagnostics.add(Code::Missing, node.at, "this sector has no name", "write name = \"GOV\""),
            Some(name) if off => self.sectors.retain(|known| *known != name),
            Some(name) if self.is_sector(&name) => {}
            Some(name) => self.sectors.push(name),
        }
    }

    fn entity_type(&mut self, node: &Node, layer: u32, used: &mut Vec<(String, Position)>, diagnostics: &mut Diagnostics) {
        let Some(fields) = Fields::new(node, "a type", &KEYS, diagnostics) else { return };
        let Some(name) = fields.text("name", diagnostics) else {
            return diagnostics.add(Code::Missing, node.at, "this type has no name", "write name = \"state\"");
        };
        let extend = fields.flag("extend", diagnostics) == Some(true);
        let off = fields.flag("off", diagnostics) == Some(true);
        let at = fields.get("name").map_or(node.at, |node| node.at);
        let known = self.types.iter().position(|known| known.name == name);
        let below = known.is_some_and(|known| self.types[known].layer < layer);
        if (extend || off) && !below {
            return diagnostics.add(
                Code::NothingBelow,
                at,
                format!("no lower layer has a type \"{name}\""),
                format!("correct the name, or remove extend or off; {LOWER_LAYERS}"),
            );
        }
        let mut entity_type = match known {
            Some(number) if off || extend => self.types.remove(number),
            Some(_) => {
                return diagnostics.add(
                    Code::Duplicate,
                    at,
                    format!("there is already a type \"{name}\""),
                    "to change the existing type, write extend = true; otherwise choose another name",
                );
            }
            None => EntityType {
                name,
                layer,
                class: EntityClass::Other,
                name_class: None,
                head_nouns: false,
                dated: None,
                hides: false,
                permanent: false,
                sector: None,
            },
        };
        if off {
            return;
        }
        fields.text("description", diagnostics);
        if let Some(class) = fields.text("class", diagnostics) {
            match class.parse() {
                Ok(class) => entity_type.class = class,
                Err(_) => {
                    let names: Vec<&str> = EntityClass::ALL.iter().map(|class| class.as_str()).collect();
                    report(&fields, "class", &class, &names, diagnostics);
                }
            }
        }
        if let Some(class) = fields.text("name_class", diagnostics) {
            entity_type.name_class = NAME_CLASSES.iter().find(|(name, _)| *name == class).map(|(_, class)| *class);
            if entity_type.name_class.is_none() {
                report(&fields, "name_class", &class, &NAME_CLASSES.map(|(name, _)| name), diagnostics);
            }
        }
        entity_type.head_nouns = fields.flag("head_nouns", diagnostics).unwrap_or(entity_type.head_nouns);
        entity_type.permanent = fields.flag("permanent", diagnostics).unwrap_or(entity_type.permanent);
        entity_type.hides = fields.flag("hides", diagnostics).unwrap_or(entity_type.hides);
        let years = |key, diagnostics: &mut Diagnostics| fields.whole(key, 1000, diagnostics).map(|years| years as u16);
        match (years("before", diagnostics), years("after", diagnostics)) {
            (Some(before), Some(after)) => entity_type.dated = Some(Dated { before, after }),
            (None, None) => {}
            _ => diagnostics.add(Code::Missing, node.at, "before and after must be given together", "write both keys, as numbers of years"),
        }
        if let (Some(sector), Some(node)) = (fields.text("sector", diagnostics), fields.get("sector")) {
            used.push((sector.clone(), node.at));
            entity_type.sector = Some(sector);
        }
        self.types.push(entity_type);
    }

    /// Returns the type with this name, if it exists.
    pub(crate) fn get(&self, name: &str) -> Option<&EntityType> {
        self.types.iter().find(|known| known.name == name)
    }

    /// Returns the class of a type, or [`EntityClass::Other`] if the type is unknown.
    pub(crate) fn class(&self, name: &str) -> EntityClass {
        self.get(name).map_or(EntityClass::Other, |known| known.class)
    }

    /// Returns `true` if names of the type `name` only hide others: they are not reported as
    /// mentions, but prevent shorter names inside them from being found.
    pub(crate) fn hides(&self, name: Option<&str>) -> bool {
        name.and_then(|name| self.get(name)).is_some_and(|known| known.hides)
    }

    /// Returns the names of all types.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.types.iter().map(|known| known.name.as_str())
    }

    pub(crate) fn is_sector(&self, name: &str) -> bool {
        self.sectors.iter().any(|known| known == name)
    }

    /// Reports an unknown sector.
    pub(crate) fn check_sector(&self, name: &str, at: Position, diagnostics: &mut Diagnostics) {
        if !self.is_sector(name) {
            let known: Vec<&str> = self.sectors.iter().map(String::as_str).collect();
            let help = format!("{}known sectors: {}", suggestion(name, &known), known.join(", "));
            diagnostics.add(Code::UnknownType, at, format!("there is no sector \"{name}\""), help);
        }
    }
}

/// Reports a value that is not one of the known values.
fn report(fields: &Fields<'_>, key: &str, value: &str, known: &[&str], diagnostics: &mut Diagnostics) {
    if let Some(node) = fields.get(key) {
        let help = format!("{}known values: {}", suggestion(value, known), known.join(", "));
        fields::wrong(node, &format!("{key} must be one of the known values"), &help, diagnostics);
    }
}
