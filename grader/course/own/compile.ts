/** Exercises of one's own as modules of the program: what they share with the judge is the judge's. */
import { type BuildFailure, build } from "esbuild";
import { courseImports, texts } from "../../../build-plugins.mjs";

/** The modules that an exercise imports by name, as the program has them. */
const inProgram = {
  form: { path: "../form.js", external: true },
  numbers: { path: "../numbers.js", external: true },
};

/**
 * An exercise as the text of a module. One that does not compile is a module that says why, so that the others run.
 *
 * @param folder where it lies
 * @param root the course, for what exercises build on
 */
export async function compiled(slug: string, folder: string, root: string): Promise<string> {
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: `import spec from "./exercise.ts";
          export const exercise = { ...spec, slug: ${JSON.stringify(slug)} };`,
        resolveDir: folder,
        sourcefile: "own-exercise",
        loader: "ts",
      },
      absWorkingDir: folder,
      bundle: true,
      write: false,
      format: "esm",
      platform: "neutral",
      target: "node20.19",
      tsconfigRaw: "{}",
      plugins: [courseImports(inProgram, root), texts()],
      legalComments: "none",
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  } catch (error) {
    return `throw new Error(${JSON.stringify(reasonOf(error as BuildFailure))});\nexport const exercise = undefined;\n`;
  }
}

/** The first error, with its line; paths are seen from the exercise's folder. */
function reasonOf({ errors, message }: BuildFailure): string {
  const [first] = errors ?? [];
  if (first === undefined) return message;
  const { location, text } = first;
  return location === null ? text : `${location.file}:${location.line}: ${text}`;
}
