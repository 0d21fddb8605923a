//! Numbers for people. Durations are the timeline's: `interleave_timeline::units::duration`.

/// Unit of all moments of a run that ends at `end_nanos`, how many nanoseconds it has, and digits behind the point that
/// can be read while they run.
const fn unit(end_nanos: u64) -> (&'static str, f64, usize) {
    match end_nanos {
        0..=99_999 => ("µs", 1e3, 2),
        100_000..=9_999_999 => ("ms", 1e6, 4),
        10_000_000..=999_999_999 => ("ms", 1e6, 3),
        _ => ("s", 1e9, 5),
    }
}

/// A moment beside the end it belongs to: the same unit for all moments of a run, so that the digits stand still.
#[must_use]
pub fn moment(at_nanos: u64, end_nanos: u64) -> String {
    let (unit, per_unit, digits) = unit(end_nanos);
    format!("{:.digits$} {unit}", at_nanos as f64 / per_unit)
}

/// A moment to stand at. One line of Python takes some ten nanoseconds, and a step of one has to be seen.
#[must_use]
pub fn exact_moment(at_nanos: u64, end_nanos: u64) -> String {
    let (unit, per_unit, digits) = unit(end_nanos);
    // A microsecond has three digits, as the thousand nanoseconds it is.
    let digits = if per_unit <= 1e3 { 3 } else { digits.max(5) + usize::from(per_unit >= 1e9) * 3 };
    format!("{:.digits$} {unit}", at_nanos as f64 / per_unit)
}

/// "1 234 567" with thin spaces, readable in both languages.
#[must_use]
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{2009}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_a_run_share_their_unit() {
        assert_eq!(moment(5_000, 60_000_000), "0.005 ms");
        assert_eq!(moment(60_000_000, 60_000_000), "60.000 ms");
        assert_eq!(moment(1, 2_000_000_000), "0.00000 s");
    }

    #[test]
    fn ten_nanoseconds_are_seen_where_the_playhead_stands() {
        for end in [60_000, 6_000_000, 60_000_000, 2_000_000_000] {
            assert_ne!(exact_moment(10, end), exact_moment(20, end));
        }
        assert_eq!(exact_moment(5_430, 60_000_000), "0.00543 ms");
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!(count(7), "7");
        assert_eq!(count(1_234_567), "1\u{2009}234\u{2009}567");
    }
}
