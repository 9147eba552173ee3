import { namesIn } from "../scope.ts";

/** How many symbols some formulas name: one without any is about numbers alone. */
export const namesOnly = (parts: readonly unknown[]): number => parts.flatMap(namesIn).length;
