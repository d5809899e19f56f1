//! What the tests of the whole site share: sample sites in folders of their own, tarmaq run on
//! them as a user would run it, and the built pages read back.

#![allow(dead_code, reason = "each test program uses a part of it")]

pub(crate) mod cases;
pub(crate) mod expected;
pub(crate) mod page;
pub(crate) mod real;
pub(crate) mod sample;
pub(crate) mod schema;
pub(crate) mod tarmaq;
pub(crate) mod words;
