/** The style sheet beside the script, unless the page has it. */
export function bringStyle(folder: string): void {
  const href = `${folder}workbench.css`;
  const links = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
  if ([...links].some((link) => link.href === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
