import { unpacked } from "../playground/unpacked.ts";

/**
 * Puts formulas back that a page holds packed, as those of a student's repository do
 * (`grader/class/student/packed-formulas.ts`).
 *
 * @param then what needs them: done at once where nothing is packed
 */
export function unpackFormulas(then: () => void): void {
  const packed = document.querySelector<HTMLElement>("#packed-formulas")?.dataset.packed;
  if (packed === undefined) then();
  // Taken now: while it is unpacked, other scripts may set formulas of their own.
  else
    fill(packed, [...document.querySelectorAll(".katex-html")])
      .catch(() => document.documentElement.classList.add("plain-formulas"))
      .finally(then);
}

async function fill(packed: string, places: readonly Element[]): Promise<void> {
  const formulas = JSON.parse(await unpacked(packed)) as readonly string[];
  for (const [i, place] of places.entries()) place.innerHTML = formulas[i] ?? "";
  // What a link points at has moved.
  if (location.hash !== "")
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
