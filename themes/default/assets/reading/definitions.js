// A defined term shows its definition on hover, on focus and on a tap. Without a script the term is a
// link to its definition, which it stays: the shown definition leads there.
(() => {
  "use strict";
  const template = document.getElementById("Definition");
  if (!template || !HTMLElement.prototype.showPopover) return;
  const card = template.content.firstElementChild;
  const words = card.querySelector("p");
  const more = card.querySelector("a");
  // Within the landmark of the text it belongs to. A tap on its words is to leave the focus in it, and not
  // to take it to the text, which would send it away.
  card.tabIndex = -1;
  template.after(card);

  let owner = null;
  let pending = 0;
  // What a click was made with: not every browser says so of the click itself.
  let pointer = "";

  // The words that define the term, without the number of their clause, which defines nothing, without
  // what the page adds, and without addresses and links of their own.
  function definition(link) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const marked = "[data-definition]";
    const block = target.closest(marked) ?? target.querySelector(marked) ?? target;
    const copy = block.cloneNode(true);
    for (const added of copy.querySelectorAll("[data-ui], .number, .marker")) added.remove();
    return copy.textContent.trim();
  }

  function show(link) {
    clearTimeout(pending);
    if (owner === link) return;
    hide();
    owner = link;
    words.textContent = definition(link);
    more.href = link.hash;
    link.setAttribute("aria-describedby", words.id);
    card.showPopover();
    place(link);
  }

  // Below the term, or above where there is more room; never beyond the edges of the window.
  function place(link) {
    const [term] = link.getClientRects();
    const { width, height } = card.getBoundingClientRect();
    const edge = 8;
    const left = Math.min(term.left, document.documentElement.clientWidth - width - edge);
    const above = term.bottom + height + edge > innerHeight && term.top > height + edge;
    card.style.left = `${Math.max(edge, left)}px`;
    card.style.top = `${above ? term.top - height - 4 : term.bottom + 4}px`;
  }

  function hide() {
    clearTimeout(pending);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidePopover();
  }

  // A moment to pass over a term, and to reach the shown definition, without anything happening.
  const later = (what) => {
    clearTimeout(pending);
    pending = setTimeout(what, 250);
  };
  const termAt = (event) => event.target.closest?.("a.term");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = termAt(event);
    if (link) later(() => show(link));
    else if (card.contains(event.target)) clearTimeout(pending);
    else if (owner && owner !== document.activeElement) later(hide);
  });
  document.addEventListener("focusin", (event) => {
    const link = termAt(event);
    if (link && link.matches(":focus-visible")) show(link);
    else if (!card.contains(event.target)) hide();
  });
  addEventListener("pointerdown", (event) => (pointer = event.pointerType), true);
  document.addEventListener("click", (event) => {
    const link = termAt(event);
    // A click of a keyboard has no detail.
    const tapped = link && event.detail > 0 && pointer === "touch" && owner !== link;
    if (tapped) {
      event.preventDefault();
      show(link);
    } else if (!card.contains(event.target) || event.target === more) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", () => owner && place(owner), { passive: true });
})();
