import assert from "node:assert/strict";

/** Fails with what was found, a line each. */
export function nothing(found) {
  if (found.length === 0) return;
  const more = found.length > 20 ? [`and ${found.length - 20} more`] : [];
  assert.fail([`${found.length} found:`, ...found.slice(0, 20), ...more].join("\n"));
}
