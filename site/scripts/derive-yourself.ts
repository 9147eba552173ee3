import { askPanel } from "./ask-panel.ts";
import { loadChecker } from "./checker/load-checker.ts";
import { element } from "./element.ts";
import { store, stored } from "./store.ts";

/**
 * Covers the lines of a derivation, and asks for each before it is shown. What was found out stays open, and is kept
 * on the device. Without scripts, and in print, everything is there.
 */
export function deriveYourself(): void {
  const article = document.querySelector<HTMLElement>("article.derivation");
  const tally = article?.querySelector(".tally");
  if (article === null || article === undefined || !tally) return;
  const groups = [...article.querySelectorAll<HTMLElement>(".step .group")];
  const key = `chainrule/derived/${article.dataset.page}`;
  const found = new Set(stored(key)?.split(" ").filter(Boolean));
  const keys = keysOf(groups);
  const toggle = element(
    "button",
    { type: "button", class: "derive", "aria-pressed": "false" },
    "Derive it yourself",
  );
  const again = element("button", { type: "button", class: "derive", hidden: "" }, "Forget what I found");
  const count = element("span", { class: "soft found-count" });
  const status = element("p", { class: "hidden", role: "status" });
  const panel = askPanel({
    show: () => open(false),
    found: () => open(true),
    showAll: () => turn(false),
    say: (words) => {
      status.textContent = words;
    },
  });
  let isOn = false;

  const covered = (): HTMLElement[] => groups.filter((group) => group.classList.contains("covered"));
  const asked = (): HTMLElement[] => groups.filter((group) => keys.get(group)?.isOwn);

  /** A group without a formula goes with the one above it; the first line is where one starts from. */
  function turn(on: boolean): void {
    isOn = on;
    toggle.setAttribute("aria-pressed", String(on));
    for (const group of groups)
      group.classList.toggle(
        "covered",
        on && keys.get(group)?.key !== "1.1" && !found.has(keys.get(group)?.key ?? ""),
      );
    place();
    status.textContent = on ? `${covered().length} lines are covered` : "All lines are shown";
    if (!on) toggle.focus({ preventScroll: true });
  }

  function place(): void {
    const [first] = covered();
    if (first === undefined) {
      panel.element.remove();
      if (isOn) {
        isOn = false;
        toggle.setAttribute("aria-pressed", "false");
      }
    } else {
      const line = first.querySelector<HTMLElement>(".formula")?.id.replace("f-", "");
      first.before(panel.element);
      panel.ask(headingOf(first), line === undefined ? undefined : Number(line), loadChecker);
    }
    for (const step of article?.querySelectorAll<HTMLElement>(".step") ?? []) {
      const all = step.querySelectorAll(".group");
      step.classList.toggle(
        "ahead",
        all.length > 0 &&
          step.querySelectorAll(".group.covered").length === all.length &&
          !step.contains(panel.element),
      );
    }
    const [lines, done] = [asked(), asked().filter((group) => found.has(keys.get(group)?.key ?? ""))];
    count.textContent = done.length === 0 ? "" : `${done.length} of ${lines.length} lines found out`;
    again.hidden = done.length === 0;
    for (const group of groups) group.classList.toggle("found", found.has(keys.get(group)?.key ?? ""));
  }

  /** Opens the next line, and what goes with it. */
  function open(isFound: boolean): void {
    const [first] = covered();
    const key_ = first === undefined ? undefined : keys.get(first)?.key;
    if (key_ === undefined) return;
    if (isFound) {
      found.add(key_);
      store(key, [...found].join(" "));
    }
    for (const group of groups) if (keys.get(group)?.key === key_) group.classList.remove("covered");
    place();
    const left = covered().length;
    status.textContent = `${isFound ? "Right. " : ""}${left === 0 ? "That was the last line" : `${left} lines are covered`}`;
    if (left === 0) toggle.focus({ preventScroll: true });
    else panel.focus();
  }

  toggle.addEventListener("click", () => turn(!isOn));
  again.addEventListener("click", () => {
    found.clear();
    store(key, undefined);
    turn(true);
    toggle.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOn && !event.defaultPrevented) turn(false);
  });
  // A link to a step opens it: what it points at must be there to be seen.
  addEventListener("hashchange", () => {
    const step = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
    if (step === null || !article.contains(step)) return;
    const last = groups.findLastIndex((group) => step.contains(group));
    for (const group of groups.slice(0, last + 1)) group.classList.remove("covered");
    place();
  });
  tally.after(element("p", { class: "derive-line" }, toggle, " ", count, " ", again), status);
  place();
}

interface Key {
  /** "4.1": the step, and which of its formulas. */
  readonly key: string;
  /** Whether the group holds that formula itself. */
  readonly isOwn: boolean;
}

function keysOf(groups: readonly HTMLElement[]): Map<HTMLElement, Key> {
  const keys = new Map<HTMLElement, Key>();
  let [step, at] = ["", 0];
  for (const group of groups) {
    const here = group.closest(".step")?.id.replace("step-", "") ?? "";
    const isOwn = group.querySelector(".formula") !== null;
    if (here !== step) [step, at] = [here, 0];
    if (isOwn) at++;
    keys.set(group, { key: `${step}.${Math.max(1, at)}`, isOwn });
  }
  return keys;
}

const headingOf = (group: HTMLElement): string => {
  const step = group.closest(".step");
  const words = step?.querySelector("h2 a")?.cloneNode(true) as HTMLElement | undefined;
  for (const drawn of words?.querySelectorAll(".number, .hidden, .katex-html, annotation") ?? [])
    drawn.remove();
  return `Step ${step?.id.replace("step-", "")}: ${words?.textContent?.trim()}`;
};
