/** The builder as one module of the built program, `dist/site.js`: no other command loads it. */
import { figures } from "../figures/index.ts";
import { playgroundFiles, playgroundPolicy } from "../playground/build.ts";
import { rootFolder } from "../playground/bundling.ts";
import { memo } from "./memo.ts";
import type { Rooms } from "./parts.ts";
import { SiteError } from "./problem.ts";
import { siteFiles } from "./site.ts";
import { sourceTimes } from "./source-times.ts";

/** Scripts are bundled again where one of their sources has changed; a page is none. */
const keptScripts: Rooms["playgroundFiles"] = ({ minify }) => {
  const sources = [...sourceTimes(rootFolder())].filter(([file]) => !file.endsWith(".md"));
  return memo("playground", JSON.stringify([minify, sources]), () => playgroundFiles({ minify }));
};

/** What the pages get from other rooms. */
export const rooms: Rooms = { figures, playgroundFiles: keptScripts, playgroundPolicy };

/** The files of the site, or what is wrong, one line a problem. */
export async function makeSite(
  root: string,
  minify: boolean,
  onProgress: (what: string) => void,
): Promise<{ readonly files: ReadonlyMap<string, string | Uint8Array> } | { readonly problems: string }> {
  try {
    return { files: await siteFiles({ root, rooms, minify, onProgress }) };
  } catch (error) {
    if (error instanceof SiteError) return { problems: error.message };
    throw error;
  }
}

export { serve } from "./serve/serve.ts";
export { siteFiles } from "./site.ts";
export { writeFolder } from "./write.ts";
