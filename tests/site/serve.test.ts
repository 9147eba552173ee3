/** Serving while writing: on this machine alone, and every change is seen. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serve } from "../../site/generator/serve/serve.ts";

const root = mkdtempSync(join(tmpdir(), "chainrule-serve-"));
const source = join(root, "site/derivations/line.md");
const page = `<meta content="default-src 'none'; connect-src 'none'"><body>hello</body>`;
let server: Server;
let port: number;
let wrong: string | undefined;
const said: string[] = [];

beforeAll(async () => {
  mkdirSync(join(root, "site/derivations"), { recursive: true });
  mkdirSync(join(root, "grader"));
  writeFileSync(source, "one");
  server = await serve({
    root,
    port: 0,
    make: async () =>
      wrong === undefined ? { files: new Map([["index.html", page]]) } : { problems: wrong },
    say: (line) => said.push(line),
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const asked = (
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (answer) => {
      let text = "";
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    }).on("error", reject);
  });

describe("the server", () => {
  it("listens on this machine alone, and answers to no other name", async () => {
    expect((server.address() as AddressInfo).address).toBe("127.0.0.1");
    expect((await asked("/", { host: "elsewhere.example" })).status).toBe(403);
  });

  it("gives a page with leave to hear of changes, and nothing outside of the site", async () => {
    const { status, text } = await asked("/");
    expect(status).toBe(200);
    expect(text).toContain("connect-src 'self'");
    expect(text).toContain("/reload.js");
    expect((await asked("/../package.json")).status).toBe(404);
    expect((await asked("/%2e%2e/package.json")).status).toBe(404);
    expect((await asked("/%")).status).toBe(404);
  });

  it("tells open pages of each change, also where an editor puts a new file in the place of the old one", async () => {
    const events: string[] = [];
    const listening = await new Promise<IncomingMessage>((resolve) => {
      get({ host: "127.0.0.1", port, path: "/reload" }, resolve);
    });
    listening.on("data", (part) => events.push(String(part)));
    for (const [i, words] of ["two", "three", "four"].entries()) {
      writeFileSync(`${source}.new`, words);
      renameSync(`${source}.new`, source);
      await vi.waitFor(() => expect(events.join("").match(/reload/g)).toHaveLength(i + 1), {
        timeout: 10_000,
      });
    }
    listening.destroy();
  });

  it("says what is wrong, and goes on showing what was right", async () => {
    wrong = "site/derivations/line.md:1: false";
    writeFileSync(source, "wrong");
    await vi.waitFor(() => expect(said).toContain(wrong), { timeout: 10_000 });
    expect((await asked("/")).text).toContain("hello");
    wrong = undefined;
  });

  it("says that the program must be started again where the program itself has changed", async () => {
    writeFileSync(join(root, "grader/judge.ts"), "export {};\n");
    await vi.waitFor(() => expect(said.join("\n")).toMatch(/grader\/judge\.ts is part of the program/), {
      timeout: 10_000,
    });
  });
});
