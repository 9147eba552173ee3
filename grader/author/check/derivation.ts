/**
 * The page of a derivation: every displayed relation is held at random points, or says why not.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ends } from "../../../reference/ends.ts";
import { checkPage } from "../../derivation/check-page.ts";
import { pageOf } from "../../derivation/page.ts";
import { SymbolError } from "../../derivation/symbols.ts";
import { derivationPath } from "../course.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What pages came to, by their texts: who checks several exercises in one process, such as the tests, meets one often. */
const checked = new Map<string, Refusal[]>();

/** What is false or unaccounted for. */
export function falseRelations(root: string, name: string): Refusal[] {
  const file = derivationPath(name);
  // A missing page is refused elsewhere.
  if (!existsSync(join(root, file))) return [];
  const text = textOf(root, file);
  const key = `${file}\n${text}`;
  const refusals = checked.get(key) ?? falseIn(file, text);
  checked.set(key, refusals);
  return refusals;
}

function falseIn(file: string, text: string): Refusal[] {
  try {
    const { faults } = checkPage(pageOf(text, file), ends);
    return faults.map(({ line, step, tex, what }) =>
      refuse(
        `${file}:${line}`,
        `step ${step}, ${tex}: ${what}`,
        "mend it, or give `unchecked: reason` below it",
      ),
    );
  } catch (error) {
    if (!(error instanceof SymbolError)) throw error;
    return [refuse(`${file}:${error.line}`, `${error.text}: ${error.message}`, "mend the declaration")];
  }
}
