/**
 * What the task and the stub need from the declaration: a sentence a function, an example, and no comment elsewhere.
 */
import { Node } from "ts-morph";
import type { Exercise } from "../../exercise/exercise.ts";
import { calledIn } from "../../exercise/wanted.ts";
import { pathsOf, type Slug } from "../course.ts";
import { parse } from "../cut.ts";
import { exportedName } from "../stub-of.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

export function wordless(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { exercise: file } = pathsOf(slug);
  // What scenarios are played on is explained by the comments of the classes.
  const functions = Object.entries(calledIn(exercise));
  const silent = functions.filter(([, { text }]) => !text?.says?.trim());
  const shown = functions.length === 0 || functions.some(([, { text }]) => text?.example !== undefined);
  return [
    ...silent.map(([name]) =>
      refuse(file, `${name} says nothing`, "give it `says`, one sentence for its stub"),
    ),
    ...(shown
      ? []
      : [refuse(file, "no function has an example", "give one: `example: { … }`, its arguments by name")]),
    ...commented(root, slug, exercise),
  ];
}

/** Comments in a solution that its stub takes from the declaration. */
function commented(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const { solution } = pathsOf(slug);
  const functions = calledIn(exercise);
  try {
    return parse(textOf(root, solution))
      .getStatements()
      .flatMap((statement) => {
        const name = exportedName(statement);
        const [doc] = Node.isJSDocable(statement) ? statement.getJsDocs() : [];
        return name === undefined || doc === undefined || !Object.hasOwn(functions, name)
          ? []
          : [
              refuse(
                `${solution}:${doc.getStartLineNumber()}`,
                `comments ${name}`,
                "the stub's comment comes from exercise.ts: take this one out",
              ),
            ];
      });
  } catch {
    // A syntax error is said where signatures are compared.
    return [];
  }
}
