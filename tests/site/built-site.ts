/** The site, built once for all files of tests, by the built program; and a server for it that ends with the tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { File } from "../../site/generator/parts.ts";
import { writeFolder } from "../../site/generator/write.ts";
import { madeOnce } from "../made-once.ts";
import { builtPlayground } from "./built-playground.ts";

export const root = resolve(import.meta.dirname, "../..");

/** The builder as `npm run build` makes it: from source, through what runs tests, it takes a third longer. */
const builder = (): Promise<typeof import("../../site/generator/main.ts")> =>
  import(pathToFileURL(join(root, "dist/site.js")).href);

/** Files by path from the site's folder. */
export const builtFiles = (): Promise<Map<string, File>> =>
  madeOnce("site", async () => {
    const { rooms, siteFiles } = await builder();
    return siteFiles({ root, rooms: { ...rooms, playgroundFiles: builtPlayground }, minify: true });
  });

export const pagesIn = (built: ReadonlyMap<string, File>): string[] =>
  [...built.keys()].filter((path) => path.endsWith(".html")).sort();

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface Served {
  readonly origin: string;
  close(): void;
}

/** A plain server of files, as GitHub Pages is one. */
export async function served(built: ReadonlyMap<string, File>): Promise<Served> {
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/[?#].*$/, "").slice(1) || "index.html";
    const file = built.get(path);
    response.writeHead(file === undefined ? 404 : 200, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    });
    response.end(file ?? built.get("404.html"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The site in a folder of its own, and how to take it away again. */
export function onDisk(built: ReadonlyMap<string, File>): { folder: string; remove: () => void } {
  const above = mkdtempSync(join(tmpdir(), "chainrule-site-"));
  writeFolder(join(above, "site"), built);
  return { folder: join(above, "site"), remove: () => rmSync(above, { recursive: true, force: true }) };
}
