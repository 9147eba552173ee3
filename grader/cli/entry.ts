#!/usr/bin/env node
// The program is loaded from here, and not with this file, so that one that cannot be loaded is no answer that fell
// short: Node's own exit code for that is 1.
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { configFor, unusedConfig, VARIABLE } from "../course/own/find-config.ts";

const dist = dirname(fileURLToPath(import.meta.url));
const config = configFor({ dist, by: process.argv[1] ?? "", env: process.env });

/** A config that somebody may expect to be used; nobody is told where the folder that they are in is gone. */
function unused(): string | undefined {
  // What this program starts of itself need not say it again.
  if (process.env.CHAINRULE_TOLD === "1") return undefined;
  process.env.CHAINRULE_TOLD = "1";
  try {
    return unusedConfig(dist, process.env.INIT_CWD ?? process.cwd());
  } catch {
    return undefined;
  }
}

async function load(): Promise<void> {
  if (config === undefined) {
    const started = import("./main.ts");
    const other = unused();
    if (other !== undefined)
      process.stderr.write(
        `${other} is not used: this program is installed elsewhere. \`npx chainrule\` there uses it, and so does this one with ${VARIABLE}=${other}\n`,
      );
    await started;
    return;
  }
  const { openOwn } = await import("../course/own/open.ts");
  await import(pathToFileURL(await openOwn(config, dist)).href);
}

load().catch((error: NodeJS.ErrnoException) => {
  const isTheirs = error.name === "UsageError" || /^E(ACCES|PERM|ROFS|NOSPC)$/.test(error.code ?? "");
  process.stderr.write(
    isTheirs
      ? `${error.message}\n`
      : `The grader cannot be loaded (${error.message.split("\n")[0]}); \`npm ci\` builds it anew, and in a student's repository \`git checkout -- grader\` brings it back\n`,
  );
  process.exit(isTheirs ? 2 : 3);
});
