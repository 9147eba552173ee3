import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { collect } from "../../grader/class/collect/collect.ts";
import { commitTime } from "../../grader/class/collect/commit-time.ts";
import { DiskTree } from "../../grader/class/collect/disk-tree.ts";
import { gitObject } from "../../grader/class/collect/git-object.ts";
import { sourceOf } from "../../grader/class/collect/sources.ts";
import { openSubmissions } from "../../grader/class/collect/submissions.ts";
import { temporary } from "./report.ts";

const place = temporary("collect");
afterAll(() => place.remove());
const slug = "ex10-mse-gradients";
const put = (path: string, text = "export {};\n"): void => {
  mkdirSync(dirname(join(place.path, path)), { recursive: true });
  writeFileSync(join(place.path, path), text);
};

/** Where each student's files were found. */
async function layout(folder: string) {
  const submissions = await openSubmissions(join(place.path, folder), [slug]);
  const files = submissions.all.map(({ folder: name, tree, problem }) => [
    name,
    tree === undefined
      ? problem
      : collect(tree, [slug])
          .attempts.map(({ number, files: found }) => `${number}: ${found[0]?.path ?? "none"}`)
          .join(", "),
  ]);
  return { prefix: submissions.prefix, ignored: submissions.beside, files: Object.fromEntries(files) };
}

describe("submissions", () => {
  test("are found in a tree of clones, from inside and from the folder around it", async () => {
    put(`clones/hw1-submissions/hw1-ada/exercises/${slug}/mse-gradients.ts`);
    put(`clones/hw1-submissions/hw1-bob/exercises/${slug}/mse-gradients.ts`);
    const expected = {
      prefix: "hw1-",
      ignored: [],
      files: {
        "hw1-ada": `1: exercises/${slug}/mse-gradients.ts`,
        "hw1-bob": `1: exercises/${slug}/mse-gradients.ts`,
      },
    };
    expect(await layout("clones")).toEqual(expected);
    expect(await layout("clones/hw1-submissions")).toEqual(expected);
    put(`clones/hw2-submissions/hw2-ada/exercises/${slug}/mse-gradients.ts`);
    await expect(layout("clones")).rejects.toThrow(
      /the submissions of one assignment expected, got 2 .* name one of them/,
    );
  });

  test("are found in what Classroom 50 downloads", async () => {
    const around = "ml-hw1_submissions_2026_10_01_T_12_00_00";
    put(`${around}/ml-hw1-ada/exercises/${slug}/mse-gradients.ts`);
    put(`${around}/ml-hw1-ada/result.json`, "{}");
    put(`${around}/scores.csv`, "username\n");
    expect(await layout(around)).toEqual({
      prefix: "ml-hw1-",
      ignored: [],
      files: { "ml-hw1-ada": `1: exercises/${slug}/mse-gradients.ts` },
    });
  });

  test("are found one folder deeper, as single files, and by the exercise's own name", async () => {
    put("plain/ada/mse-gradients.ts");
    put(`plain/bob/${slug}.ts`);
    put(`plain/carl/${slug}/mse-gradients.ts`);
    put(`plain/dora/my-work/exercises/${slug}/mse-gradients.ts`);
    put("plain/eve/notes.txt");
    expect((await layout("plain")).files).toEqual({
      ada: "1: mse-gradients.ts",
      bob: `1: ${slug}.ts`,
      carl: `1: ${slug}/mse-gradients.ts`,
      dora: `1: exercises/${slug}/mse-gradients.ts`,
      eve: "1: none",
    });
    put("wrapped/all/ada/mse-gradients.ts");
    put("wrapped/all/bob/mse-gradients.ts");
    expect(Object.keys((await layout("wrapped")).files)).toEqual(["ada", "bob"]);
  });

  test("may be several attempts, in the order of their numbers", async () => {
    put("attempts/ada/attempt-10/mse-gradients.ts", "// ten\n");
    put("attempts/ada/attempt-2/mse-gradients.ts", "// two\n");
    put("attempts/ada/attempt-0/mse-gradients.ts");
    put("attempts/ada/mse-gradients.ts");
    expect((await layout("attempts")).files).toEqual({
      ada: "0: mse-gradients.ts, 2: mse-gradients.ts, 10: mse-gradients.ts",
    });
    const submissions = await openSubmissions(join(place.path, "attempts"), [slug]);
    const { attempts } = collect(submissions.all[0]!.tree!, [slug]);
    const { sha256 } = attempts[1]!.files[0]!;
    expect(sourceOf(submissions.all[0]!, [slug], slug, sha256)).toBe("// two\n");
    expect(sourceOf(submissions.all[0]!, [slug], slug, "other")).toBeUndefined();
  });

  test("say so where there are none", async () => {
    put("none/README.md");
    await expect(layout("none")).rejects.toThrow(/a folder for each student expected, there is none in it/);
  });
});

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH ?? "",
      HOME: place.path,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.org",
      GIT_COMMITTER_NAME: "a > 1 +0000",
      GIT_COMMITTER_EMAIL: "a@example.org",
      GIT_COMMITTER_DATE: "2026-10-01T23:59:30+0200",
      GIT_AUTHOR_DATE: "2026-01-01T00:00:00+0000",
    },
  });
