/** The field for the seed: empty, a new one is drawn for each grading. */
import { element } from "./element.ts";

const LARGEST = 2 ** 32 - 1;

export interface SeedField {
  readonly label: HTMLLabelElement;
  /** The seed to grade with; undefined after what was typed turned out to be none, which the field then says. */
  seed(): number | undefined;
  /** What `seed` will say unless something else is typed before. */
  coming(): number;
  set(seed: number): void;
}

const drawn = (): number => Math.floor(Math.random() * 1_000_000);

/** A seed that was typed; undefined where it is none. */
function read(typed: string): number | undefined {
  const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  return seed <= LARGEST ? seed : undefined;
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
  let next = drawn();
  input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
  return {
    label,
    seed() {
      const typed = input.value.trim();
      if (typed === "") {
        const seed = next;
        next = drawn();
        return seed;
      }
      const seed = read(typed);
      if (seed !== undefined) return seed;
      input.setAttribute("aria-invalid", "true");
      input.focus();
      say(`The seed is a whole number from 0 to ${LARGEST}, or nothing.`);
      return undefined;
    },
    coming: () => read(input.value.trim()) ?? next,
    set(seed) {
      input.value = String(seed);
    },
  };
}
