//! Durations for people.

/// `0`, `350 ns`, `5 µs`, `1.25 ms`, `12.5 ms`, `1.20 s`, `2 min 05 s`: three figures at most, in the unit that suits;
/// whole numbers stay whole below a second.
#[must_use]
pub fn duration(nanos: u64) -> String {
    if nanos == 0 {
        return "0".to_owned();
    }
    if nanos < 1_000 {
        return format!("{nanos} ns");
    }
    if nanos >= 99_950_000_000 {
        let seconds = (nanos + 500_000_000) / 1_000_000_000;
        return format!("{} min {:02} s", seconds / 60, seconds % 60);
    }
    let (unit, name) = match nanos {
        0..1_000_000 => (1e3, "µs"),
        1_000_000..1_000_000_000 => (1e6, "ms"),
        _ => (1e9, "s"),
    };
    let value = nanos as f64 / unit;
    let decimals: usize = match value {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    let mut text = format!("{value:.decimals$}");
    // Rounding may fill the next unit: 999.9996 µs is 1 ms.
    if text == "1000" {
        return duration(unit as u64 * 1000);
    }
    if name != "s" && text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    format!("{text} {name}")
}

/// A moment of the run: as exact as a microsecond (a nanosecond below a millisecond), without idle zeros: `6.3 ms`,
/// `1.011 s`, `0`.
#[must_use]
pub fn moment(nanos: u64) -> String {
    let (unit, digits, name) = match nanos {
        0 => return "0".to_owned(),
        1..1_000 => return format!("{nanos} ns"),
        1_000..1_000_000 => (1_000, 3, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, 3, "ms"),
        _ => (1_000_000_000, 6, "s"),
    };
    let step = unit / 10u64.pow(digits);
    let parts = nanos / step;
    let (whole, part) = (parts / (unit / step), parts % (unit / step));
    let part = format!("{part:0width$}", width = digits as usize);
    match part.trim_end_matches('0') {
        "" => format!("{whole} {name}"),
        part => format!("{whole}.{part} {name}"),
    }
}

/// Bytes: `12 B`, `64 KiB`, `1.5 MiB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1024.0;
    let mut unit = 0;
    while value >= 1023.95 && unit + 1 < UNITS.len() {
        value /= 1024.0;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or("");
    let text = if value < 100.0 { format!("{value:.1}") } else { format!("{value:.0}") };
    let text = text.strip_suffix(".0").unwrap_or(&text);
    format!("{text} {name}")
}

#[cfg(test)]
mod tests {
    use super::{duration, moment};

    #[test]
    fn durations_in_words() {
        let cases = [
            (0, "0"),
            (350, "350 ns"),
            (1_000, "1 µs"),
            (1_250, "1.25 µs"),
            (350_000, "350 µs"),
            (999_999, "1 ms"),
            (5_000_000, "5 ms"),
            (5_120_000, "5.12 ms"),
            (12_500_000, "12.5 ms"),
            (999_400_000, "999 ms"),
            (999_999_999, "1.00 s"),
            (1_200_000_000, "1.20 s"),
            (12_340_000_000, "12.3 s"),
            (99_960_000_000, "1 min 40 s"),
            (125_000_000_000, "2 min 05 s"),
        ];
        for (nanos, words) in cases {
            assert_eq!(duration(nanos), words, "{nanos}");
        }
    }

    #[test]
    fn moments_are_exact() {
        let cases = [
            (0, "0"),
            (999, "999 ns"),
            (1_234, "1.234 µs"),
            (6_300_000, "6.3 ms"),
            (6_300_499, "6.3 ms"),
            (1_011_000_000, "1.011 s"),
            (3_000_001_100, "3.000001 s"),
            (75_000_000_000, "75 s"),
        ];
        for (nanos, words) in cases {
            assert_eq!(moment(nanos), words, "{nanos}");
        }
    }
}
