/** The box in Node: a throwaway child process behind the interface that the judge knows. */
import type { Box, Layer } from "./box.ts";
import { type ChildOptions, Children } from "./children.ts";
import { compile } from "./compile.ts";
import type { Compile } from "./compiled-program.ts";
import { warmCompiler } from "./compiler.ts";
import { type Deadlines, FrameBox } from "./frame-box.ts";
import type { Host } from "./host.ts";
import { describeLayers } from "./layers.ts";

export interface NodeBoxOptions extends ChildOptions, Deadlines {
  /** Keeps a second child ready, so that a program that ended its own is soon in the next. */
  readonly spare?: boolean;
}

export class NodeBox extends FrameBox {
  private readonly options: NodeBoxOptions;
  private readonly children: Children;
  private readonly ownsChildren: boolean;

  constructor(options: NodeBoxOptions, children?: Children, compiler: Compile = compile) {
    super(options, compiler);
    this.options = options;
    this.children = children ?? new Children(options, options.spare === true ? 1 : 0);
    this.ownsChildren = children === undefined;
    try {
      this.host = this.children.take();
    } catch {
      // Whoever loads a program is told why.
    }
  }

  get layers(): readonly Layer[] {
    return describeLayers(this.options.isolation);
  }

  /** The living child, which makes a context for each program. */
  protected nextHost(): Host {
    return this.host?.ended === undefined ? (this.host ?? this.children.take()) : this.children.take();
  }

  override close(): void {
    super.close();
    if (this.ownsChildren) this.children.close();
  }
}

/** A box with a child that starts at once, together with the compiler. */
export function createNodeBox(options: NodeBoxOptions = {}): Box {
  const box = new NodeBox(options);
  warmCompiler().catch(() => {});
  return box;
}

export { describeLayers };
