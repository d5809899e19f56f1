// The script of the preview is made of the files of this folder, joined within one function. It keeps a
// page up to date without loading it again: what has changed in it is changed in place, so that the
// reader stays where they are, and what was found stands at its clause.

const own = document.currentScript;
const alone = "alone" in own.dataset;
let state = own.dataset.state;
// The page as it came, before its own scripts change it: what they did is not undone.
let base = document.body.cloneNode(true);
let twins = paired(base, document.body, new WeakMap());

const within = location.pathname.startsWith("/_tarmaq/as/");
const notesAt = "/_tarmaq/notes" + location.pathname;
