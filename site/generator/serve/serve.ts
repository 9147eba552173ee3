/** Serves the site from memory on this machine alone, makes it again when a source changes, and reloads the pages. */
import { createServer, type Server, type ServerResponse } from "node:http";
import { posix } from "node:path";
import type { File } from "../parts.ts";
import { watchSources } from "./watch-sources.ts";

type Made = { readonly files: ReadonlyMap<string, File> } | { readonly problems: string };

export interface ServeOptions {
  readonly root: string;
  readonly port: number;
  make(): Promise<Made>;
  /** One line for the reader of the terminal. */
  say(line: string): void;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Listens until the server is closed. */
export async function serve({ root, port, make, say }: ServeOptions): Promise<Server> {
  let files: ReadonlyMap<string, File> = new Map();
  const waiting = new Set<ServerResponse>();
  const again = async (changed?: string): Promise<void> => {
    const start = performance.now();
    const made = await make();
    if ("problems" in made) return say(made.problems);
    files = made.files;
    for (const page of waiting) page.write("data: reload\n\n");
    const took = Math.round(performance.now() - start);
    if (changed !== undefined) say(`${changed} · ${made.files.size} files in ${took} ms`);
  };
  await again();
  const server = createServer((request, response) => {
    // A page elsewhere that has its name point here gets nothing.
    if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? "")) {
      response.writeHead(403).end();
      return;
    }
    const path = pathIn(request.url ?? "/");
    if (path === "reload") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.flushHeaders();
      waiting.add(response);
      request.on("close", () => waiting.delete(response));
      return;
    }
    if (path === "reload.js") {
      response.writeHead(200, { "Content-Type": TYPES[".js"] });
      response.end('new EventSource("/reload").onmessage = () => location.reload();\n');
      return;
    }
    const found = files.get(path);
    const file = found ?? files.get("404.html") ?? "";
    const type = TYPES[found === undefined ? ".html" : posix.extname(path)] ?? "application/octet-stream";
    response.writeHead(found === undefined ? 404 : 200, {
      "Content-Type": type,
      "Cache-Control": "no-store",
    });
    response.end(typeof file === "string" && type.startsWith("text/html") ? reloading(file) : file);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  server.on("close", watchSources(root, again, say));
  return server;
}

function pathIn(url: string): string {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "").replace(/^\/+/, "");
    return path === "" ? "index.html" : path;
  } catch {
    return "";
  }
}

/** The page, which also listens for changes; only here may it speak to its own server. */
const reloading = (html: string): string =>
  html
    .replace("connect-src 'none'", "connect-src 'self'")
    .replace("</body>", '<script src="/reload.js"></script>\n</body>');
