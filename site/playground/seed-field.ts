/** The field for the seed: empty, a new one is drawn for each grading. */
import { element } from "./element.ts";

const LARGEST = 2 ** 32 - 1;

export interface SeedField {
  readonly label: HTMLLabelElement;
  /** The seed to grade with; undefined after what was typed turned out to be none, which the field then says. */
  seed(): number | undefined;
  set(seed: number): void;
}

export function seedField(id: string, say: (text: string) => void): SeedField {
  const input = element("input", {
    id,
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "any",
    size: 8,
  });
  const label = element("label", { class: "wb-seed", for: id }, element("span", {}, "Seed"), input);
  input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
  return {
    label,
    seed() {
      const typed = input.value.trim();
      if (typed === "") return Math.floor(Math.random() * 1_000_000);
      const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
      if (seed <= LARGEST) return seed;
      input.setAttribute("aria-invalid", "true");
      input.focus();
      say(`The seed is a whole number from 0 to ${LARGEST}, or nothing.`);
      return undefined;
    },
    set(seed) {
      input.value = String(seed);
    },
  };
}
