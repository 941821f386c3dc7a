//! Tests that dates and intervals are the same after they were stored in the binary format of the compiled data.

use chancery_text::{Date, Interval};

#[test]
fn dates_and_intervals_survive_the_binary_format() {
    for text in ["0001", "2021", "2021-02", "2020-02-29", "9999-12-31"] {
        let date: Date = text.parse().expect("a date");
        let bytes = postcard::to_stdvec(&date).expect("it is stored");
        assert_eq!(postcard::from_bytes::<Date>(&bytes).expect("it is read"), date);
    }
    for text in ["../..", "1971-10-27/1997-05-17", "1991/..", "../2000-06", "2005/2005"] {
        let interval: Interval = text.parse().expect("an interval");
        let bytes = postcard::to_stdvec(&interval).expect("it is stored");
        assert_eq!(postcard::from_bytes::<Interval>(&bytes).expect("it is read"), interval);
    }
}

#[test]
fn numbers_that_are_no_dates_are_errors() {
    for number in [0_u32, 20_210_230, 20_211_300, 2021, 100_000_000, u32::MAX] {
        let bytes = postcard::to_stdvec(&number).expect("it is stored");
        assert!(postcard::from_bytes::<Date>(&bytes).is_err(), "{number}");
    }
    // This interval ends before it starts, so it must be rejected.
    let bytes = postcard::to_stdvec(&(20_210_101_u32, 20_200_101_u32)).expect("it is stored");
    assert!(postcard::from_bytes::<Interval>(&bytes).is_err());
}
