//! Runs the cases of `cases/amounts/*.toml`, which list sums of money, shares and quantities.

use chancery_pipeline::Stages;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    /// One string for each amount, in order. Its fields are separated by "|": the text, the kind, the value, the upper value of a range, the unit or currency, and
    /// the bound. The bound is left out if it is `exact`.
    amounts: Vec<String>,
    /// The trigger (the word that names the event) of the event to which the first amount belongs.
    #[serde(default)]
    event: Option<String>,
    /// The reason why the program does not pass the case yet.
    #[serde(default)]
    unmet: Option<String>,
}

impl chancery_tests::Case for Case {
    fn name(&self) -> &str {
        &self.name
    }

    fn unmet(&self) -> Option<&str> {
        self.unmet.as_deref()
    }
}

/// Returns the differences between the results and what the case expects, or an empty string if there are none.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let doc = stages.annotated(&case.name, &case.text);
    let amount = |amount: &chancery_text::Amount| {
        let rounded = |value: f64| (value * 1e6).round() / 1e6;
        let mut fields =
            vec![doc.slice(amount.span).replace('\n', " "), amount.kind.as_str().to_owned(), rounded(amount.value).to_string()];
        fields.extend(amount.value_to.map(|to| rounded(to).to_string()));
        fields.extend(Some(amount.unit.clone()).filter(|unit| !unit.is_empty()));
        fields.extend(Some(amount.bound.as_str().to_owned()).filter(|_| amount.bound != chancery_text::Bound::Exact));
        fields.join("|")
    };
    let found: Vec<String> = doc.amounts.iter().map(amount).collect();
    let mut differences = String::new();
    if found != case.amounts {
        differences += &format!("  amounts {found:#?}\n  expected {:#?}\n", case.amounts);
    }
    if let Some(expected) = &case.event {
        let event = doc.amounts.first().and_then(|amount| doc.events.get(amount.event? as usize));
        let trigger = event.map_or("", |event| doc.slice(event.trigger));
        if trigger != expected {
            differences += &format!("  event {trigger:?}\n  expected {expected:?}\n");
        }
    }
    differences
}
