//! Times of day — *giờ phút*: the forms of news and of offices, and the parts of the day.
//!
//! No decree prescribes a form (rule D6): measured news write *14h30* 41 times, *14 giờ 30* 33 times and
//! *14 giờ 30 phút* 9 times; minutes and invitations keep two digits, *08 giờ 30 phút*.

/// A time of day to the minute — *giờ phút*; only real times can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    hour: u8,
    minute: u8,
}

/// A part of the day — *buổi*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// *sáng*, the morning
    Morning,
    /// *trưa*, noon
    Noon,
    /// *chiều*, the afternoon
    Afternoon,
    /// *tối*, the evening
    Evening,
    /// *đêm*, the night
    Night,
}

/// Whose hours bound the parts of the day (rule D4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DayParts {
    /// The newspapers' custom: *trưa* 11:00 to 12:59, *tối* until 21:59.
    #[default]
    News,
    /// CLDR's day periods for `vi`: *trưa* is the hour from 12:00, *tối* ends at 20:59.
    Cldr,
}

impl DayPart {
    /// The word in lower case — *sáng, trưa, chiều, tối, đêm*.
    pub fn word(self) -> &'static str {
        match self {
            Self::Morning => "sáng",
            Self::Noon => "trưa",
            Self::Afternoon => "chiều",
            Self::Evening => "tối",
            Self::Night => "đêm",
        }
    }
}

impl Clock {
    /// The time of an hour and a minute, `None` beyond 23:59.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self { hour, minute }) } else { None }
    }

    /// The time written `14:30`, `14h30`, `8h`, `14 giờ 30` or `08 giờ 30 phút`.
    pub fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let (hour, minute) =
            text.split_once(':').or_else(|| text.split_once("giờ")).or_else(|| text.split_once('h'))?;
        let minute = minute.trim();
        let minute = minute.strip_suffix("phút").unwrap_or(minute).trim();
        let number = |digits: &str| {
            let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            if fits { digits.parse::<u8>().ok() } else { None }
        };
        if minute.is_empty() {
            return if text.contains(':') { None } else { Self::new(number(hour.trim())?, 0) };
        }
        Self::new(number(hour.trim())?, number(minute)?)
    }

    /// The hour — *giờ*, 0 to 23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute — *phút*, 0 to 59.
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// The form of news — *14h30*, *8h* (rule D6; the most frequent in the measured news).
    pub fn news(self) -> String {
        if self.minute == 0 { format!("{}h", self.hour) } else { format!("{}h{:02}", self.hour, self.minute) }
    }

    /// The form of minutes and invitations — *08 giờ 30 phút*, *08 giờ 00 phút* (rule D6: custom, no decree).
    pub fn official(self) -> String {
        format!("{:02} giờ {:02} phút", self.hour, self.minute)
    }

    /// The part of the day — *buổi*: 14:30 is *chiều* (rule D4).
    pub fn day_part(self, parts: DayParts) -> DayPart {
        let (noon, evening_end) = match parts {
            DayParts::News => (11, 22),
            DayParts::Cldr => (12, 21),
        };
        match self.hour {
            hour if hour < 4 || hour >= evening_end => DayPart::Night,
            hour if hour < noon => DayPart::Morning,
            hour if hour < 13 => DayPart::Noon,
            hour if hour < 18 => DayPart::Afternoon,
            _ => DayPart::Evening,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, news, official) in [
            ("14:30", "14h30", "14 giờ 30 phút"),
            ("08:00", "8h", "08 giờ 00 phút"),
            ("8h05", "8h05", "08 giờ 05 phút"),
            ("08 giờ 30 phút", "8h30", "08 giờ 30 phút"),
            ("14 giờ", "14h", "14 giờ 00 phút"),
            ("0:00", "0h", "00 giờ 00 phút"),
        ] {
            let clock = Clock::from_text(text);
            assert_eq!(clock.map(Clock::news).as_deref(), Some(news), "{text}");
            assert_eq!(clock.map(Clock::official).as_deref(), Some(official), "{text}");
        }
        for text in ["24:00", "12:60", "14:", "giờ", "h30", "+8:00", "14:30:00", "008:00", ""] {
            assert_eq!(Clock::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_the_day() {
        let day = |parts| {
            let word = |hour| Clock::new(hour, 59).map_or("", |clock| clock.day_part(parts).word());
            [3, 4, 10, 11, 12, 13, 17, 18, 20, 21, 22].map(word)
        };
        assert_eq!(
            day(DayParts::News),
            ["đêm", "sáng", "sáng", "trưa", "trưa", "chiều", "chiều", "tối", "tối", "tối", "đêm"]
        );
        assert_eq!(
            day(DayParts::Cldr),
            ["đêm", "sáng", "sáng", "sáng", "trưa", "chiều", "chiều", "tối", "tối", "đêm", "đêm"]
        );
    }
}
