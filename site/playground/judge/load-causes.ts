/** In a page, in place of `grader/judge/load-causes.ts`: a script of its own tells causes, and the page loads it. */
import type { loadCauses as Load } from "../../../grader/judge/load-causes.ts";
import { ask, run } from "./wanted.ts";

type Causes = NonNullable<Awaited<ReturnType<typeof Load>>>;

declare global {
  /** Set by the script. */
  var chainruleCausesHere: Causes | undefined;
}

let causes: Promise<Causes | undefined> | undefined;

/** Nothing where the script does not come: then a finding says what is wrong without why, and the next one asks again. */
export const loadCauses: typeof Load = async () => {
  causes ??= ask("causes").then((script) => {
    if (script !== undefined) run(script);
    return globalThis.chainruleCausesHere;
  });
  const loaded = await causes;
  if (loaded === undefined) causes = undefined;
  return loaded;
};
