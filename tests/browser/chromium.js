// Which Chromium is driven, and how: nothing but what a page asks for may go out of the machine.

/** Without windows and menus around its pages, which nobody looks at and which cost a third of the time. */
export const path = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";

export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
