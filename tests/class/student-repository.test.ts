import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { transformSync } from "esbuild";
import { Node, Project } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifestPath, type Source, studentFiles } from "../../grader/class/student/files.ts";
import { Refused, writeTemplate } from "../../grader/class/template.ts";
import { update } from "../../grader/class/update.ts";

const root = resolve(import.meta.dirname, "../..");
const slugs = readdirSync(join(root, "dist", "exercises"))
  .map((file) => file.replace(/\.js$/, ""))
  .filter((slug) => existsSync(join(root, "exercises", slug, `${slug.replace(/^ex\d+-/, "")}.ts`)));
const source = (some: readonly string[], title = "Exercises"): Source => ({
  root,
  dist: join(root, "dist"),
  slugs: some,
  title,
});

/** Where the pages do not come along, every file is a text. */
const textFiles = (of: Source): Map<string, string> => studentFiles(of) as Map<string, string>;

/** Code without what a compiler or a formatter changes. */
const bare = (code: string): string => code.replace(/[\s;{}()]/g, "");

/** The bodies of a solution's functions and methods, as JavaScript; a bare `return x` and a bare call are nobody's. */
function bodiesOf(solution: string): string[] {
  const { code } = transformSync(solution, { loader: "ts", target: "es2022" });
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("a.js", code);
  const bodies: string[] = [];
  file.forEachDescendant((node) => {
    if (
      Node.isFunctionDeclaration(node) ||
      Node.isMethodDeclaration(node) ||
      Node.isArrowFunction(node) ||
      Node.isFunctionExpression(node)
    )
      if (!/^\w+\([\w, ]*\)$/.test(node.getBody()?.getText() ?? ""))
        bodies.push(bare(node.getBody()?.getText() ?? ""));
  });
  return bodies.filter((body) => body.length >= 12);
}

/**
 * The grader holds the reference, and a formula of one line, such as 1 / (1 + e^(−z)), is the same in both.
 * What is longer than such a formula is an answer.
 */
const isTelling = (file: string, body: string): boolean => !file.startsWith("grader/") || body.length >= 30;

