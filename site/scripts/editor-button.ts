/** The button of an exercise page that brings the editor; nothing of it is loaded before. */
export function editorButton(): void {
  const button = document.querySelector<HTMLButtonElement>("button.open-editor");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    button.textContent = "Opening …";
    const script = document.createElement("script");
    script.src = "play/editor.js";
    script.addEventListener("load", () => button.remove());
    script.addEventListener("error", () => {
      script.remove();
      button.disabled = false;
      button.textContent = "The editor did not load. Try again";
    });
    document.body.append(script);
  });
}
