import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { describe, expect, test } from "vitest";
import { root, slugs, source, textFiles } from "./source.ts";

describe("a student's repository", () => {
  const files = textFiles(source(slugs));

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
