import { describe, expect, test } from "vitest";
import { manifestPath, studentFiles } from "../../../grader/class/student/files.ts";
import { slugs, source, sourcesOf, textFiles } from "./source.ts";

describe("a student's repository", () => {
  const files = textFiles(source(slugs));

  test("holds task, stub, grader and workflow, and nothing of the authors'", () => {
    for (const slug of slugs) {
      expect([...files.keys()]).toContain(`exercises/${slug}/README.md`);
      expect([...files.keys()]).toContain(`exercises/${slug}/${slug.replace(/^ex\d+-/, "")}.ts`);
    }
    for (const [file, text] of files) {
      expect(file).not.toMatch(/solutions|tests|mistakes\.ts|exercise\.ts|\.map$/);
      expect(text, file).not.toMatch(/sourceMappingURL/);
      // A file that is left out is there as a refusal, since the program names it.
      const madeOf = file.startsWith("grader/") ? (sourcesOf[file.slice("grader/".length)] ?? []) : [];
      if (!text.includes("This command works in the course's own repository") && !file.endsWith("/main.js"))
        expect(madeOf.join("\n"), file).not.toMatch(
          /^(solutions|tests|grader\/(author|class|cli\/(check|classroom|demo|report|site)))\//m,
        );
    }
    expect(sourcesOf["main.js"]).toContain("grader/cli/main.ts");
  });

  test("takes at most 15 MB with all exercises, 11.57 of which are the compiler", () => {
    const all = [...studentFiles(source(slugs)).values()];
    const size = all.reduce((sum, file) => sum + Buffer.byteLength(file), 0);
    expect(size / 1e6).toBeGreaterThan(2);
    expect(size / 1e6).toBeLessThanOrEqual(15 - 11.57);
  });

  test("installs little, at exact versions, from nowhere in particular", () => {
    const own = JSON.parse(files.get("package.json")!);
    for (const version of Object.values(own.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const lock = JSON.parse(files.get("package-lock.json")!);
    expect(lock.packages[""].dependencies).toEqual(own.dependencies);
    expect(files.get("package-lock.json")).not.toMatch(/resolved|https?:/);
    for (const name of Object.keys(own.dependencies))
      expect(lock.packages[`node_modules/${name}`].version).toBe(own.dependencies[name]);
  });
});

describe("a repository with options", () => {
  const due = { [slugs[0]!]: "2026-12-01" };
  const files = textFiles({
    ...source(slugs.slice(0, 2)),
    points: new Map(slugs.map((slug) => [slug, 20])),
    due,
    gpu: true,
  });

  test("tells points and due dates", () => {
    expect(files.get("README.md")).toMatch(
      /\| points \| due \|\n.*\n.*\| 20 \| 2026-12-01 \|\n.*\| 20 \| {2}\|/,
    );
    expect(JSON.parse(files.get("package.json")!).chainrule.due).toEqual(due);
    expect(JSON.parse(files.get(manifestPath)!)).toMatchObject({ due, gpu: true });
  });

  test("locks the GPU's package and all that it needs, as optional", () => {
    const lock = JSON.parse(files.get("package-lock.json")!);
    expect(lock.packages[""].optionalDependencies).toEqual({
      webgpu: lock.packages["node_modules/webgpu"].version,
    });
    for (const name of Object.keys(lock.packages["node_modules/webgpu"].dependencies))
      expect(lock.packages[`node_modules/${name}`], name).toMatchObject({ optional: true });
    expect(lock.packages["node_modules/esbuild"].optional).toBeUndefined();
  });
});
