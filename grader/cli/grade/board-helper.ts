/** A process that grades lines of the board, one exercise after another, in a box of its own. */
import { createNodeBox } from "../../box/node-box.ts";
import { type BoardRow, boardRow } from "./board-row.ts";

/** What it is told first. */
export interface HelperTask {
  readonly root: string;
  readonly seed: number;
  readonly strong: boolean;
}

/** What it is asked, and answers. */
export type Asked = HelperTask | { readonly slug: string };
export type Answered = { readonly row: BoardRow };

/** Ends with the last exercise that was asked for: there is one box. */
let before: Promise<void> = Promise.resolve();
let task: HelperTask | undefined;
let box: ReturnType<typeof createNodeBox> | undefined;

// Ctrl-C reaches every process of the terminal; this one ends with the one that started it.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("disconnect", () => process.exit());
process.on("message", (asked: Asked) => {
  if ("root" in asked) {
    task = asked;
    box = createNodeBox(asked.strong ? { isolation: "strong" } : {});
  } else before = before.then(() => answer(asked.slug));
});

async function answer(slug: string): Promise<void> {
  if (task === undefined || box === undefined) return;
  const row = await boardRow(task.root, slug, task.seed, box);
  if (process.connected) process.send?.({ row } satisfies Answered);
}
