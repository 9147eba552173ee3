/** The builder as one module of the built program, `dist/site.js`: no other command loads it. */
import { figures } from "../figures/index.ts";
import { playgroundFiles, playgroundPolicy } from "../playground/build.ts";
import type { Rooms } from "./parts.ts";
import { SiteError } from "./problem.ts";
import { siteFiles } from "./site.ts";

/** What the pages get from other rooms. */
export const rooms: Rooms = { figures, playgroundFiles, playgroundPolicy };

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
export { writeFolder } from "./write.ts";
