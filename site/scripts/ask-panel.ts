import type { Asked, Checker, Option } from "./checker/protocol.ts";
import { element } from "./element.ts";
import { scrollingFormulas } from "./scrolling-formulas.ts";

interface Answers {
  /** The reader wants to see the line. */
  show(): void;
  /** The reader has found it. */
  found(): void;
  showAll(): void;
  say(words: string): void;
}

/** Asks for the next line: to be picked among right and wrong ones, or typed. */
export function askPanel({ show, found, showAll, say }: Answers) {
  const what = element("p", { class: "ask-what" });
  const body = element("div", { class: "ask-body" });
  const next = element("button", { type: "button", class: "button next-line" }, "Show the next line");
  const all = element("button", { type: "button", class: "all-lines" }, "Show all lines (Esc)");
  const panel = element(
    "section",
    { class: "ask", "aria-label": "The next line" },
    what,
    body,
    element("p", { class: "ask-ways" }, next, " ", all),
  );
  next.addEventListener("click", show);
  all.addEventListener("click", showAll);
  let current = 0;
  let wantsFocus = false;

  const focus = (): void => {
    const first = body.querySelector<HTMLElement>(".option button, input") ?? next;
    first.focus({ preventScroll: true });
  };

  async function ask(heading: string, line: number | undefined, load: () => Promise<Checker>): Promise<void> {
    const turn = ++current;
    what.textContent = heading;
    body.replaceChildren();
    if (line === undefined) return;
    let checker: Checker;
    try {
      checker = await load();
    } catch {
      return;
    }
    // Another line has become the next one meanwhile.
    if (turn !== current) return;
    const asked = checker.ask(line);
    what.textContent = `${heading}. ${asked.options.length > 0 ? "Which line comes next?" : asked.asks === undefined ? "Write it down before you look." : "What comes next?"}`;
    if (asked.options.length > 0) body.append(optionList(asked.options, found, say));
    const form = typedForm(asked, (text) => checker.typed(line, text), found);
    if (form !== undefined) body.append(form);
    if (wantsFocus) focus();
    wantsFocus = false;
  }
  return {
    element: panel,
    ask,
    focus(): void {
      wantsFocus = true;
      next.focus({ preventScroll: true });
    },
  };
}

/** The lines to pick from; a wrong pick is answered with its mistake and a number. */
function optionList(
  options: readonly Option[],
  found: () => void,
  say: (words: string) => void,
): HTMLElement {
  const list = element("ol", { class: "options" });
  for (const [k, option] of options.entries()) {
    const letter = "ABCDEF"[k] ?? "";
    const maths = element("div", { class: "maths" });
    maths.innerHTML = option.html;
    const button = element("button", { type: "button", "aria-label": `Line ${letter}` }, letter);
    const item = element("li", { class: "option" }, button, maths);
    item.addEventListener("click", () => {
      if (button.disabled) return;
      if (option.right) {
        found();
        return;
      }
      button.disabled = true;
      item.classList.add("wrong");
      const says = element("p", { class: "slip" });
      says.innerHTML = `${option.saysHtml} With the numbers of the example this line gives ${option.givesHtml}; it should be ${option.insteadHtml}.`;
      item.append(says);
      scrollingFormulas([says]);
      say(`Line ${letter} is wrong. ${option.says}`);
      // A button that is disabled loses the focus.
      list.querySelector<HTMLButtonElement>("button:enabled")?.focus({ preventScroll: true });
    });
    list.append(item);
  }
  scrollingFormulas([...list.querySelectorAll<HTMLElement>(".maths")]);
  return list;
}

function typedForm(
  { asksHtml, asks }: Asked,
  check: (text: string) => ReturnType<Checker["typed"]>,
  found: () => void,
): HTMLElement | undefined {
  if (asksHtml === undefined || asks === undefined) return undefined;
  const left = element("span", { class: "left-side", "aria-hidden": "true" });
  left.innerHTML = asksHtml;
  const field = element("input", {
    type: "text",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-label": `Right side of ${asks}`,
    placeholder: "LaTeX or plain, such as 2/n \\sum_i x_i",
  });
  const answer = element("p", { class: "slip", role: "status" });
  const form = element("form", {}, left, field, element("button", { type: "submit" }, "Check"), answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { is, ...told } = check(field.value);
    if (is === "right") found();
    else
      answer.textContent =
        is === "wrong"
          ? "It does not give the same numbers. Look at the line above, and try again."
          : `That cannot be checked: ${"says" in told ? told.says : ""}.`;
  });
  // Escape in the field belongs to the field.
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value !== "") {
      field.value = "";
      event.preventDefault();
    }
  });
  return element("details", { class: "type-it" }, element("summary", {}, "Type it"), form);
}
