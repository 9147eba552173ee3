import type { Examined } from "./examined.ts";

export async function examineEsbuild(): Promise<Examined> {
  const { warmCompiler } = await import("../../box/compiler.ts");
  try {
    const { version } = await warmCompiler();
    return { name: `esbuild ${version}`, state: "yes", says: "Compiles." };
  } catch (error) {
    return { name: "esbuild", state: "no", says: `${(error as Error).message}.` };
  }
}