const asJavaScript = (file: string, text: string): string =>
  bare(file.endsWith(".ts") ? transformSync(text, { loader: "ts", target: "es2022" }).code : text);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chainrule-class-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
      expect(text, file).not.toMatch(
        /^\/\/ (solutions|tests|grader\/(author|class|cli\/(check|classroom|demo|report|site)))\//m,
      );
    }
  });

  test("holds no function body of a solution", () => {
    const all = [...files].map(([file, text]) => [file, asJavaScript(file, text)] as const);
    const solutions = readdirSync(join(root, "solutions")).filter((file) => file.endsWith(".ts"));
    const found = solutions.flatMap((name) =>
      bodiesOf(readFileSync(join(root, "solutions", name), "utf8")).flatMap((body) =>
        all
          .filter(([file, code]) => isTelling(file, body) && code.includes(body))
          .map(([file]) => `${name} in ${file}: ${body.slice(0, 60)}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test("would be caught with one", () => {
    for (const name of readdirSync(join(root, "solutions")).filter((file) => file.endsWith(".ts"))) {
      const solution = readFileSync(join(root, "solutions", name), "utf8");
      const bodies = bodiesOf(solution);
      expect(bodies, name).not.toHaveLength(0);
      const handedOut = asJavaScript(name, `// by mistake\n${solution}`);
      for (const body of bodies) expect(handedOut, name).toContain(body);
    }
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

  test("has a workflow with the names that readers of results look for, and few rights", () => {
    const workflow = files.get(".github/workflows/autograding.yml")!;
    expect(workflow).toMatch(/^name: Autograding Tests$/m);
    expect(workflow).toMatch(/^ {2}run-autograding-tests:$/m);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(workflow).toContain("persist-credentials: false");
    expect(workflow).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN/);
    // One run of the grader says everything: it switches commands off around what students wrote.
    expect(workflow.match(/npm run/g)).toHaveLength(1);
    expect(workflow).toContain("npm run --silent grade -- --ci github-classroom > /dev/null\n");
    const [, id] = /\n {10}([A-Z]+)_RESULTS:/.exec(workflow)!;
    expect(workflow).toContain(`runners: ${id!.toLowerCase()}\n`);
    expect(id).not.toContain("-");
  });
});

describe("a workflow", () => {
  const files = textFiles(source(slugs.slice(0, 1)));
  const own = join(root, ".github", "workflows");
  const workflows: [string, string][] = [
    ["that of a student's repository", files.get(".github/workflows/autograding.yml")!],
    ...(existsSync(own) ? readdirSync(own) : []).map((name): [string, string] => [
      `the course's own ${name}`,
      readFileSync(join(own, name), "utf8"),
    ]),
  ];
  const errorsIn = async (content: string): Promise<string[]> => {
    const { context, value } = parseWorkflow({ name: "w.yml", content }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(({ message }) => message);
  };

  test.each(workflows)("such as %s is one by GitHub's own parser", async (_, content) => {
    expect(await errorsIn(content)).toEqual([]);
  });

  test("is refused by that parser where a key is misspelt or an expression unknown", async () => {
    const [[, content]] = workflows as [[string, string]];
    expect(await errorsIn(content.replace("timeout-minutes", "timeout-minuets"))).not.toEqual([]);
    expect(await errorsIn(content.replace("steps.grade", "stepz.grade"))).not.toEqual([]);
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
    const out = join(folder, "with-pages");
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
    for (const name of ["before-you-start", "notation"]) {
      const text = files.get(`site/pages/${name}.md`)!;
      expect(text).not.toMatch(/\{#|\.html/);
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g))
        expect(files.has(join("site/pages", target!)), `${name}: ${target}`).toBe(true);
    }
  });
});

describe("classroom template", () => {
  test("writes a folder in which the grader runs", () => {
    const out = join(folder, "mit Leerzeichen é");
    writeTemplate(out, textFiles({ ...source(["ex10-mse-gradients"]), site: "https://example.org/c/" }));
    // What npm ci would install.
    symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
    let stdout = "";
    try {
      execFileSync(process.execPath, ["grader/chainrule.js", "grade", "ex10", "--json"], { cwd: out });
    } catch (error) {
      const ended = error as { status: number; stdout: Buffer };
      expect(ended.status).toBe(1);
      stdout = ended.stdout.toString();
    }
    const told = spawnSync(process.execPath, ["grader/chainrule.js", "grade", "ex10"], {
      cwd: out,
      env: { ...process.env, FORCE_HYPERLINK: "1" },
    }).stdout.toString();
    expect(told).toContain("Read    \u001b]8;;https://example.org/c/mse-line.html\u001b\\mse-line\u001b]8;;");
    const verdict = JSON.parse(stdout);
    expect(verdict).toMatchObject({ status: "fail", score: 0, maxScore: 20 });
    expect(verdict.checks[0].finding.code).toBe("not-implemented");
  });

  test("refuses a folder that holds something, and leaves it as it was", () => {
    const out = join(folder, "taken");
    writeTemplate(out, new Map([["a.txt", "mine"]]));
    expect(() => writeTemplate(out, new Map([["a.txt", "other"]]))).toThrow(Refused);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("mine");
  });
});

describe("classroom update", () => {
  const few = slugs.slice(0, 1);
  const stub = `exercises/${few[0]}/${few[0]!.replace(/^ex\d+-/, "")}.ts`;
  const make = (name: string): string => {
    const out = join(folder, name);
    writeTemplate(out, textFiles(source(few)));
    return out;
  };

  test("does nothing to a repository that is up to date, even with other line ends", () => {
    const out = make("same");
    const text = readFileSync(join(out, "README.md"), "utf8");
    writeFileSync(join(out, "README.md"), text.replaceAll("\n", "\r\n"));
    expect(update(out, textFiles(source(few)))).toEqual([]);
  });

  test("brings new exercises and a newer grader, and keeps what the student wrote", () => {
    const out = make("newer");
    writeFileSync(join(out, stub), "export const mine = 1;\n");
    writeFileSync(join(out, "notes.txt"), "mine");
    rmSync(join(out, "tsconfig.json"));
    const newer = textFiles(source(slugs.slice(0, 2), "Second term"));
    newer.set(stub, "// a newer stub\n");
    const changes = update(out, newer);
    expect(changes).toContainEqual({ file: stub, did: "kept" });
    expect(changes).toContainEqual({ file: "tsconfig.json", did: "kept" });
    expect(changes).toContainEqual({ file: "README.md", did: "changed" });
    expect(changes).toContainEqual({ file: `exercises/${slugs[1]}/README.md`, did: "added" });
    expect(changes).toContainEqual({ file: "grader/", did: "changed" });
    expect(readFileSync(join(out, stub), "utf8")).toBe("export const mine = 1;\n");
    expect(readFileSync(join(out, "notes.txt"), "utf8")).toBe("mine");
    expect(existsSync(join(out, "grader", "exercises", `${slugs[1]}.js`))).toBe(true);
    expect(readdirSync(out).filter((name) => name.startsWith(".grader"))).toEqual([]);
    expect(update(out, newer).map(({ did }) => did)).toEqual(["kept", "kept"]);
  });

  test("refuses a folder that is none of ours, and a link in place of a file", () => {
    expect(() => update(folder, new Map())).toThrow(/student's repository expected/);
    const out = make("linked");
    rmSync(join(out, "README.md"));
    symlinkSync("/etc/hostname", join(out, "README.md"));
    expect(() => update(out, textFiles(source(few)))).toThrow(/there is a link/);
  });
});
