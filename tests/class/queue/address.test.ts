/** What `--queue` may say, and what is said of what it may not: never a password. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf } from "../../../grader/class/queue/address.ts";
import { graderFiles } from "../../../grader/class/student/grader-copy.ts";
import { withoutSecrets } from "../../../grader/verdict/without-secrets.ts";
import { run } from "../../cli/run.ts";
import { hasServer, Server, serverNote } from "./server.ts";

describe("the address of a queue", () => {
  test("comes from the URL, and what it leaves open from the environment", () => {
    const environment = { CHAINRULE_QUEUE_USER: "grader", CHAINRULE_QUEUE_PASSWORD: "from outside" };
    expect(addressOf("rediss://queue.example:7000/2", environment)).toEqual({
      ...{ host: "queue.example", port: 7000, database: 2, isEncrypted: true },
      ...{ user: "grader", password: "from outside", shown: "rediss://queue.example:7000" },
    });
    expect(addressOf("env", { CHAINRULE_QUEUE: "redis://u:a%40b@[::1]" })).toMatchObject({
      ...{ host: "::1", port: 6379, user: "u", password: "a@b", shown: "redis://[::1]:6379" },
    });
  });

  test.each([
    ["redis://u:secret@queue.example", /^--queue: submissions would go to queue\.example unencrypted/],
    ["http://u:secret@queue.example", /expected, got "http:\/\/\*\*\*@queue\.example"$/],
    ["redis://u:sec/secret@127.0.0.1", /expected, got "redis:\/\/\*\*\*@127\.0\.0\.1"$/],
    ["rediss://u:secret@h/notanumber", /expected, got "rediss:\/\/\*\*\*@h\/notanumber"$/],
    ["../secret", /expected, got/],
    ["env", /CHAINRULE_QUEUE is not set/],
  ])("%s is refused in one line that holds no password", (typed, says) => {
    const refused = (): unknown => addressOf(typed, {});
    expect(refused).toThrow(says);
    if (typed.includes("u:")) expect(refused).not.toThrow(/secret/);
  });

  test("an unencrypted one elsewhere is for who says so", () => {
    expect(addressOf("valkey://10.0.0.2", {}, true).isEncrypted).toBe(false);
  });

  test("is blotted out of whatever is printed", () => {
    expect(withoutSecrets("report --queue=rediss://u:p@ss/w@h:1 x")).toBe(
      "report --queue=rediss://***@h:1 x",
    );
    const { code, stderr } = run(["report", "x", "--queu=redis://:secret@h"]);
    expect(code).toBe(2);
    expect(stderr).toContain("://***@h");
    expect(stderr).not.toContain("secret");
  });

  test.each([
    [["--urgent"], /^--urgent: it is for --queue/],
    [["--keep", "12h"], /^--keep: it is for --queue/],
    [["--queue", "redis://localhost", "--workers", "2"], /^--workers: with --queue/],
    [["--queue", "redis://localhost", "--keep", "1y"], /^--keep: a span from 60s to 90d/],
  ])("report %j is refused before anything is graded", (more, says) => {
    const place = mkdtempSync(join(tmpdir(), "chainrule-flags-"));
    const ran = run(["report", place, ...more, "--out", join(place, "../none"), "--allow-weak-box"]);
    rmSync(place, { recursive: true });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});

describe.skipIf(!hasServer)(`a queue that is asked for the first time${serverNote}`, () => {
  const place = mkdtempSync(join(tmpdir(), "chainrule-tls-"));
  const [key, certificate] = [join(place, "key.pem"), join(place, "certificate.pem")];
  let plain: Server;
  let tls: Server;
  beforeAll(async () => {
    const made = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"],
      ...["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
    ]);
    expect(made.status, `openssl: ${made.stderr}`).toBe(0);
    [plain, tls] = await Promise.all([Server.start(), Server.start([], { key, certificate })]);
  });
  afterAll(async () => {
    await Promise.all([plain.stop(), tls.stop()]);
    rmSync(place, { recursive: true });
  });
  const erase = (url: string, env: Readonly<Record<string, string>> = {}) =>
    run(["erase", "nobody", "--only-queue", "--queue", url], { env });

  test("is asked over TLS, if its certificate is trusted", () => {
    const { code, stderr } = erase(tls.url);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/does not trust .*NODE_EXTRA_CA_CERTS/)]);
    const trusted = erase("env", { CHAINRULE_QUEUE: tls.url, NODE_EXTRA_CA_CERTS: certificate });
    expect([trusted.code, trusted.stderr]).toEqual([0, ""]);
    expect(trusted.stdout).toMatch(/^Erased of nobody:\n {2}0 texts, 0 results and 0 jobs at rediss:/);
  });

  test.each([
    ["a wrong password", () => plain.url.replace(plain.password, "secret"), /refuses these credentials/],
    ["no password", () => `redis://127.0.0.1:${plain.port}`, /refuses these credentials/],
  ])("%s is said in one line", (_, url, says) => {
    const { code, stderr } = erase(url());
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).not.toMatch(/secret/);
    expect(stderr).not.toContain(plain.password);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("takes its password from the environment", () => {
    const env = { CHAINRULE_QUEUE_PASSWORD: plain.password };
    expect(erase(`redis://127.0.0.1:${plain.port}`, env).code).toBe(0);
  });
});

describe("who uses no queue", () => {
  const dist = resolve(import.meta.dirname, "../../../dist");
  const sources = JSON.parse(readFileSync(join(dist, "sources.json"), "utf8")) as Record<string, string[]>;
  const holds = (file: string, source: string): boolean =>
    sources[file]?.some((one) => one.startsWith(source)) ?? false;

  test("gets no part of its engine into a student's repository", () => {
    const files = [...graderFiles(dist, ["ex10-mse-gradients"]).keys()];
    expect(files).toContain("main.js");
    expect(files.filter((file) => holds(file, "node_modules/bullmq/"))).toEqual([]);
    expect(Object.keys(sources).some((file) => holds(file, "node_modules/bullmq/"))).toBe(true);
  });

  test("loads no part of it", () => {
    const seen = new Set<string>();
    // What a command loads when it is given, beside what the program is.
    const commands = Object.keys(sources).filter(
      (file) => holds(file, "grader/cli/report/report.ts") || holds(file, "grader/cli/grade/grade.ts"),
    );
    const waiting = ["chainrule.js", "main.js", "class-worker.js", ...commands];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const text = readFileSync(join(dist, file), "utf8");
      expect(holds(file, "node_modules/bullmq/"), file).toBe(false);
      for (const [, target] of text.matchAll(/\b(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g))
        waiting.push(posix.join(posix.dirname(file), target ?? ""));
    }
    expect(seen.size).toBeGreaterThan(10);
  });
});
