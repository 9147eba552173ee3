/** `site`: builds the pages, or serves them from here. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { distFolder } from "../../course/home.ts";
import { keptFolder } from "../../course/own.ts";
import { shownPath } from "../../course/root.ts";
import { UsageError } from "../../usage-error.ts";
import { exitCode } from "../exit-code.ts";
import { noneLost, noneMore } from "../npm/lost-flags.ts";
import { userCourse, userFolder } from "../npm/user-folder.ts";
import { progressOn } from "../terminal/progress.ts";

export interface SiteOptions {
  readonly serve?: true;
  readonly port?: string;
  readonly out?: string;
}

type Files = ReadonlyMap<string, string | Uint8Array>;
type Made = { readonly files: Files } | { readonly problems: string };

/** The builder is a program of its own, `dist/site.js`: what it takes along weighs more than all the rest. */
interface Builder {
  makeSite(root: string, minify: boolean, onProgress: (what: string) => void): Promise<Made>;
  writeFolder(folder: string, files: Files): void;
  serve(options: {
    root: string;
    port: number;
    make(): Promise<Made>;
    say(line: string): void;
  }): Promise<{ address(): { port: number } | string | null }>;
}

/** Runs the command; the exit code. While serving it does not come back. */
export async function site(options: SiteOptions, more: readonly string[] = []): Promise<number> {
  noneLost("site --", { port: options.port, out: options.out });
  noneMore("site", more);
  const port = portOf(options);
  const root = userCourse();
  const folder = outOf(options, root);
  const builder = await load();
  const line = progressOn(process.stderr);
  const make = async (minify: boolean): Promise<Made> => {
    try {
      return await builder.makeSite(root, minify, (what) => line.show(`site: ${what} …`));
    } finally {
      line.clear();
    }
  };
  if (options.serve === true) return await serve(builder, root, port, () => make(false));
  const start = performance.now();
  const made = await make(true);
  if ("problems" in made) {
    process.stderr.write(`${made.problems}\nNothing was written.\n`);
    return exitCode.short;
  }
  builder.writeFolder(folder, made.files);
  const pages = [...made.files.keys()].filter((file) => file.endsWith(".html")).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `${pages} pages, ${made.files.size} files in ${shownPath(folder, root)} (${seconds} s)\n`,
  );
  return exitCode.pass;
}

async function load(): Promise<Builder> {
  const file = join(distFolder(), "site.js");
  if (!existsSync(file)) throw new UsageError("The site's builder is not built: run `npm run build`");
  return (await import(pathToFileURL(file).href)) as Builder;
}

function portOf({ serve, port }: SiteOptions): number {
  if (port === undefined) return 4173;
  if (serve !== true) throw new UsageError("--port: goes with --serve");
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535)
    throw new UsageError(
      `--port ${JSON.stringify(port)}: a whole number from 0 to 65535 is wanted; 0 takes a free one`,
    );
  return number;
}

/** A folder that holds something else is not replaced. */
function outOf({ out }: SiteOptions, root: string): string {
  if (out === undefined) return join(keptFolder(root), "site", "dist");
  const folder = resolve(userFolder(), out);
  if (existsSync(folder) && !existsSync(join(folder, "assets", "site.css")))
    throw new UsageError(`--out ${out}: is there already and is no built site; name a new folder`);
  return folder;
}

async function serve(
  builder: Builder,
  root: string,
  port: number,
  make: () => Promise<Made>,
): Promise<never> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const server = await builder.serve({ root, port, make, say }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE" || error.code === "EACCES")
      throw new UsageError(
        `--port ${port}: is taken or not allowed; \`npm run site -- --serve --port 0\` takes a free one`,
      );
    throw error;
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  say(`http://127.0.0.1:${actual}/ · changes are shown at once · Ctrl-C ends it`);
  return await new Promise<never>(() => {});
}
