/** Before anything is drawn: the theme that the reader has chosen on this machine, if any; and that scripts run. */
const root = document.documentElement;
root.classList.add("scripted");
try {
  const chosen = localStorage.getItem("chainrule/theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
} catch {
  // No storage, no choice: the system's theme.
}

export {};
