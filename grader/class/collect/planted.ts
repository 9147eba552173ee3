/** What a submission holds besides coursework that would run, or steer, a tool that somebody starts in its folder. */
import { ARCHIVE } from "./near-files.ts";
import type { Remark } from "./remarks.ts";
import { aKind, type Kind, type Tree } from "./tree.ts";

const RUNS: readonly (readonly [name: RegExp, what: string])[] = [
  [/^\.npmrc$|^\.yarnrc(\.yml)?$|^\.pnpmfile\.c?js$|^\.pnp\.c?js$/i, "steers the package manager"],
  [/^node_modules$/i, "packages of its own"],
  [/^\.envrc$|^\.env$|^\.mise\.toml$|^\.tool-versions$/i, "sets the environment"],
  [/^(vitest|vite|jest|babel|esbuild|webpack|rollup)\.config\.|^\.babelrc/i, "a configuration that is code"],
  [/^(Makefile|GNUmakefile|justfile|Taskfile\.ya?ml)$/i, "commands"],
  [/^\.husky$|^\.githooks$/i, "hooks"],
];

/** What git runs by itself once a configuration names it. */
const GIT_RUNS =
  /\b(fsmonitor|sshcommand|hookspath|pager|editor|textconv|askpass|clean|smudge|process|command|helper|program|include|includeif)\b/i;
const LIFECYCLE = /^(pre|post)?(install|prepare|publish|pack|grade|hint|doctor)$|^prepublishOnly$/;
/** The scripts of the repository that students get. */
const GIVEN: Readonly<Record<string, string>> = {
  grade: "node grader/chainrule.js grade",
  hint: "node grader/chainrule.js hint",
  doctor: "node grader/chainrule.js doctor",
};
const SMALL = 65_536;

/** One line for each. Nothing of it was run, and nothing of it counts. */
export const plantedIn = (tree: Tree): readonly Remark[] =>
  textsOf(tree).map((text) => ({ kind: "ignored", text }));

function textsOf(tree: Tree): readonly string[] {
  const remarks: string[] = [];
  const entries = tree.list([]) ?? new Map<string, Kind>();
  for (const [name, kind] of entries) {
    const what = RUNS.find(([pattern]) => pattern.test(name))?.[1];
    if (what !== undefined) remarks.push(`${name}: ignored (${what})`);
    else if (kind !== "file" && kind !== "folder") remarks.push(`${name}: ignored, it is ${aKind(kind)}`);
    else if (kind === "file" && ARCHIVE.test(name))
      remarks.push(`${name}: ignored, an archive inside a submission is not opened`);
  }
  remarks.push(...gitRemarks(tree, entries.get(".git")), ...scripts(tree));
  return remarks;
}

function gitRemarks(tree: Tree, kind: string | undefined): readonly string[] {
  if (kind === undefined) return [];
  if (kind === "file") return [".git: ignored, it points at a repository elsewhere"];
  if (kind !== "folder") return [];
  const remarks: string[] = [];
  const config = textOf(tree, [".git", "config"]);
  const line = config?.split(/\r?\n/).find((each) => !/^\s*[#;]/.test(each) && GIT_RUNS.test(each));
  if (line !== undefined)
    remarks.push(`.git/config: names what git would run (${line.trim().slice(0, 60)}); run no git here`);
  let hooks: readonly string[] = [];
  try {
    hooks = [...(tree.list([".git", "hooks"])?.keys() ?? [])].filter((name) => !name.endsWith(".sample"));
  } catch {
    remarks.push(".git/hooks: not looked at, there are too many");
  }
  if (hooks.length > 0)
    remarks.push(`.git/hooks: holds ${hooks.slice(0, 3).join(", ")}, which git would run; run no git here`);
  return remarks;
}

function scripts(tree: Tree): readonly string[] {
  const text = textOf(tree, ["package.json"]);
  if (text === undefined) return [];
  try {
    const { scripts } = JSON.parse(text) as { scripts?: Readonly<Record<string, unknown>> };
    const own = Object.keys(scripts ?? {}).filter(
      (name) =>
        LIFECYCLE.test(name) && scripts?.[name] !== (Object.hasOwn(GIVEN, name) ? GIVEN[name] : undefined),
    );
    return own.length === 0
      ? []
      : [`package.json: its scripts (${own.slice(0, 3).join(", ")}) are its own; they were not run`];
  } catch {
    return ["package.json: no JSON; ignored"];
  }
}

const textOf = (tree: Tree, path: readonly string[]): string | undefined => {
  const bytes = tree.bytes(path, 0, SMALL);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};
