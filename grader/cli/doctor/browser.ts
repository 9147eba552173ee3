import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Examined } from "./examined.ts";

export function examineBrowser(env: NodeJS.ProcessEnv): Examined {
  const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  return found === undefined
    ? {
        name: "browser",
        state: "missing",
        says: "None on the PATH; only the site's own tests need Chromium.",
      }
    : { name: "browser", state: "yes", says: `${found}, for the site's own tests.` };
}
