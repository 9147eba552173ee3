import type { Examined } from "./examined.ts";

/** The layers, and answers that are known, graded through all of them. */
export async function examineBox(): Promise<readonly Examined[]> {
  const { createNodeBox, describeLayers } = await import("../../box/node-box.ts");
  const { proveSound } = await import("../../judge/known-answers.ts");
  const box = createNodeBox();
  const begun = performance.now();
  try {
    await proveSound(box);
    const ms = Math.round(performance.now() - begun);
    const says = `A right answer passed and a wrong one fell short, in ${ms} ms.`;
    const layers = describeLayers("strong").map(
      ({ name, inForce, note }): Examined => ({
        name,
        state: inForce ? "yes" : "missing",
        says: name === "bubblewrap" && inForce ? `${note} Official runs use it.` : note,
      }),
    );
    return [{ name: "a trial", state: "yes", says }, ...layers];
  } catch (error) {
    return [{ name: "a trial", state: "no", says: `${(error as Error).message}.` }];
  } finally {
    box.close();
  }
}
