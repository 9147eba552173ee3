import { numbersIn } from "../../grader/derivation/numbers-in.ts";
import { tellExample } from "../figures/frame/example-event.ts";
import { loadChecker } from "./checker/load-checker.ts";
import { element } from "./element.ts";
import { store, stored } from "./store.ts";

const KEY = "chainrule/numbers";

/** The example that goes along: it can be folded away, and its numbers changed; then every line follows. */
export function exampleNumbers(): void {
  const given = document.querySelector<HTMLElement>(".example-given");
  const article = given?.closest("article");
  if (given === null || !article) return;
  const hide = element("button", { type: "button", class: "quiet" });
  const change = element("button", { type: "button", class: "quiet" }, "Change the numbers");
  const show = (isShown: boolean): void => {
    article.classList.toggle("without-numbers", !isShown);
    hide.textContent = isShown
      ? "Hide the numbers beside the formulas"
      : "Show the numbers beside the formulas";
    change.hidden = !isShown;
  };
  hide.addEventListener("click", () => {
    const isShown = article.classList.contains("without-numbers");
    show(isShown);
    store(KEY, isShown ? undefined : "hidden");
  });
  change.addEventListener("click", () => {
    const form = numbersForm(given);
    change.replaceWith(form);
    form.querySelector("input")?.focus({ preventScroll: true });
  });
  given.append(element("p", { class: "example-ways" }, hide, " ", change));
  show(stored(KEY) !== "hidden");
}

function numbersForm(given: HTMLElement): HTMLElement {
  const says = element("p", { class: "slip", role: "status" });
  const parts = [...given.querySelectorAll<HTMLElement>(".given")];
  const fields = parts.map(({ dataset }) => ({
    name: dataset.name ?? "",
    text: dataset.text ?? "",
    field: element("input", {
      type: "text",
      value: dataset.text ?? "",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": (dataset.name ?? "").replace("\\", ""),
    }),
  }));
  const back = element("button", { type: "button", class: "quiet" }, "The page’s own numbers");
  const rows = fields.map(({ field }, i) => {
    const [drawn] = parts[i]?.querySelectorAll(".katex") ?? [];
    const name = element("span", { "aria-hidden": "true" });
    name.append(nameOf(drawn) ?? fields[i]?.name ?? "");
    return element("label", {}, name, " = ", field);
  });
  const update = async (): Promise<void> => {
    try {
      const checker = await loadChecker();
      const answer = checker.numbers(
        Object.fromEntries(fields.map(({ name, field }) => [name, field.value])),
      );
      says.textContent = "why" in answer ? `${answer.why}. The lines keep their numbers.` : "";
      if ("why" in answer) return;
      for (const place of document.querySelectorAll<HTMLElement>(".at-example"))
        place.innerHTML = answer.html[place.dataset.f ?? ""] ?? "";
      tellExample(
        Object.fromEntries(fields.map(({ name, field }) => [name, [numbersIn(field.value) ?? []].flat(2)])),
      );
    } catch {
      says.textContent = "The checker did not load. Try again.";
    }
  };
  for (const { field } of fields) field.addEventListener("input", update);
  back.addEventListener("click", () => {
    for (const { field, text } of fields) field.value = text;
    update();
  });
  return element(
    "div",
    { class: "numbers-form", role: "group", "aria-label": "The numbers" },
    ...rows,
    back,
    figureWords(parts),
    says,
  );
}

/** Which of the numbers the page's figures go along with. */
function figureWords(parts: readonly HTMLElement[]): HTMLElement {
  const figures = [...document.querySelectorAll<HTMLElement>("[data-follows]")];
  const followed = new Set(figures.flatMap(({ dataset }) => dataset.follows?.split(" , ") ?? []));
  const names = parts
    .filter(({ dataset }) => followed.has(dataset.name ?? ""))
    .map((part) => nameOf(part.querySelector(".katex") ?? undefined) ?? part.dataset.name ?? "");
  const words = element("p", { class: "soft" });
  if (names.length === 0)
    words.append("The lines below follow what you write. The figure has numbers of its own.");
  else
    words.append(
      "The lines below follow what you write. The figure goes along with ",
      ...names.flatMap((name, i) => [i === 0 ? "" : i === names.length - 1 ? " and " : ", ", name]),
      ".",
    );
  return words;
}

/** The symbol as it is set, from the beginning of a set equation. */
function nameOf(set: Element | undefined): Node | undefined {
  return set?.querySelector(".katex-html [data-s]")?.cloneNode(true);
}