const hasGit = ((): boolean => {
  try {
    execFileSync("git", ["--version"]);
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasGit)(
  `the time of a commit${hasGit ? "" : " (skipped: there is no git to make one with)"}`,
  () => {
    const repository = join(place.path, "repository");
    const time = (path = repository): string | undefined => {
      const at = commitTime(new DiskTree(path));
      return at === undefined ? undefined : new Date(at).toISOString();
    };

    test("is read without git: loose, with a branch packed, as a detached head, and from a pack", () => {
      put("repository/a.txt", "a");
      git(repository, "init", "-q", "-b", "main");
      git(repository, "add", ".");
      git(repository, "commit", "-q", "-m", "first\n\ncommitter x <x> 1 +0000");
      const moment = "2026-10-01T21:59:30.000Z";
      expect(time()).toBe(moment);
      git(repository, "pack-refs", "--all");
      expect(time()).toBe(moment);
      git(repository, "checkout", "-q", "--detach");
      expect(time()).toBe(moment);
      git(repository, "gc", "-q");
      expect(time()).toBe(moment);
    });

    test("is read through the differences that a pack is made of", () => {
      const text = Array.from({ length: 4000 }, (_, i) => `line ${i} ${(i * 7919) % 1009}\n`);
      for (let i = 0; i < 5; i++) {
        put(
          "repository/long.txt",
          text.map((line, k) => (k % 1000 === i ? `changed ${line}` : line)).join(""),
        );
        git(repository, "add", ".");
        git(repository, "commit", "-q", "-m", `change ${i} ${"and so on ".repeat(50)}`);
      }
      git(repository, "gc", "-q", "--aggressive");
      const tree = new DiskTree(repository);
      const deltas = git(
        repository,
        "cat-file",
        "--batch-all-objects",
        "--batch-check=%(objectname) %(objecttype) %(deltabase)",
      )
        .trim()
        .split("\n")
        .map((line) => line.split(" "));
      expect(deltas.filter(([, , base]) => !/^0+$/.test(base!)).length).toBeGreaterThan(0);
      for (const [name, type] of deltas) {
        const object = gitObject(tree, name!);
        expect(object?.type).toBe(type);
        if (type === "blob") expect(object?.data.toString()).toBe(git(repository, "cat-file", "blob", name!));
      }
    });

    test("is unknown where the repository is damaged, and reading it ends", () => {
      const pack = join(repository, ".git", "objects", "pack");
      const [file] = execFileSync("ls", [pack], { encoding: "utf8" })
        .split("\n")
        .filter((name) => name.endsWith(".pack"));
      const whole = readFileSync(join(pack, file!));
      for (let i = 0; i < 40; i++) {
        const broken = Buffer.from(whole);
        for (let k = 12 + i; k < broken.length; k += 41) broken[k] = (broken[k]! * 31 + i) & 255;
        writeFileSync(`${join(pack, file!)}.tmp`, broken);
        renameSync(`${join(pack, file!)}.tmp`, join(pack, file!));
        expect([undefined, "2026-10-01T21:59:30.000Z"]).toContain(time());
      }
    });
  },
);
