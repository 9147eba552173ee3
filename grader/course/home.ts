import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built program, wherever this module ended up in it; from source, the one that `build` makes. */
export function distFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, "chainrule.js"))) return folder;
    if (existsSync(join(folder, "dist", "chainrule.js"))) return join(folder, "dist");
    const above = dirname(folder);
    if (above === folder) throw new Error("The program is not built: `npm run build` makes dist/.");
    folder = above;
  }
}
