// The tools of a clause: following its own link, the mark at its number, opens two buttons that copy the
// link or the citation of the clause. Both name the edition, whose address stays when another comes into
// force. Without a script the mark is a link like any other.
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
    link: (anchor) => said.address + "#" + encodeURIComponent(anchor),
    citation,
  };

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      // With the words themselves: two copies one after the other are two announcements.
      output.textContent = `${said.copied}: ${text}`;
    } catch {
      // Where the clipboard is out of reach, the words are selected for the reader to copy.
      const field = document.createElement("input");
      field.readOnly = true;
      field.value = text;
      field.setAttribute("aria-label", said.byHand);
      output.replaceChildren(said.byHand + " ", field);
      field.focus();
      field.select();
    }
  }

  let owner = null;
  function show(link) {
    if (owner) hide();
    owner = link;
    output.replaceChildren();
    tools.setAttribute("aria-label", citation(anchorOf(link)));
    link.setAttribute("aria-expanded", "true");
    link.after(tools);
  }
  function hide() {
    owner.removeAttribute("aria-expanded");
    owner = null;
    tools.remove();
  }
  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));

  document.querySelector("article").addEventListener("click", (event) => {
    const link = event.target.closest(".self-link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The address changes as with any link, here and now: what a browser does about the focus then is
    // done before the focus moves. A second click takes the tools away.
    event.preventDefault();
    location.hash = link.hash;
    if (owner === link) hide();
    else {
      show(link);
      // A click of a keyboard has no detail, and its owner can't see at a glance what has appeared.
      if (event.detail === 0) tools.querySelector("button").focus();
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
