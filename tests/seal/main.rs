//! What is sealed stays as it is: sealing, tampering, corrections, and proving pages and texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;

mod by_hand;
mod causes;
mod corrigenda;
mod ends;
mod future;
mod laws;
mod pages;
mod published;
mod sealing;
mod tampering;
mod verifying;
