/** What the playground adds to the site: how much there is to load, and that it runs as it lies. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { gzipSync, inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { playgroundPolicy } from "../../site/playground/build.ts";
import { builtPlayground } from "./built-playground.ts";

const root = join(import.meta.dirname, "../..");
const slugs = readdirSync(join(root, "exercises"))
  .filter((name) => name.startsWith("ex"))
  .sort();
/** Those whose neighbours have been made. */
const withNeighbours = slugs.filter((slug) => existsSync(join(root, "exercises", slug, "neighbours.json")));

describe("the playground's files", () => {
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const made = await builtPlayground();
    files = new Map([...made].map(([path, file]) => [path, typeof file === "string" ? file : ""]));
  });

  it("are the editor, the bench of capstones, a style, what tells causes, the lines, and one for each exercise", () => {
    const wanted = [
      "play/editor.js",
      "play/capstone.js",
      "play/causes.js",
      "play/lines.js",
      "play/lines-judge.js",
      "play/workbench.css",
      ...slugs.map((slug) => `play/${slug}.js`),
      ...withNeighbours.map((slug) => `play/neighbours/${slug}.js`),
    ];
    expect([...files.keys()].sort()).toEqual(wanted.sort());
  });

  it("weigh less than 300 kB on the way to a reader, an exercise less than 16 kB", () => {
    const weight = (path: string): number => gzipSync(files.get(path) ?? "").length;
    expect(weight("play/editor.js") + weight("play/workbench.css")).toBeLessThan(300_000);
    // On a capstone's page; without the editor.
    expect(weight("play/capstone.js")).toBeLessThan(weight("play/editor.js"));
    for (const slug of slugs) expect(weight(`play/${slug}.js`), slug).toBeLessThan(16_000);
    // Loaded after a wrong answer alone.
    expect(weight("play/causes.js")).toBeLessThan(60_000);
    for (const slug of withNeighbours)
      expect(weight(`play/neighbours/${slug}.js`), slug).toBeLessThan(30_000);
  });

  it("are classic scripts, which a page from disk can load", () => {
    for (const [path, text] of files) {
      if (path.endsWith(".js")) expect(() => new Script(text, { filename: path }), path).not.toThrow();
    }
  });

  it("give the stub, and no line of code of the model answer", () => {
    for (const slug of slugs) {
      const [, packed = ""] = /= "([^"]+)";\n$/.exec(files.get(`play/neighbours/${slug}.js`) ?? "") ?? [];
      const neighbours = packed === "" ? "" : inflateSync(Buffer.from(packed, "base64")).toString();
      expect(neighbours !== "", slug).toBe(withNeighbours.includes(slug));
      const text = `${files.get(`play/${slug}.js`)}${neighbours}`;
      const stub = readFileSync(join(root, "exercises", slug, `${slug.replace(/^ex\d+-/, "")}.ts`), "utf8");
      expect(text).toContain(JSON.stringify(stub));
      const answer = readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");
      const own = answer.split("\n").filter((line) => line.length > 40 && !stub.includes(line));
      for (const line of own) expect(text, line).not.toContain(JSON.stringify(line).slice(1, -1).trim());
    }
  });

  it("name no place of the machine that they were made on", () => {
    for (const [path, text] of files) expect(text.includes(root), path).toBe(false);
  });

  it("ask a page's policy for one script by its hash, and for workers made from texts", () => {
    expect(playgroundPolicy()).toEqual({
      "script-src": expect.stringMatching(/^blob: 'sha256-[\w+/]{43}='$/),
      "worker-src": "blob:",
      "style-src": "'unsafe-inline'",
    });
  });
});
