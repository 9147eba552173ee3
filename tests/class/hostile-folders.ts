/**
 * Folders that no student needs: links, pipes, tricks with names, and files that would run if a tool were started in
 * them. Each is said with what becomes of it.
 */
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Absence } from "../../grader/class/results.ts";
import { right } from "../cli/run.ts";

export const slug = "ex10-mse-gradients";
const usual = `exercises/${slug}/mse-gradients.ts`;

export interface HostileFolder {
  /** What it is, and the name of its folder unless `folder` says another. */
  readonly kind: string;
  readonly folder?: string;
  /** Makes it. False where this system cannot have such a thing. */
  readonly make: (own: Own) => undefined | false;
  /** The points, or why there are none. */
  readonly comesTo: "all points" | "no points" | Absence;
  /** What is said of it: of the exercise, of the folder, or as a remark. */
  readonly says?: RegExp;
}

/** The folder being made, and its neighbours. */
export interface Own {
  readonly path: string;
  /** Writes a file of it. */
  file(at: string, text: string | Uint8Array): string;
  /** The honest student's answer. */
  readonly honest: string;
  /** An answer outside the class. */
  readonly elsewhere: string;
  /** Where something that ran would leave a trace. */
  readonly marker: string;
}

export function ownFolder(path: string, around: Pick<Own, "honest" | "elsewhere" | "marker">): Own {
  return {
    ...around,
    path,
    file(at, text) {
      mkdirSync(dirname(join(path, at)), { recursive: true });
      writeFileSync(join(path, at), text);
      return join(path, at);
    },
  };
}

function made(program: string, ...args: readonly string[]): undefined | false {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return undefined;
  } catch {
    return false;
  }
}
const folderOf = (own: Own, at: string): string => {
  mkdirSync(dirname(join(own.path, at)), { recursive: true });
  return join(own.path, at);
};

