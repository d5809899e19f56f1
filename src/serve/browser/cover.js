// What keeps the page from being made, above the page as it last was.

function overlay(told) {
  if (!told.broken) {
    cover?.remove();
    cover = null;
    return;
  }
  const { words } = told;
  const box = make("div", "tarmaq-box", make("h2", "", words.broken));
  for (const note of told.trouble) box.append(made(note, words));
  if (document.body.dataset.page !== "broken") box.append(make("p", "tarmaq-last", words.last));
  for (const card of box.querySelectorAll(".tarmaq-note")) card.className = card.className.replace("tarmaq-note", "tarmaq-cause");
  if (!cover) {
    cover = make("div", "tarmaq-cover");
    cover.setAttribute("role", "alert");
    document.body.append(cover);
  }
  cover.replaceChildren(box);
}
