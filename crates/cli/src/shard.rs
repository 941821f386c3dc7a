//! Shards of a run. A run can be divided into several shards, and each shard can be processed on a
//! different machine.

use std::str::FromStr;

/// One shard of a run. The parts of the run are numbered from 0 and are dealt out to the shards in
/// turn: part 0 belongs to shard 1, part 1 to shard 2 and so on. After the last shard, the turn
/// comes back to shard 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    /// The number of the shard, counted from 1.
    pub(crate) number: u32,
    /// The number of shards.
    pub(crate) of: u32,
}

impl Shard {
    /// Returns `true` if the part with the number `part` belongs to the shard.
    pub(crate) const fn takes(self, part: u32) -> bool {
        part % self.of == self.number - 1
    }

    /// Returns the name of the shard's folder, which is inside the folder that all shards share.
    pub(crate) fn folder(self) -> String {
        format!("shard-{}-of-{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("write a shard as I/N, for example 2/4; I is the number of the shard, counted from 1, and N is the number of shards"
                .to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_in_one_shard() {
        let shards: Vec<Shard> = (1..=3).map(|number| Shard { number, of: 3 }).collect();
        assert!((0..20).all(|part| shards.iter().filter(|shard| shard.takes(part)).count() == 1));
        assert_eq!("2/4".parse(), Ok(Shard { number: 2, of: 4 }));
        for wrong in ["0/4", "5/4", "2", "2/", "a/b", "1/0", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
