/** The layers of isolation: which of them this machine can have, and what each asks of the command line. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import type { Layer } from "./box.ts";
import { CannotJudge } from "./cannot-judge.ts";
import { oneThread, optimiseInBox, startSoon } from "./engine-flags.ts";
import { systemTool } from "./system-tool.ts";

/** "standard" takes what needs no privilege; "strong" asks for bubblewrap as well. */
export type Isolation = "standard" | "strong";

/** How a child is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const atLeast = (a: number, b: number): boolean => major > a || (major === a && minor >= b);

/** What the child may read inside bubblewrap: the system's libraries, Node, and the runner. */
function bubble(runner: string): string[] {
  const libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store"];
  const node = realpathSync(process.execPath);
  return [
    ...["--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"],
    ...libraries.flatMap((path) => ["--ro-bind-try", path, path]),
    ...["--ro-bind", node, node, "--ro-bind", runner, runner, "--dev", "/dev", "--chdir", "/"],
  ];
}

const noProcess = (error: Error): CannotJudge =>
  new CannotJudge(
    `The system starts no process (${(error as NodeJS.ErrnoException).code ?? error.message}); close what takes memory and processes, then run the same command again`,
  );

let bubbleWorks: boolean | undefined;

/** Whether bubblewrap is there and the system lets it make its namespaces; tried once. */
function hasBubble(): boolean {
  const bwrap = systemTool("bwrap");
  const trial = realpathSync(systemTool("true") ?? process.execPath);
  if (bubbleWorks === undefined && bwrap !== undefined) {
    const tried = spawnSync(bwrap, [...bubble(trial), trial], { stdio: "ignore", env: {}, timeout: 5000 });
    // A machine that starts no process refuses no namespaces: a weaker box is no answer to that.
    if (tried.error !== undefined) throw noProcess(tried.error);
    bubbleWorks = tried.status === 0;
  }
  return bubbleWorks === true;
}

/** Most bytes of data that a box may have. */
export const dataLimit = 1_300_000_000;

// The processor time is for a child that nobody ends; a whole class's worth of honest exercises stays below it.
const limits = [`--data=${dataLimit}`, "--cpu=120", "--fsize=0", "--core=0"];

function nodeFlags(runner: string, memoryMb: number): string[] {
  const permission =
    atLeast(23, 5) || (major === 22 && minor >= 13) ? "--permission" : "--experimental-permission";
  return [
    ...[permission, `--allow-fs-read=${runner}`, "--no-addons", "--disable-proto=throw", "--no-warnings"],
    ...["--disallow-code-generation-from-strings", `--max-old-space-size=${memoryMb}`],
    ...optimiseInBox,
    ...startSoon,
    ...oneThread,
    ...(atLeast(22, 5) ? ["--no-experimental-sqlite"] : []),
  ];
}

/** The command that starts a child with all that is asked for and can be had. */
export function launch(runner: string, isolation: Isolation, memoryMb: number): Launch {
  const wrapped: string[] = [];
  const setpriv = systemTool("setpriv");
  const prlimit = systemTool("prlimit");
  const bwrap = isolation === "strong" && hasBubble() ? systemTool("bwrap") : undefined;
  // A parent that is killed cannot end its child: the system does. Bubblewrap asks for that, and for the rest, itself.
  if (setpriv !== undefined && bwrap === undefined)
    wrapped.push(setpriv, "--no-new-privs", "--pdeathsig", "KILL");
  if (prlimit !== undefined) wrapped.push(prlimit, ...limits);
  if (bwrap !== undefined) wrapped.push(bwrap, ...bubble(runner));
  wrapped.push(
    bwrap === undefined ? process.execPath : realpathSync(process.execPath),
    ...nodeFlags(runner, memoryMb),
    runner,
  );
  return { command: wrapped[0]!, args: wrapped.slice(1) };
}

function bubbleLayer(isolation: Isolation): Layer {
  const name = "bubblewrap";
  if (systemTool("bwrap") === undefined) {
    return { name, inForce: false, note: "Not here: install it on Linux with `apt install bubblewrap`." };
  }
  if (isolation === "standard") {
    return { name, inForce: false, note: "Here; an official run puts it in force." };
  }
  if (hasBubble()) return { name, inForce: true, note: "No network, no files, no other processes." };
  const mend = "on Ubuntu `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` permits them";
  return { name, inForce: false, note: `Here, but the system refuses it namespaces: ${mend}.` };
}

/** Every layer, and whether it is in force. Starts nothing, except where "strong" asks whether bubblewrap works. */
export function describeLayers(isolation: Isolation = "standard"): Layer[] {
  const on = (name: string, note: string): Layer => ({ name, inForce: true, note });
  const fromTool = (name: string, program: string, note: string): Layer => {
    if (systemTool(program) !== undefined) return on(name, note);
    return {
      name,
      inForce: false,
      note: "Not here: it comes with util-linux on Linux, `apt install util-linux`.",
    };
  };
  return [
    on("child process", "A process for one student, killed with its group when a deadline passes."),
    on("empty environment", "No variable, no argument, three pipes, the root folder as its own."),
    on(
      "permission model",
      `Node ${process.versions.node}: it reads its own script, writes nothing and starts nothing.`,
    ),
    on("vm context", "A global of its own that holds no object of Node's."),
    on("code generation off", "No eval, no Function from text, no WebAssembly."),
    on("deadlines", "For loading, for each call, and for everything together."),
    on("heap limit", "Of V8's heap."),
    fromTool("prlimit", "prlimit", "At most 1.3 GB of data and 120 s of processor time; no file is written."),
    fromTool("setpriv", "setpriv", "The child ends with its parent and gains no privileges."),
    bubbleLayer(isolation),
  ];
}
