// The tools of a clause: following its own link, the mark at its number, opens two buttons that copy the
// link or the citation of the clause. Without a script the mark is a link like any other.
(() => {
  "use strict";
  const template = document.getElementById("Tools");
  if (!template) return;
  const said = template.dataset;
  const tools = template.content.firstElementChild;
  const output = tools.querySelector("output");

  const fill = (pattern, facts) => pattern.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all);

  // What the unit of an anchor is called: "cl. 4.4", "sec. 6", "cl. 1.1 of Annex 1".
  function unit(anchor) {
    const [, annex, own] = /^(?:annex-(\d+)(?:-|$))?(.*)$/.exec(anchor);
    if (!own) return fill(said.annex, { number: annex });
    if (!/^[\d.]+$/.test(own)) {
      const heading = document.getElementById(anchor).querySelector("h2, h3, h4");
      return heading ? heading.textContent.trim() : own;
    }
    const kind = (own.includes(".") ? "clause" : "section") + (annex ? "OfAnnex" : "");
    return fill(said[kind], { number: own, annex });
  }

  const citation = (anchor) =>
    fill(said.cite, { title: said.title, edition: said.edition, unit: unit(anchor) });

  const texts = {
    link: (anchor) => location.href.split("#")[0] + "#" + anchor,
    citation,
  };

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      output.textContent = said.copied;
    } catch {
      // Where the clipboard is out of reach, the words are selected for the reader to copy.
      const field = document.createElement("input");
      field.readOnly = true;
      field.value = text;
      field.setAttribute("aria-label", said.byHand);
      output.replaceChildren(said.byHand + " ", field);
      field.select();
    }
  }

  let owner = null;
  function show(link) {
    owner = link;
    output.replaceChildren();
    tools.setAttribute("aria-label", citation(anchorOf(link)));
    link.after(tools);
  }
  function hide() {
    owner = null;
    tools.remove();
  }
  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));

  document.querySelector("article").addEventListener("click", (event) => {
    const link = event.target.closest(".self-link");
    if (link) {
      // The address changes as with any link; a second click takes the tools away.
      if (owner === link) hide();
      else show(link);
    }
  });
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) copy(texts[button.dataset.copy](anchorOf(owner)));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) {
      owner.focus();
      hide();
    }
  });
})();
