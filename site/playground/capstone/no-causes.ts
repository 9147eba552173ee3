/** In a capstone, in place of `grader/judge/load-causes.ts`: it asks whether an answer is right, and not why it is wrong. */
import type { loadCauses as Load } from "../../../grader/judge/load-causes.ts";

export const loadCauses: typeof Load = async () => undefined;
