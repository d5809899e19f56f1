// Where the reader is: marked in the contents, and kept by the links to the other languages.
(() => {
  "use strict";
  const units = "main :is(section, .clause, .row, .annex, .entry)[id]";
  const places = [...document.querySelectorAll(units)];
  const contents = new Map();
  for (const link of document.querySelectorAll(".contents a")) contents.set(link.hash, link);

  // The last place that begins above a line near the top of the window.
  function current() {
    const line = innerHeight / 6;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    return places[low - 1];
  }

  let marked = null;
  function mark() {
    let place = current();
    let link;
    while (place && !(link = contents.get("#" + place.id))) place = place.parentElement;
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    marked = link;
    marked?.setAttribute("aria-current", "true");
    // The contents scroll by themselves where they are longer than the window.
    const list = marked?.closest("nav");
    if (list && list.scrollHeight > list.clientHeight) {
      const top = marked.offsetTop - list.clientHeight / 2;
      list.scrollTo({ top });
    }
  }
  if (contents.size) {
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    mark();
  }

  // A reader who followed a link to a clause that is still in view means that clause. Of what lies inside
  // of one, a change or a term, there may be others in another language.
  function pointedAt() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return null;
    const { top, bottom } = target.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? target.closest(units) : null;
  }
  function wanted() {
    const place = pointedAt() ?? (scrollY > 0 ? current() : null);
    return place ? "#" + encodeURIComponent(place.id) : "";
  }
  const keep = (event) => {
    const link = event.target.closest?.(".language-switch a");
    if (link) link.hash = wanted();
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, keep, true);
})();
