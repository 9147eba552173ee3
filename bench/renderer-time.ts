/** The processor time of a page's own thread, from Linux: what other programs take is not in it. */
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** How long a page is kept busy to be told from others, in ms. */
const BUSY = 30;

const fileOf = (process: number): string => `/proc/${process}/task/${process}/schedstat`;
/** Nanoseconds on a processor come first in the file. */
const timeOf = (process: number): number =>
  Number(readFileSync(fileOf(process), "utf8").split(" ", 1)[0]) / 1e6;

/** Milliseconds of the thread on which a page runs; none where the system does not tell them. */
export async function rendererTime(page: Page): Promise<(() => number) | undefined> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  const renderers = processInfo.flatMap(({ type, id }) =>
    type === "renderer" && existsSync(fileOf(id)) ? [{ id, before: timeOf(id) }] : [],
  );
  await page.evaluate(`for (const end = performance.now() + ${BUSY}; performance.now() < end; );`);
  const [own] = renderers.toSorted((a, b) => timeOf(b.id) - b.before - (timeOf(a.id) - a.before));
  return own === undefined ? undefined : () => timeOf(own.id);
}
