import { watch } from "node:fs";
import { join } from "node:path";

const SETTLE_MS = 60;

/** Sources that are read anew at each build; all else is built into the program. */
const READ =
  /^(?:site\/(?:derivations|pages|style|scripts|figures|playground)\/|exercises\/[^/]+\/(?:README\.md|[^/]+\.ts)$)/;
const BUILT_IN =
  /^(?:site\/build\/|grader\/|reference\/|exercises\/[^/]+\/(?:exercise|mistakes|driver)\.ts$)/;

/** Calls `again` after a source has changed, one call at a time. */
export function watchSources(
  root: string,
  again: (changed: string) => Promise<void>,
  say: (line: string) => void,
): void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  for (const folder of ["site", "exercises", "grader", "reference"])
    watch(join(root, folder), { recursive: true }, (_, name) => {
      const file = `${folder}/${String(name ?? "").replaceAll("\\", "/")}`;
      if (/\/dist|\.tmp$|~$/.test(file)) return;
      if (BUILT_IN.test(file)) {
        say(`${file} is part of the program: end this with Ctrl-C, and start it again`);
        return;
      }
      if (!READ.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = last.then(() => again(file)).catch((error: unknown) => say(String(error)));
      }, SETTLE_MS);
    });
}
