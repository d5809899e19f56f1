use serde::Deserialize;

use super::ask::Ask;
use super::place::find_value;
use super::value::{Day, Words};
use crate::model::{Order, Repeal};

/// `order`: what approved an edition, or repealed it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderFile {
    number: Option<Words>,
    date: Option<Day>,
}

/// `repealed`: the end of an edition without a successor.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RepealFile {
    date: Option<Day>,
    order: Option<OrderFile>,
}

impl Ask<'_> {
    /// The order that stands at a key. What is missing is reported, and an order all the same.
    pub(super) fn order(&mut self, path: &[&str], order: OrderFile) -> Order {
        let number = [path, &["number"]].concat();
        let date = [path, &["date"]].concat();
        self.present_below(&number, "number: 06-О/Д", order.number.is_some());
        self.present_below(&date, "date: 2025-12-10", order.date.is_some());
        Order {
            span: find_value(self.file, &number),
            number: order.number.map_or_else(String::new, |words| words.0),
            date: order.date.map(|day| day.0),
            date_span: find_value(self.file, &date),
        }
    }

    /// The repeal; `None` when it does not say when.
    pub(super) fn repeal(&mut self, repeal: RepealFile) -> Option<Repeal> {
        self.present_below(
            &["repealed", "date"],
            "date: 2026-09-01",
            repeal.date.is_some(),
        );
        let order = repeal.order;
        let order = order.map(|order| self.order(&["repealed", "order"], order));
        Some(Repeal {
            date: repeal.date?.0,
            order,
            span: find_value(self.file, &["repealed", "date"]),
        })
    }
}
