/** What a submission is handed where an argument is a function: by its name, from the tables of functions and generators. */
import { callableOf, type FunctionName } from "./functions.ts";
import { generatorOf, isGenerator } from "./generators.ts";

/**
 * A function over plain numbers; a generator's stream begins anew each time.
 *
 * @throws RangeError if neither table has the name
 */
export const handed = (name: FunctionName): ((at: never) => unknown) =>
  isGenerator(name) ? generatorOf(name) : callableOf(name);
