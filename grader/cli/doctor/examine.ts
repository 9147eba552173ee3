/** What `doctor` looks at, each with what to install where it is missing. */
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { courseRoot } from "../../course/root.ts";
import { isSound } from "../box/official.ts";
import type { GpuReport } from "../gpu/gpu-report.ts";
import type { Examined } from "./doctor.ts";

/** When each line of Node stops being mended. */
const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: "2026-04-30",
  22: "2027-04-30",
  24: "2028-04-30",
  26: "2029-04-30",
};

export function examineNode(
  version: string,
  today: string = new Date().toISOString().slice(0, 10),
): Examined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const name = `Node ${version}`;
  if (major < 20 || (major === 20 && minor < 19)) {
    return { name, state: "no", says: "Too old: install Node 24 from https://nodejs.org." };
  }
  const end = END_OF_LIFE[major];
  if (major % 2 === 1) {
    return { name, state: "missing", says: "Works; an odd release is not kept up for long: Node 24 is." };
  }
  if (end !== undefined && end < today) {
    return { name, state: "missing", says: `Works; past its end of life (${end}): install Node 24.` };
  }
  return isSound(version)
    ? { name, state: "yes", says: "Supported." }
    : { name, state: "missing", says: "Works; official runs ask for a newer release of this line." };
}

export async function examineEsbuild(): Promise<Examined> {
  const { warmCompiler } = await import("../../box/compiler.ts");
  try {
    const { version } = await warmCompiler();
    return { name: `esbuild ${version}`, state: "yes", says: "Compiles." };
  } catch (error) {
    return { name: "esbuild", state: "no", says: `${(error as Error).message}.` };
  }
}

export function examineFolder(): Examined {
  let root = "";
  try {
    root = courseRoot();
    accessSync(root, constants.W_OK);
    return { name: "this folder", state: "yes", says: "Can be written to; hints are remembered." };
  } catch {
    return root === ""
      ? { name: "this folder", state: "no", says: "Holds no course: cd to the folder with exercises/." }
      : { name: "this folder", state: "missing", says: "Cannot be written to; hints are not remembered." };
  }
}

/** The layers, and answers that are known, graded through all of them. */
export async function examineBox(): Promise<readonly Examined[]> {
  const { createNodeBox, describeLayers } = await import("../../box/node-box.ts");
  const { proveSound } = await import("../../judge/known-answers.ts");
  const box = createNodeBox();
  const begun = performance.now();
  try {
    await proveSound(box);
    const ms = Math.round(performance.now() - begun);
    const says = `A right answer passed and a wrong one fell short, in ${ms} ms.`;
    const layers = describeLayers("strong").map(
      ({ name, inForce, note }): Examined => ({
        name,
        state: inForce ? "yes" : "missing",
        says: name === "bubblewrap" && inForce ? `${note} Official runs use it.` : note,
      }),
    );
    return [{ name: "a trial", state: "yes", says }, ...layers];
  } catch (error) {
    return [{ name: "a trial", state: "no", says: `${(error as Error).message}.` }];
  } finally {
    box.close();
  }
}

export function examineBrowser(env: NodeJS.ProcessEnv): Examined {
  const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  return found === undefined
    ? {
        name: "browser",
        state: "missing",
        says: "None on the PATH; only the site's own tests need Chromium.",
      }
    : { name: "browser", state: "yes", says: `${found}, for the site's own tests.` };
}

/** @param report what a look at the device gave; taken only where the package is installed */
export async function examineGpu(report?: GpuReport): Promise<Examined> {
  if (report === undefined && !isInstalled("webgpu"))
    return {
      name: "GPU",
      state: "missing",
      says: "No package webgpu, and nothing needs it: the CPU grades.",
    };
  const { reportGpuApart } = await import("../gpu/gpu-report.ts");
  const { name, reason, isSoftware, limits, openMs } = report ?? reportGpuApart();
  if (name === undefined || limits === undefined)
    return { name: "GPU", state: "missing", says: `${sentence(reason ?? "None")} The CPU does its work.` };
  const kind = isSoftware === true ? "A software adapter, let in by CHAINRULE_GPU. " : "";
  const { bindingBytes, buffers, invocations } = limits;
  const room = `${bindingBytes / 2 ** 20} MB a binding, ${buffers} buffers, ${invocations} invocations a group`;
  return {
    name: "GPU",
    state: "yes",
    says: `${name}. ${kind}${room}. Self-test passed, open in ${openMs} ms.`,
  };
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
