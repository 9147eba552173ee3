/** A small site around the playground's files, on disk and served, with a page an exercise under a strict policy. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { playgroundPolicy } from "../../site/playground/build.ts";
import { builtPlayground } from "./built-playground.ts";

/** Colours as a page declares them. */
const style = `
:root { color-scheme: light dark; --paper: light-dark(#fffdf8, #16181b); --ink: light-dark(#1d1c1a, #e6e2d8);
  --ink-soft: light-dark(#5d5a53, #a6a196); --rule: light-dark(#d9d4c7, #3a3c40); --accent: light-dark(#0a5e94, #6fb7e6);
  --data: light-dark(#777, #999); --prediction: light-dark(#0072b2, #56b4e9); --error: light-dark(#d55e00, #f08a4b);
  --reference: light-dark(#009e73, #3fc79f); --gradient: light-dark(#b0609a, #d596c4); }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; background: var(--paper); color: var(--ink);
  font-family: "Libertinus Serif", Georgia, serif; line-height: 1.5; }`;

function pageOf(slug: string): string {
  const allowed = playgroundPolicy();
  const policy = [
    "default-src 'none'",
    "connect-src 'none'",
    "img-src data:",
    `script-src 'self' 'wasm-unsafe-eval' ${allowed["script-src"]}`,
    `worker-src ${allowed["worker-src"]}`,
    `style-src 'self' ${allowed["style-src"]}`,
  ].join("; ");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${slug}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">
<style>${style}</style><script defer src="../play/editor.js"></script></head><body><main><h1>${slug}</h1>
<p><a href="#hints">Before the editor</a></p><h2>Your answer</h2>
<div class="workbench" data-exercise="${slug}" data-derivations="../derivations/" data-hints="#hints"></div>
<p id="hints"><a href="#hints">Behind the editor</a></p></main></body></html>`;
}

export interface PlaygroundSite {
  readonly folder: string;
  readonly origin: string;
  /** The address of an exercise's page, over HTTP. */
  served(slug: string): string;
  /** The same page from disk. */
  onDisk(slug: string): string;
  close(): void;
}

const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", html: "text/html" };

export async function playgroundSite(slugs: readonly string[]): Promise<PlaygroundSite> {
  const folder = mkdtempSync(join(tmpdir(), "chainrule-playground-"));
  const files = new Map(await builtPlayground());
  for (const slug of slugs) files.set(`exercises/${slug}.html`, pageOf(slug));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const server = createServer(({ url = "" }, answer) => {
    const path = new URL(url, "http://localhost").pathname.slice(1);
    if (!files.has(path)) return answer.writeHead(404).end();
    const type = types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return answer
      .writeHead(200, { "content-type": `${type}; charset=utf-8` })
      .end(readFileSync(join(folder, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    folder,
    origin,
    served: (slug) => `${origin}/exercises/${slug}.html`,
    onDisk: (slug) => pathToFileURL(join(folder, "exercises", `${slug}.html`)).href,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
