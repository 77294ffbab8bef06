//! What a number says, exactly: `1,5 million` is a million and a half.

use std::fmt;

/// A number, in billionths of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount(i128);

/// Decimals that are kept: as many as billionths have.
const DECIMALS: usize = 9;
const ONE: i128 = 10_i128.pow(DECIMALS as u32);

impl Amount {
    /// A whole number.
    pub(crate) fn whole(n: u64) -> Self {
        Self(i128::from(n) * ONE)
    }

    /// The number of these digits before and behind the point; `None` where there are more than can be kept.
    pub(crate) fn parse(whole: &str, decimals: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > DECIMALS {
            return None;
        }
        let whole: u64 = whole.parse().ok()?;
        let decimals: i128 = format!("{decimals:0<DECIMALS$}").parse().ok()?;
        Some(Self(Self::whole(whole).0 + decimals))
    }

    /// The same below zero.
    pub(crate) fn negative(self) -> Self {
        Self(-self.0)
    }

    /// So many times as much; what is too great for a number stays as it is.
    pub(crate) fn times(self, n: u64) -> Self {
        Self(self.0.checked_mul(n.into()).unwrap_or(self.0))
    }

    /// The sum of two.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The part of it that one of `n` equal parts is.
    pub(crate) fn over(self, n: u64) -> Self {
        Self(self.0 / i128::from(n.max(1)))
    }

    /// As hours, in minutes; `None` where that is no whole number of them.
    pub(crate) fn minutes(self) -> Option<u64> {
        let sixtieth = ONE / 60;
        let minutes = (self.0 + sixtieth / 2) / sixtieth;
        let exact = (self.0 - minutes * ONE / 60).abs() <= 60;
        u64::try_from(minutes).ok().filter(|_| exact)
    }

    /// With half of `unit` more.
    pub(crate) fn and_half(self, unit: u64) -> Self {
        Self(self.0.saturating_add(Self::whole(unit).0 / 2))
    }

    /// Whether it is a part of one that hundredths cannot say, and these are as many of them as it comes to, rounded or cut off at
    /// their last decimal: a third, 33 and 33.3.
    pub(crate) fn is_about(self, hundredths: Self) -> bool {
        /// Parts that five decimals say are exact.
        const EXACT: i128 = ONE / 100_000;
        if !(0..ONE).contains(&self.0) || self.0 % EXACT == 0 {
            return false;
        }
        let mut last = [ONE, ONE / 10, ONE / 100].into_iter();
        let last = last.find(|last| hundredths.0 % last == 0);
        let of_hundred = self.0 * 100;
        last.is_some_and(|last| {
            let cut = of_hundred / last * last;
            let rounded = (of_hundred + last / 2) / last * last;
            [cut, rounded].contains(&hundredths.0)
        })
    }

    /// Its value where it is whole and lies between two others.
    pub(crate) fn within(self, least: u64, most: u64) -> Option<u64> {
        let value = u64::try_from(self.0 / ONE).ok()?;
        (self.0 % ONE == 0 && (least..=most).contains(&value)).then_some(value)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.abs());
        write!(f, "{sign}{}", size / ONE)?;
        if size % ONE == 0 {
            return Ok(());
        }
        let decimals = format!("{:0DECIMALS$}", size % ONE);
        write!(f, ".{}", decimals.trim_end_matches('0'))
    }
}
