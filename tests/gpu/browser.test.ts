import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { root } from "../cli/run.ts";
import { browserNote, hasBrowser, start } from "../site/browser.ts";
import type { PageFound } from "./page.ts";
import { type Agreement, comparisons } from "./twins/agreement.ts";

/** GPU_SEED draws other shapes and numbers. */
const seed = Number(process.env.GPU_SEED ?? 7);
const flags = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

/** A page with a script, from this machine alone: WebGPU asks for a secure context, and 127.0.0.1 is one. */
function serve(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : '<!doctype html><title>kernels</title><script src="/page.js"></script>');
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe.skipIf(!hasBrowser)(`the kernels in a page${browserNote}, seed ${seed}`, () => {
  let server: Server | undefined;
  let browser: Awaited<ReturnType<typeof start>> | undefined;
  let found: PageFound = { agreements: [] };

  beforeAll(async () => {
    const { outputFiles } = buildSync({
      entryPoints: [join(root, "tests/gpu/page.ts")],
      bundle: true,
      write: false,
      format: "iife",
      target: "es2022",
    });
    server = await serve((outputFiles[0] as { text: string }).text);
    browser = await start(flags);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const call = `compareAll(${seed})`;
    found = (await page.evaluate(call)) as PageFound;
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** A browser without a driver tells no more than that; in continuous integration it has to have one. */
  const needsAdapter = (context: TestContext): void => {
    if (found.reason !== undefined && process.env.CI !== "true") context.skip(found.reason);
  };

  it("find an adapter, and report no error that nobody waited for", (context) => {
    needsAdapter(context);
    expect(found.reason).toBeUndefined();
    expect(found.adapter).toMatch(/\w/);
    expect(found.fault).toBeUndefined();
  });

  it.for(comparisons.map(({ name }) => name))(
    "agree with their twins and with themselves: %s",
    (name, context) => {
      needsAdapter(context);
      const one = found.agreements.find((each) => each.name === name);
      expect(one).toBeDefined();
      const { error, bound, sameBits, failure } = one as Agreement;
      expect(failure).toBeUndefined();
      expect(error).toBeLessThanOrEqual(bound);
      expect(sameBits, "two runs give the same bits").toBe(true);
    },
  );
});
