//! What stands in a `*_units` cell.

/// Units as people count them, `3`, `3-5` or `3,5`, as indices, increasing; the reason where it is not that.
pub(super) fn parse(cell: &str, count: usize) -> Result<Vec<u32>, String> {
    let mut units: Vec<u32> = Vec::new();
    let spaced = cell
        .replace(['–', '—'], "-")
        .replace(" -", "-")
        .replace("- ", "-");
    for part in spaced
        .split([',', ';', ' ', '\n'])
        .filter(|part| !part.is_empty())
    {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>()) else {
            return Err(format!(
                "`{cell}` names no units: write them as 3, 3-5 or 3,5 (if a spreadsheet program made a date or a number of it, give the column the format Text first)"
            ));
        };
        if first == 0 || first > last {
            return Err(format!(
                "`{part}` is no range: units count from 1, and the first comes first"
            ));
        }
        if last as usize > count {
            return Err(format!("`{part}` does not exist: the last unit is {count}"));
        }
        units.extend(first - 1..last);
        if units.len() > count {
            // Some stand twice, which is told below.
            break;
        }
    }
    units.sort_unstable();
    match units.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(format!("`{cell}` names unit {} twice", pair[0] + 1)),
        None => Ok(units),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_as_people_write_them() {
        for (cell, expected) in [
            ("", &[][..]),
            ("3", &[2]),
            ("3-5", &[2, 3, 4]),
            (" 3, 5 ", &[2, 4]),
            ("5;3", &[2, 4]),
            ("1–2,4", &[0, 1, 3]),
            ("1 - 2", &[0, 1]),
        ] {
            assert_eq!(parse(cell, 5).as_deref(), Ok(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_no_range_is_told() {
        for (cell, reason) in [
            ("0", "no range"),
            ("5-3", "no range"),
            ("6", "does not exist"),
            ("1-9", "does not exist"),
            ("1-4294967295", "does not exist"),
            ("05-mars", "names no units"),
            ("date 45000", "names no units"),
            ("3.5", "names no units"),
            ("1-2,2", "twice"),
            ("1-5,1-5,1-5", "twice"),
        ] {
            let told = parse(cell, 5).expect_err(cell);
            assert!(told.contains(reason), "{cell}: {told}");
        }
    }
}
