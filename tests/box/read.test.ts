import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readSubmission, Unreadable } from "../../grader/box/read.ts";

const folder = mkdtempSync(join(tmpdir(), "chainrule-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it("reads a small plain text, without its byte order mark, and sums its bytes", () => {
  expect(readSubmission(file("plain.ts", "\ufeffconst a = 1;\r\n"))).toMatchObject({
    source: "const a = 1;\r\n",
    sha256: "73ff1d516b0d4eb6498032388135540ec1e03e96b95b947d354cdcfa05e895a0",
    path: join(folder, "plain.ts"),
  });
  expect(readSubmission(file("full.ts", " ".repeat(65_536))).source.length).toBe(65_536);
});

it("refuses whatever else a path can be, in one line that names the path", () => {
  const plain = file("one.ts", "1");
  const cases: [string, string][] = [
    [join(folder, "none.ts"), "the file is missing"],
    [join(plain, "below.ts"), "the file is missing"],
    [folder, "a regular file, got a directory"],
    [file("long.ts", "x".repeat(65_537)), "at most 64 kB, got 65 kB"],
    ["/dev/zero", "a regular file, got a device or socket"],
  ];
  symlinkSync(plain, join(folder, "link.ts"));
  cases.push([join(folder, "link.ts"), "a regular file, got a symbolic link"]);
  const linked = file("linked.ts", "1");
  linkSync(linked, join(folder, "second-name.ts"));
  cases.push([linked, "a file of its own, got one of 2 hard links to the same content"]);
  execFileSync("mkfifo", [join(folder, "pipe.ts")]);
  cases.push([join(folder, "pipe.ts"), "a regular file, got a pipe"]);
  for (const [path, reason] of cases) {
    expect(() => readSubmission(path), path).toThrow(new Unreadable(`${path}: ${reason}.`));
  }
});

it("follows a symbolic link above the file, and says where it led", () => {
  mkdirSync(join(folder, "real"));
  writeFileSync(join(folder, "real/a.ts"), "1");
  symlinkSync(join(folder, "real"), join(folder, "alias"));
  expect(readSubmission(join(folder, "alias/a.ts")).path).toBe(join(folder, "real/a.ts"));
});
