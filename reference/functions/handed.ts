/** What a submission is handed where an argument is a function: by its name, from the tables of functions and generators. */

import { generatorOf, isGenerator } from "./generators.ts";
import { callableOf, type FunctionName } from "./known.ts";

/**
 * A function over plain numbers; a generator's stream begins anew each time.
 *
 * @throws RangeError if neither table has the name
 */
export const handed = (name: FunctionName): ((...at: never[]) => unknown) =>
  isGenerator(name) ? generatorOf(name) : callableOf(name);
