/**
 * Leaves out of sucrase what the options of `box/compile.ts` never run: its other transforms, each made only where an
 * option names it, and the check of the options' types.
 */
import type { Plugin } from "esbuild";

const TRANSFORMS =
  /[\\/]sucrase[\\/]dist[\\/]esm[\\/]transformers[\\/](ESMImport|Flow|JestHoist|JSX|NumericSeparator|OptionalCatchBinding|OptionalChainingNullish|ReactDisplayName|ReactHotLoader)Transformer\.js$/;
const OPTIONS = /[\\/]sucrase[\\/]dist[\\/]esm[\\/]Options\.js$/;

export const leanSucrase: Plugin = {
  name: "lean-sucrase",
  setup(b) {
    b.onLoad({ filter: TRANSFORMS }, () => ({ contents: "module.exports = {};" }));
    b.onLoad({ filter: OPTIONS }, () => ({ contents: "export const validateOptions = () => {};" }));
  },
};
