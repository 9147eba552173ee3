import { element } from "./element.ts";

/** Beside each displayed formula a button that copies its LaTeX. */
export function copyButtons(): void {
  const status = element("p", { class: "hidden", role: "status" });
  document.body.append(status);
  for (const formula of document.querySelectorAll<HTMLElement>(".formula[data-tex]")) {
    const tex = formula.dataset.tex ?? "";
    const button = element("button", { type: "button", class: "copy" }, "Copy LaTeX");
    button.addEventListener("click", async () => {
      const done = await copied(tex);
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      status.textContent = done ? "LaTeX copied" : "";
      setTimeout(() => {
        button.textContent = "Copy LaTeX";
      }, 1600);
    });
    formula.append(button);
  }
}

/** Where the page may not write to the clipboard, the text is left selected. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element("textarea", { class: "hidden", readonly: "", "aria-label": "LaTeX" });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
