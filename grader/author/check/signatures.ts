/**
 * The solution's exports against the declared functions: same names, same arguments, same order.
 */
import { Node } from "ts-morph";
import type { Exercise } from "../../exercise/exercise.ts";
import { wantedOf } from "../../exercise/wanted.ts";
import { pathsOf, type Slug } from "../course.ts";
import { parse } from "../cut.ts";
import { textOf } from "../text-of.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Where the solution and the declaration disagree about what is written. */
export function wrongSignatures(root: string, slug: Slug, exercise: Exercise): Refusal[] {
  const file = pathsOf(slug).solution;
  let exported: ReadonlyMap<string, readonly string[] | undefined>;
  try {
    exported = exportsOf(textOf(root, file));
  } catch (error) {
    return [refuse(file, (error as Error).message, "mend the syntax")];
  }
  const wanted = argumentsIn(exercise);
  const missing = [...wanted].flatMap(([name, args]) => {
    const got = exported.get(name);
    if (!exported.has(name))
      return [refuse(file, `exports no ${name}`, "write it, or take it out of the exercise")];
    if (args === undefined || got === undefined || got.join() === args.join()) return [];
    return [
      refuse(file, `has ${name}(${got.join(", ")})`, `the exercise declares ${name}(${args.join(", ")})`),
    ];
  });
  const extra = [...exported.keys()]
    .filter((name) => !wanted.has(name))
    .map((name) => refuse(file, `exports ${name}`, "declare it in the exercise, or keep it to the solution"));
  return [...missing, ...extra];
}

/** What must be exported, with its arguments where the exercise knows them: those of what scenarios are played on are its own. */
const argumentsIn = (exercise: Exercise): ReadonlyMap<string, readonly string[] | undefined> =>
  new Map(
    wantedOf(exercise).map(([name, kind]) => {
      const fn = kind === "function" ? exercise.functions[name] : undefined;
      return [name, fn?.scenario === undefined ? fn && Object.keys(fn.inputs) : undefined];
    }),
  );

/** Exported functions and classes with their parameters' names; types and literals are not counted. */
function exportsOf(text: string): ReadonlyMap<string, readonly string[] | undefined> {
  const found = new Map<string, readonly string[] | undefined>();
  for (const statement of parse(text).getStatements()) {
    if (!Node.isExportable(statement) || !statement.isExported()) continue;
    if (Node.isFunctionDeclaration(statement)) {
      const args = statement.getParameters().map((parameter) => parameter.getName());
      found.set(statement.getName() ?? "default", args);
    } else if (Node.isClassDeclaration(statement)) {
      found.set(statement.getName() ?? "default", undefined);
    } else if (Node.isVariableStatement(statement)) {
      for (const declaration of statement.getDeclarations()) {
        const made = declaration.getInitializer();
        if (Node.isArrowFunction(made) || Node.isFunctionExpression(made)) {
          found.set(
            declaration.getName(),
            made.getParameters().map((parameter) => parameter.getName()),
          );
        }
      }
    }
  }
  return found;
}
