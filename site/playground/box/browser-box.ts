/** The box in a browser: a worker without network behind the interface that the judge knows, a new one a program. */
import type { Layer, LoadOutcome, Program } from "../../../grader/box/box.ts";
import { type Deadlines, FrameBox } from "../../../grader/box/frame-box.ts";
import type { Host } from "../../../grader/box/host.ts";
import { compile } from "./compile.ts";
import type { Fence } from "./fence-port.ts";
import { inOurWords } from "./syntax-words.ts";
import { WorkerHost } from "./worker-host.ts";

const layers: readonly Layer[] = [
  ["worker", "A thread for one program, ended when a deadline passes."],
  ["no origin", "It comes from a frame without origin: no storage, no cookies, nothing of the page."],
  ["no network", "A policy that allows no connection, and no name left that would open one."],
  ["code generation off", "No eval, no Function from text, no WebAssembly."],
  ["deadlines", "For loading, for each call, and for everything together."],
].map(([name = "", note = ""]) => ({ name, inForce: true, note }));

export class BrowserBox extends FrameBox {
  readonly layers = layers;
  private readonly fence: Fence;
  /** Started already, for the next program. */
  private spare: WorkerHost;

  /** @param spare a worker that was started before, in which nothing has run */
  constructor(fence: Fence, deadlines: Deadlines = {}, spare = new WorkerHost(fence)) {
    super(deadlines, compile);
    this.fence = fence;
    this.spare = spare;
  }

  override async load(program: Program): Promise<LoadOutcome> {
    const outcome = await super.load(program);
    return outcome.kind === "syntax-error" ? inOurWords(outcome) : outcome;
  }

  /** A worker shares its global with the program that it runs: each program has one of its own. */
  protected nextHost(): Host {
    this.host?.kill();
    const next = this.spare.ended === undefined ? this.spare : new WorkerHost(this.fence);
    this.spare = new WorkerHost(this.fence);
    return next;
  }

  override close(): void {
    super.close();
    this.spare.kill();
  }
}
