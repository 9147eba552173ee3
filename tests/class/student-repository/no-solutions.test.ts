import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { Node, Project } from "ts-morph";
import { describe, expect, test } from "vitest";
import { root, slugs, source, textFiles } from "./source.ts";

/** Code without what a compiler or a formatter changes; the build breaks long lines within a text, too. */
const bare = (code: string): string => code.replace(/\\\n|[\s;{}()]/g, "");

/** As the build writes it. */
const written = (code: string): string =>
  transformSync(code, { loader: "ts", target: "es2022", minifyWhitespace: true, minifySyntax: true }).code;

/** The bodies of a solution's functions and methods, as JavaScript; a bare `return x` and a bare call are nobody's. */
function bodiesOf(solution: string): string[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("a.js", written(solution));
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

/** What the course gives to those who build on an exercise is an answer, and lies there on purpose. */
const given = readdirSync(join(root, "exercises"))
  .map((slug) => join(root, "exercises", slug, "provided.ts"))
  .filter((file) => existsSync(file))
  .map((file) => bare(written(readFileSync(file, "utf8"))));
const withoutGiven = (bodies: readonly string[]): readonly string[] =>
  bodies.filter((body) => !given.some((text) => text.includes(body)));

const asJavaScript = (file: string, text: string): string =>
  bare(file.endsWith(".ts") ? written(text) : text);

describe("a student's repository", () => {
  const files = textFiles(source(slugs));

  test("holds no function body of a solution", () => {
    const all = [...files].map(([file, text]) => [file, asJavaScript(file, text)] as const);
    const solutions = readdirSync(join(root, "solutions")).filter((file) => file.endsWith(".ts"));
    const found = solutions.flatMap((name) =>
      withoutGiven(bodiesOf(readFileSync(join(root, "solutions", name), "utf8"))).flatMap((body) =>
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
});
