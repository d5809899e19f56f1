use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Surroundings;
use crate::config::Day;
use crate::source::Error;

/// The day a site is built for.
#[derive(Debug, clap::Args)]
pub(super) struct Argument {
    /// The day to build for [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse)]
    date: Option<Date>,
}

fn parse(text: &str) -> Result<Date, String> {
    let day = Day::parse(text).ok_or("expected a date as year-month-day, such as 2025-12-10")?;
    Ok(day.0)
}

impl Argument {
    /// What tells the day again, where it is that of the clock.
    pub(super) fn clock(&self, surroundings: &Surroundings) -> Option<fn() -> Date> {
        let named = self.date.is_some() || surroundings.source_date_epoch.is_some();
        (!named).then_some(surroundings.clock)
    }

    /// The day: the one that was named, else that of `SOURCE_DATE_EPOCH` in UTC, else today.
    pub(super) fn today(&self, surroundings: &Surroundings) -> Result<Date, Error> {
        if let Some(date) = self.date {
            return Ok(date);
        }
        let Some(epoch) = &surroundings.source_date_epoch else {
            return Ok(surroundings.now.date());
        };
        let moment = epoch
            .trim()
            .parse()
            .ok()
            .and_then(|s| Timestamp::from_second(s).ok());
        let moment = moment.ok_or_else(|| {
            let why = "expected a number of seconds since 1970";
            Error::explained("read the day from SOURCE_DATE_EPOCH", Path::new(epoch), why)
        })?;
        Ok(moment.to_zoned(TimeZone::UTC).date())
    }
}
