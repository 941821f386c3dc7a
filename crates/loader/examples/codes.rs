//! Prints the table of the diagnostic codes that begin with the given prefix: `cargo run -p chancery-loader --example codes CH-D`.
//! Without a prefix, prints the table of all codes.

fn main() {
    let prefix = std::env::args().nth(1).unwrap_or_else(|| "CH-".to_owned());
    print!("{}", chancery_loader::code_table(&prefix));
}
