import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { studentFiles } from "../../../grader/class/student/files.ts";
import { writeTemplate } from "../../../grader/class/template.ts";
import { update } from "../../../grader/class/update.ts";
import { folder } from "../../cli/run.ts";
import { slugs, source } from "./source.ts";

const { path, remove } = folder();
afterAll(remove);

describe("classroom update", () => {
  const few = slugs.slice(0, 1);
  const stub = `exercises/${few[0]}/${few[0]!.replace(/^ex\d+-/, "")}.ts`;
  const make = (name: string): string => {
    const out = join(path, name);
    writeTemplate(out, studentFiles(source(few)));
    return out;
  };

  test("does nothing to a repository that is up to date, even with other line ends", () => {
    const out = make("same");
    const text = readFileSync(join(out, "README.md"), "utf8");
    writeFileSync(join(out, "README.md"), text.replaceAll("\n", "\r\n"));
    expect(update(out, studentFiles(source(few)))).toEqual([]);
  });

  test("brings new exercises and a newer grader, and keeps what the student wrote", () => {
    const out = make("newer");
    writeFileSync(join(out, stub), "export const mine = 1;\n");
    writeFileSync(join(out, "notes.txt"), "mine");
    rmSync(join(out, "tsconfig.json"));
    const newer = studentFiles(source(slugs.slice(0, 2), "Second term"));
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
    expect(() => update(path, new Map())).toThrow(/student's repository expected/);
    const out = make("linked");
    rmSync(join(out, "README.md"));
    symlinkSync("/etc/hostname", join(out, "README.md"));
    expect(() => update(out, studentFiles(source(few)))).toThrow(/there is a link/);
  });
});
