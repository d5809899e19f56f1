// Changes a page in place.

// Pairs the nodes of a page as it came with those in the window.
function paired(one, other, pairs) {
  pairs.set(one, other);
  const others = other.childNodes;
  one.childNodes.forEach((child, at) => paired(child, others[at], pairs));
  return pairs;
}

// Carries over to new nodes what their equals were paired with.
function handed(old, fresh) {
  const live = twins.get(old);
  if (live) twins.set(fresh, live);
  const others = fresh.childNodes;
  old.childNodes.forEach((child, at) => handed(child, others[at]));
}

// Changes in the window what is different between two states of a page, and nothing else: what was
// unfolded, what has the focus and what scripts have added stay.
function patch(old, fresh, live) {
  twins.set(fresh, live);
  if (old.isEqualNode(fresh)) {
    handed(old, fresh);
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    live.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  const matched = match([...old.childNodes], [...fresh.childNodes]);
  const kept = new Set(matched.filter(Boolean));
  for (const child of old.childNodes) if (!kept.has(child)) twins.get(child)?.remove();
  let before = null;
  [...fresh.childNodes].forEach((child, at) => {
    const twin = matched[at];
    const place = twin && twins.get(twin);
    if (place?.isConnected) {
      patch(twin, child, place);
      before = place;
      return;
    }
    const copy = document.importNode(child, true);
    paired(child, copy, twins);
    if (before) before.after(copy);
    else live.prepend(copy);
    before = copy;
  });
}

const kind = (node) =>
  node.nodeType === Node.ELEMENT_NODE ? `${node.localName}#${node.id}` : `${node.nodeType}`;

// For each new child the old one that it continues, in order: what is equal at both ends, then what
// is known by its address, then what is alike.
function match(old, fresh) {
  const matched = new Array(fresh.length).fill(null);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start].isEqualNode(fresh[start])) {
    matched[start] = old[start];
    start += 1;
  }
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old[old.length - 1 - end].isEqualNode(fresh[fresh.length - 1 - end])) {
    matched[fresh.length - 1 - end] = old[old.length - 1 - end];
    end += 1;
  }
  let from = start;
  for (let at = start; at < fresh.length - end; at += 1) {
    const until = old.length - end;
    const find = (fits) => {
      for (let i = from; i < until; i += 1) if (fits(old[i])) return i;
      return -1;
    };
    let found = find((it) => it.isEqualNode(fresh[at]));
    if (found < 0 || found > from + 8) {
      const alike = find((it) => kind(it) === kind(fresh[at]));
      if (found < 0 || (alike >= 0 && fresh[at].id)) found = alike;
    }
    if (found >= 0) {
      matched[at] = old[found];
      from = found + 1;
    }
  }
  return matched;
}
