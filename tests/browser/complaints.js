/** Listens to a tab before a page is in it; what the page or its security policy complains of is told
 * into `told`. */
export const listen = (told) => (tab) => {
  tab.on("console", (said) => told.push(`${said.type()}: ${said.text()}`));
  tab.on("pageerror", (error) => told.push(`error: ${error.message}`));
};
