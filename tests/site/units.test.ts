/** The introductions of the units: what each must hold, and that its line of code comes to what it says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { root } from "./built-site.ts";

const files = readdirSync(join(root, "site/units")).filter((file) => file.endsWith(".md"));
const textOf = (file: string): string => readFileSync(join(root, "site/units", file), "utf8");

/** Lines such as `1 + 1; // 2` or `Math.E; // about 2.718, …`. */
const LINE = /^(.+); \/\/ (about )?("[^"]*"|-?[\d.]+)/;

describe("the introduction of a unit", () => {
  it.each(files)("%s asks a question, and says what one will be able to do and what is needed", (file) => {
    const [opening = "", able = "", needs = ""] = textOf(file).split(/^## .*\n/m);
    expect(opening).toMatch(/\?/);
    expect(opening).toMatch(/\d/);
    expect(able.match(/^- /gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(needs.trim()).not.toBe("");
    expect(textOf(file).match(/^## .*/gm)).toEqual([
      "## What you will be able to do {#able}",
      "## What you need {#needs}",
    ]);
  });

  it.each(files)("%s shows code that comes to what stands beside it", (file) => {
    const blocks = [...textOf(file).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code.trim());
    expect(blocks).toHaveLength(1);
    for (const line of blocks.flatMap((block) => block.split("\n"))) {
      const [, code, about, beside] = LINE.exec(line) ?? [];
      expect(code, line).toBeDefined();
      const value: unknown = runInNewContext(code!);
      const said: unknown = JSON.parse(beside!);
      // About: to the digits that are written.
      const digits = beside!.split(".")[1]?.length ?? 0;
      expect(about === undefined ? value : Number((value as number).toFixed(digits)), line).toBe(said);
    }
  });
});