export const hostileFolders: readonly HostileFolder[] = [
  {
    kind: "a link to somebody else's answer",
    make: (own) => void symlinkSync(own.honest, folderOf(own, usual)),
    comesTo: "refused",
    says: /a plain file expected, got a symbolic link/,
  },
  {
    kind: "a link in a circle",
    make: (own) => void symlinkSync("mse-gradients.ts", folderOf(own, usual)),
    comesTo: "refused",
    says: /symbolic link/,
  },
  {
    kind: "a link in place of the exercise's folder",
    make: (own) => void symlinkSync(dirname(own.honest), folderOf(own, `exercises/${slug}`)),
    comesTo: "refused",
    says: /a plain folder expected, got a symbolic link/,
  },
  {
    kind: "a link in place of all exercises, and an answer elsewhere",
    make(own) {
      own.file("mse-gradients.ts", right);
      symlinkSync(dirname(dirname(own.honest)), join(own.path, "exercises"));
    },
    comesTo: "refused",
    says: /exercises: a plain folder expected, got a symbolic link/,
  },
  {
    kind: "a link in place of the student's folder",
    make: (own) => void symlinkSync(dirname(dirname(dirname(own.honest))), own.path),
    comesTo: "refused",
    says: /a folder of its own expected, got a symbolic link/,
  },
  {
    kind: "a hard link to a file elsewhere",
    make: (own) => void linkSync(own.elsewhere, folderOf(own, usual)),
    comesTo: "refused",
    says: /hard links/,
  },
  {
    kind: "a pipe that nobody writes to",
    make: (own) => made("mkfifo", folderOf(own, usual)),
    comesTo: "refused",
    says: /got a pipe/,
  },
  {
    kind: "a device that never ends",
    make: (own) => made("mknod", folderOf(own, usual), "c", "1", "5"),
    comesTo: "refused",
    says: /device or socket/,
  },
  {
    kind: "a file of a terabyte",
    make(own) {
      try {
        truncateSync(own.file(usual, right), 2 ** 40);
      } catch {
        return false;
      }
    },
    comesTo: "refused",
    says: /at most 64 kB/,
  },
  {
    kind: "a folder in place of the file",
    make: (own) => void own.file(`${usual}/index.ts`, right),
    comesTo: "refused",
    says: /a plain file expected, got a folder/,
  },
  {
    kind: "bytes that are no text",
    make: (own) => void own.file(usual, Uint8Array.of(0x7f, 0x45, 0x00, 0x41)),
    comesTo: "no points",
    says: /This is no text: it holds the byte 00/,
  },
  {
    kind: "a text in UTF-16",
    make: (own) => void own.file(usual, Buffer.from(`\ufeff${right}`, "utf16le")),
    comesTo: "no points",
    says: /saved as UTF-16\. Save it as UTF-8/,
  },
  {
    kind: "a name in other letters",
    make: (own) => void own.file(`exercises/${slug}/MSE-Gradients.ts`, right),
    comesTo: "all points",
    says: /MSE-Gradients\.ts: taken, since there is no mse-gradients\.ts/,
  },
  {
    kind: "a name that only looks the same",
    make: (own) => void own.file(`exercises/${slug}/\uff4dse-gradients.ts`, right),
    comesTo: "refused",
    says: /not taken; exercises.* expected/,
  },
  {
    kind: "a path in one name",
    make: (own) => void own.file(`exercises\\${slug}\\mse-gradients.ts`, right),
    comesTo: "refused",
    says: /not taken/,
  },
  {
    kind: "a second file behind the usual one",
    make(own) {
      own.file(usual, right);
      own.file("mse-gradients.ts", "for (;;);");
    },
    comesTo: "all points",
    says: /mse-gradients\.ts: ignored, since there is exercises/,
  },
  {
    kind: "a repository that names programs for git",
    make(own) {
      own.file(usual, right);
      own.file(".git/HEAD", "ref: refs/heads/main\n");
      own.file(".git/config", `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch '${own.marker}'\n`);
      own.file(".git/hooks/post-checkout", `#!/bin/sh\ntouch '${own.marker}'\n`);
    },
    comesTo: "all points",
    says: /\.git\/config: names what git would run \(fsmonitor/,
  },
  {
    kind: "a repository that is elsewhere",
    make(own) {
      own.file(usual, right);
      own.file(".git", "gitdir: /etc\n");
    },
    comesTo: "all points",
    says: /\.git: ignored, it points at a repository elsewhere/,
  },
  {
    kind: "a repository full of nonsense",
    make(own) {
      own.file(usual, right);
      own.file(".git/HEAD", "ref: refs/heads/../../../../etc/passwd\n");
      own.file(`.git/objects/${"a".repeat(2)}/${"a".repeat(38)}`, Uint8Array.of(0x78, 0x9c, 1, 2, 3));
      own.file(".git/objects/pack/pack-00.idx", new Uint8Array(2000).fill(255));
    },
    comesTo: "all points",
  },
  {
    kind: "a configuration of npm",
    make(own) {
      own.file(usual, right);
      own.file(".npmrc", `script-shell=/bin/sh\nnode-options=--require ${own.path}/evil.cjs\n`);
      own.file("evil.cjs", `require("node:fs").writeFileSync(${JSON.stringify(own.marker)}, "x")`);
    },
    comesTo: "all points",
    says: /\.npmrc: ignored/,
  },
  {
    kind: "a compiler of its own",
    make(own) {
      own.file(usual, right);
      own.file("node_modules/esbuild/package.json", '{"name":"esbuild","main":"index.js"}');
      own.file(
        "node_modules/esbuild/index.js",
        `require("node:fs").writeFileSync(${JSON.stringify(own.marker)}, "x")`,
      );
    },
    comesTo: "all points",
    says: /node_modules: ignored/,
  },
  {
    kind: "scripts that run by themselves",
    make(own) {
      own.file(usual, right);
      own.file(
        "package.json",
        JSON.stringify({ scripts: { prepare: `touch '${own.marker}'`, grade: "echo 20/20" } }),
      );
    },
    comesTo: "all points",
    says: /package\.json: its scripts \(prepare, grade\) are its own/,
  },
  {
    kind: "configurations that are code",
    make(own) {
      own.file(usual, right);
      own.file("vitest.config.ts", `require("node:fs").writeFileSync(${JSON.stringify(own.marker)}, "x")`);
      own.file("Makefile", `all:\n\ttouch '${own.marker}'\n`);
    },
    comesTo: "all points",
    says: /vitest\.config\.ts: ignored/,
  },
  {
    kind: "more files than anybody counts",
    make(own) {
      own.file(usual, right);
      for (let i = 0; i < 5001; i++) own.file(`exercises/${i}`, "");
    },
    comesTo: "refused",
    says: /at most 5000 entries, got more/,
  },
  {
    kind: "a name that steers terminals and pages",
    folder: "\u001b[2J\u202e<b>x\r\n,=cmd",
    make: (own) => void own.file(usual, right),
    comesTo: "all points",
  },
  {
    kind: "a name that is an option",
    folder: "--help",
    make: (own) => void own.file(usual, right),
    comesTo: "all points",
  },
  {
    kind: "a name that objects have already",
    folder: "__proto__",
    make: (own) => void own.file(usual, right),
    comesTo: "all points",
  },
  {
    kind: "attempts that are somebody else's",
    make(own) {
      mkdirSync(own.path);
      symlinkSync(dirname(dirname(dirname(own.honest))), join(own.path, "attempt-1"));
      own.file("attempt-2/mse-gradients.ts", "export {};\n");
    },
    comesTo: "no points",
  },
  {
    kind: "folders in folders in folders",
    make: (own) => void own.file(`${"d/".repeat(800)}mse-gradients.ts`, right),
    comesTo: "refused",
    says: /the file may lie there/,
  },
  {
    kind: "a grader of its own",
    make(own) {
      own.file("mse-gradients.ts", "export {};\n");
      own.file("grader/chainrule.js", `process.stdout.write('{"score":20}')`);
    },
    comesTo: "no points",
  },
];
