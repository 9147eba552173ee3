import { element } from "./element.ts";

/**
 * Hides what follows each step's heading until the reader asks for the next line. Without scripts, and in print,
 * everything is there.
 */
export function deriveYourself(): void {
  const article = document.querySelector<HTMLElement>("article.derivation");
  const tally = article?.querySelector(".tally");
  if (article === null || article === undefined || !tally) return;
  const groups = [...article.querySelectorAll<HTMLElement>(".step .group")];
  const toggle = element(
    "button",
    { type: "button", class: "derive", "aria-pressed": "false" },
    "Derive it yourself",
  );
  const next = element("button", { type: "button", class: "button next-line" }, "Show the next line");
  const status = element("p", { class: "hidden", role: "status" });

  const hidden = (): HTMLElement[] => groups.filter((group) => group.classList.contains("covered"));
  const place = (): void => {
    const [first] = hidden();
    const had = document.activeElement === next;
    if (first === undefined) next.remove();
    else first.before(next);
    // An element that is moved loses the focus.
    if (had) (first === undefined ? toggle : next).focus({ preventScroll: true });
    for (const step of article.querySelectorAll<HTMLElement>(".step")) {
      const own = step.querySelectorAll(".group");
      const covered = step.querySelectorAll(".group.covered");
      step.classList.toggle("ahead", own.length > 0 && covered.length === own.length && !step.contains(next));
    }
  };
  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(on));
    // The first line is where one starts from.
    for (const group of groups.slice(1)) group.classList.toggle("covered", on);
    place();
    status.textContent = on ? `${hidden().length} lines are covered` : "All lines are shown";
  });
  next.addEventListener("click", () => {
    const [first] = hidden();
    first?.classList.remove("covered");
    place();
    const left = hidden().length;
    status.textContent = left === 0 ? "That was the last line" : `${left} lines are covered`;
    if (left === 0) toggle.setAttribute("aria-pressed", "false");
  });
  // A link to a step opens it: what it points at must be there to be seen.
  const openLinked = (): void => {
    const step = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
    if (step === null || !article.contains(step)) return;
    const last = groups.findLastIndex((group) => step.contains(group));
    for (const group of groups.slice(0, last + 1)) group.classList.remove("covered");
    place();
  };
  addEventListener("hashchange", openLinked);
  tally.after(element("p", { class: "derive-line" }, toggle), status);
}
