import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { takeLock } from "../../grader/class/run/lock.ts";
import { temporary } from "./report.ts";

const place = temporary("lock");
afterAll(() => place.remove());

describe("the lock", () => {
  const path = join(place.path, "lock");
  const write = (owner: object): void => writeFileSync(path, `${JSON.stringify(owner)}\n`);

  test("is held by one, and given back", () => {
    const unlock = takeLock(path);
    expect(() => takeLock(path)).toThrow(/another run has this folder/);
    unlock();
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ["of a process that is gone", { pid: 2 ** 22 + 1, host: hostname(), began: "1" }],
    ["of a process whose number another has now", { pid: process.pid, host: hostname(), began: "1" }],
    ["that is no lock", { anything: 1 }],
  ])("%s is taken over", (_, owner) => {
    write(owner);
    const unlock = takeLock(path);
    expect(readFileSync(path, "utf8")).toContain(`"pid":${process.pid}`);
    unlock();
  });

  test("of another machine is believed", () => {
    write({ pid: 1, host: "elsewhere.example", began: "1" });
    expect(() => takeLock(path)).toThrow(/process 1 on elsewhere\.example.*remove the file/);
    rmSync(path);
  });
});
