import { element } from "./element.ts";
import { store } from "./store.ts";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;
type Theme = keyof typeof NEXT;
const KEY = "chainrule/theme";

/** A button in the header that goes from the system's theme to light, to dark, and back. */
export function themeButton(): void {
  const place = document.querySelector(".top nav");
  if (place === null) return;
  const button = element("button", { type: "button", class: "theme" });
  const show = (): void => {
    const theme = current();
    button.textContent = { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" }[theme];
  };
  button.addEventListener("click", () => {
    const next = NEXT[current()];
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    store(KEY, next === "system" ? undefined : next);
    show();
  });
  show();
  place.append(button);
}

function current(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}
