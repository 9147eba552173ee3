import { element } from "./element.ts";
import { store, stored } from "./store.ts";

/**
 * The button of an exercise page that brings the editor. At once there is a plain field to write in; when the editor is
 * loaded it takes over the text and the cursor. Nothing of it is loaded before.
 */
export function editorButton(): void {
  const button = document.querySelector<HTMLButtonElement>("button.open-editor");
  const place = document.querySelector<HTMLElement>(".workbench");
  if (button === null || place === null) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    button.textContent = "Loading the grader …";
    if (place.querySelector("textarea") === null) plainField(place);
    const script = document.createElement("script");
    script.src = "play/editor.js";
    script.addEventListener("load", () => button.remove());
    script.addEventListener("error", () => {
      script.remove();
      button.disabled = false;
      button.textContent = "The grader did not load. Try again";
    });
    document.body.append(script);
  });
}

/** In place of the stub: the text of last time, or the stub. What is typed is kept as the editor keeps it. */
function plainField(place: HTMLElement): void {
  const stub = place.querySelector("pre")?.textContent ?? "";
  const key = `chainrule/work/${place.dataset.exercise}`;
  const field = element("textarea", {
    class: "plain-field",
    spellcheck: "false",
    autocapitalize: "off",
    "aria-label": "Your answer",
  });
  field.value = stored(key) ?? `${stub}\n`;
  field.rows = Math.min(30, field.value.split("\n").length);
  field.addEventListener("input", () => store(key, field.value));
  place.replaceChildren(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, 0);
}
