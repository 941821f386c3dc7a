//! Counts events by year, source and target.

use crate::event::EventRow;
use std::collections::BTreeMap;

/// Counts of events, in total and by class.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Counts {
    /// The number of events.
    pub events: u32,
    /// The number of events in each quad class, from 1 to 4. Class 1 is at index 0.
    pub quads: [u32; 4],
    /// The number of events in each PLOVER class.
    pub classes: BTreeMap<String, u32>,
    /// The sum of the Goldstein values, in tenths.
    goldstein: i64,
    /// The number of events that have a Goldstein value.
    scaled: u32,
}

impl Counts {
    fn add(&mut self, event: &EventRow) {
        self.events += 1;
        if let Some(quad) = usize::from(event.quad).checked_sub(1).and_then(|quad| self.quads.get_mut(quad)) {
            *quad += 1;
        }
        *self.classes.entry(event.class.clone()).or_default() += 1;
        if let Some(value) = event.goldstein {
            self.goldstein += i64::from(value);
            self.scaled += 1;
        }
    }

    /// Returns the mean Goldstein value, or `None` if no event has a Goldstein value.
    #[must_use]
    pub fn goldstein(&self) -> Option<f64> {
        (self.scaled > 0).then(|| self.goldstein as f64 / 10.0 / f64::from(self.scaled))
    }
}

/// Counts of events by year, source and target.
///
/// An event may have several sources and targets. In `dyads` and `edges`, it counts once for each combination of a source and a target, unless
/// both are the same. In `sources`, it counts once for each source, and in `targets` once for each target.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Panel {
    /// Counts by year, source and target.
    pub dyads: BTreeMap<(u16, String, String), Counts>,
    /// Counts by year and source.
    pub sources: BTreeMap<(u16, String), Counts>,
    /// Counts by year and target.
    pub targets: BTreeMap<(u16, String), Counts>,
    /// Counts by source and target, over all years. They include events without a date.
    pub edges: BTreeMap<(String, String), Counts>,
    /// The number of events without a date. Of the four maps, only [`edges`](Self::edges) counts these events.
    pub undated: u32,
}

impl Panel {
    /// Counts events. The year of an event is the year in which it begins.
    #[must_use]
    pub fn of<'e>(events: impl IntoIterator<Item = &'e EventRow>) -> Self {
        let mut panel = Self::default();
        for event in events {
            let year = event.begin.map(chancery_text::Date::year);
            panel.undated += u32::from(year.is_none());
            for source in &event.source {
                for target in event.target.iter().filter(|target| *target != source) {
                    panel.edges.entry((source.clone(), target.clone())).or_default().add(event);
                    if let Some(year) = year {
                        panel.dyads.entry((year, source.clone(), target.clone())).or_default().add(event);
                    }
                }
            }
            if let Some(year) = year {
                for source in &event.source {
                    panel.sources.entry((year, source.clone())).or_default().add(event);
                }
                for target in &event.target {
                    panel.targets.entry((year, target.clone())).or_default().add(event);
                }
            }
        }
        panel
    }
}
