import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { manifestPath, studentFiles } from "../../../grader/class/student/files.ts";
import { writeTemplate } from "../../../grader/class/template.ts";
import { update } from "../../../grader/class/update.ts";
import { folder } from "../../cli/run.ts";
import { source, textFiles } from "./source.ts";

const { path, remove } = folder();
afterAll(remove);

describe("a repository and the pages", () => {
  test("leads to the pages of a server where it was told one", () => {
    const site = "https://example.org/course/";
    const files = textFiles({ ...source(["ex10-mse-gradients"]), site });
    expect(files.get("README.md")).toContain(`[page](${site}ex10-mse-gradients.html)`);
    expect(files.get("README.md")).toContain(`(${site}index.html)`);
    expect(JSON.parse(files.get("grader/pages.json")!)).toEqual({ site });
    expect(JSON.parse(files.get(manifestPath)!)).toMatchObject({ site });
  });

  test("takes the pages along, byte for byte, and an update tells those that changed", () => {
    const bytes = new Uint8Array([0, 13, 10, 255]);
    const pages = new Map([
      ["index.html", new TextEncoder().encode("<!doctype html>")],
      ["assets/a.woff2", bytes],
    ]);
    const out = join(path, "with-pages");
    writeTemplate(out, studentFiles({ ...source(["ex10-mse-gradients"]), pages }));
    expect(new Uint8Array(readFileSync(join(out, "pages/assets/a.woff2")))).toEqual(bytes);
    expect(readFileSync(join(out, "README.md"), "utf8")).toContain("[page](pages/ex10-mse-gradients.html)");
    const newer = new Map([...pages, ["assets/a.woff2", new Uint8Array([0, 10, 255])] as const]);
    const changes = update(out, studentFiles({ ...source(["ex10-mse-gradients"]), pages: newer }));
    expect(changes.filter(({ file }) => file.startsWith("pages/"))).toEqual([
      { file: "pages/assets/a.woff2", did: "changed" },
    ]);
  });

  test("always has what explains the signs, with links that lead somewhere", () => {
    const files = textFiles(source(["ex10-mse-gradients"]));
    for (const name of ["before-you-start", "notation", "glossary"]) {
      const text = files.get(`site/pages/${name}.md`)!;
      expect(text).not.toMatch(/\{#|\.html/);
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g))
        expect(files.has(join("site/pages", target!)), `${name}: ${target}`).toBe(true);
    }
  });
});
