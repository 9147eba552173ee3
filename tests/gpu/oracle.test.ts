import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { folder, program, root } from "../cli/run.ts";
import { gpuEnv, gpuNote, hasGpu, runGpu } from "./driver.ts";

const here = folder("chainrule-oracle-");
afterAll(() => here.remove());

const answer = join(root, "solutions/ex48-softmax-network.ts");
const graded = (args: readonly string[], env = {}) => runGpu(program, ["grade", ...args], env);
interface Said {
  readonly oracle: string;
  readonly status: string;
  readonly checks: readonly { readonly id: string; readonly finding?: { readonly mistake?: string } }[];
}

describe.skipIf(!hasGpu)(`--oracle webgpu${gpuNote}`, () => {
  it.each([
    ["ex48", "ex48-softmax-network.ts", 30],
    ["ex49", "ex49-layers.ts", 40],
    ["ex50", "ex50-gradient-check.ts", 30],
  ])(
    "passes the model answer to %s, at full size as well, and says where the right values came from",
    (id, file, score) => {
      const solution = join(root, "solutions", file);
      const { code, stdout, stderr } = graded([
        id,
        "--file",
        solution,
        "--seed",
        "5",
        "--oracle",
        "webgpu",
        "--json",
      ]);
      expect(code, stderr).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ oracle: "webgpu-f32", status: "pass", score });
    },
  );

  it("catches a wrong answer, and names the mistake", () => {
    const text = readFileSync(answer, "utf8").replace("y - Y[i]![c]!", "Y[i]![c]! - y");
    const wrong = here.file("wrong.ts", text);
    const { code, stdout } = graded(["ex48", "--file", wrong, "--seed", "5", "--oracle", "webgpu", "--json"]);
    expect(code).toBe(1);
    const said = JSON.parse(stdout) as Said;
    expect(said.oracle).toBe("webgpu-f32");
    expect(said.checks.find(({ id }) => id === "computeGradients/value")?.finding?.mistake).toBe(
      "sign-flipped",
    );
  });
});

describe("--oracle webgpu without a GPU", () => {
  const oneLine = ({ code, stdout, stderr }: ReturnType<typeof runGpu>): string => {
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    return stderr;
  };

  it.skipIf(!hasGpu)("refuses a software adapter in one line, unless the environment lets it in", () => {
    const line = oneLine(graded(["ex48", "--file", answer, "--oracle", "webgpu"], { CHAINRULE_GPU: "" }));
    expect(line).toMatch(/^--oracle webgpu: the only adapter is software .*; use --oracle cpu$/m);
  });

  it("says in one line that there is no adapter or no driver", () => {
    const line = oneLine(
      graded(["ex48", "--file", answer, "--oracle", "webgpu"], {
        VK_DRIVER_FILES: "/nowhere",
        VK_ICD_FILENAMES: "/nowhere",
      }),
    );
    expect(line).toMatch(/^--oracle webgpu: .*; use --oracle cpu$/m);
  });

  it("says so of an exercise that has no GPU half", () => {
    const line = oneLine(graded(["ex09", "--file", answer, "--oracle", "webgpu"]));
    expect(line).toBe("--oracle webgpu: ex09 has no GPU half; use --oracle cpu\n");
  });

  it("grades as ever where the package is not installed, and says in one line what the option would need", () => {
    cpSync(join(root, "dist"), join(here.path, "dist"), { recursive: true });
    mkdirSync(join(here.path, "node_modules"));
    for (const name of ["esbuild", "@esbuild"])
      symlinkSync(join(root, "node_modules", name), join(here.path, "node_modules", name));
    here.course();
    const alone = (args: readonly string[]) => runGpu(join(here.path, "dist/chainrule.js"), args, gpuEnv);
    const args = ["grade", "ex48", "--file", answer, "--seed", "5"];
    const plain = alone([...args, "--json"]);
    expect(plain.stderr).toBe("");
    expect(JSON.parse(plain.stdout)).toMatchObject({ oracle: "cpu-f64", status: "pass" });
    expect(oneLine(alone([...args, "--oracle", "webgpu"]))).toBe(
      "--oracle webgpu: the package webgpu is not installed (npm install webgpu); use --oracle cpu\n",
    );
    const { stdout } = alone(["doctor"]);
    expect(stdout).toMatch(/-\s+GPU\s+No package webgpu, and nothing needs it: the CPU\s+grades\./);
  });
});
