/**
 * A known function at a tracked number.
 */

import type { Num } from "../numbers/num.ts";
import { type FunctionName, formulaOf } from "./known.ts";

/**
 * f(a), with f′(a) as its slope.
 *
 * @throws RangeError if the table of known functions has no such name
 */
export const apply = (f: FunctionName, a: Num): Num => formulaOf(f)(a) as Num;
