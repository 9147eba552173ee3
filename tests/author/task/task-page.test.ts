/** The page of a task: what the declaration and the author say, each in its place. */
import { describe, expect, it } from "vitest";
import {
  args,
  index,
  knownList,
  list,
  matrix,
  record,
  scalar,
  vector,
} from "../../../grader/exercise/form.ts";
import { num } from "../../../reference/numbers/num.ts";
import { made, pageOf, share } from "./made-up.ts";

describe("a task's page", () => {
  it("names of the exercises before it only those that the course has", () => {
    const lineAfter = (requires: readonly string[]) =>
      pageOf(made({ share }, { minutes: 5, requires })).split("\n")[2];
    expect(lineAfter(["ex01", "ex44"])).toBe("About 5 minutes, after ex01.");
    expect(lineAfter(["ex44"])).toBe("About 5 minutes.");
  });

  it("says what the declaration and the author say, each in its place", () => {
    const page = pageOf(
      made({ share }, { minutes: 5, requires: ["ex01", "ex02", "ex03"] }),
      [
        "It is $x$.",
        "",
        "## An example",
        "",
        "By hand.",
        "",
        "## To write",
        "",
        "    code",
        "",
        "### More",
        "",
        "```",
        "# no title",
        "```",
      ].join("\r\n"),
    );
    expect(page).toBe(
      [
        "# ex99 · Made up",
        "",
        "About 5 minutes, after ex01, ex02 and ex03.",
        "",
        "It is $x$.",
        "",
        "## To write",
        "",
        "| function       | returns              | shape    |",
        "| -------------- | -------------------- | -------- |",
        "| `share(X, t?)` | share of the entries | a number |",
        "",
        "| argument | shape | values      | meaning                             |",
        "| -------- | ----- | ----------- | ----------------------------------- |",
        "| `X`      | n × m |             | examples, one a row                 |",
        "| `t`      |       | from 0 to 1 | threshold; 0.5 where it is left out |",
        "",
        "Sizes: n, number of examples; m, number of features.",
        "",
        "    code",
        "",
        "### More",
        "",
        "```",
        "# no title",
        "```",
        "",
        "The arguments stay as they are.",
        "",
        "## An example",
        "",
        "    share([[1, 0]])   // ≈ 0.16667",
        "",
        "By hand.",
        "",
        "Derivation: `site/derivations/made-up.md`. Source: _A document_, 1.2; _another_, 3.",
        "",
      ].join("\n"),
    );
  });

  it("explains the fields of records, and a symbol that means two things", () => {
    const net = { W: matrix("n m", "weights"), b: vector("m", "biases") };
    const one = args({ p: record(net, "the parameters"), k: index("n", "a row, 0 … n − 1") }).answer<{
      W: number[][];
    }>({
      returns: record({ W: matrix("n m", "∂L/∂W") }, "the gradients"),
      is: ({ p }) => ({ W: p.W }),
    });
    const other = args({
      k: knownList("3", ["square"], "links, the innermost first"),
      starts: list(matrix("n m", "a start"), "T", "starts, one a run"),
      steps: list(vector("m", "a step"), "epochs+1", "|steps|"),
    }).answer<number[]>({ returns: vector("epochs+1", "losses"), is: () => [num(1)] });
    const grid = args({ T: scalar("starts an axis", { domain: "integer" }) }).answer<number[]>({
      returns: vector("T^2", "losses over a grid"),
      is: () => [num(1)],
    });
    const page = pageOf(made({ one, other, grid }));
    const rows = page
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.replace(/ +/g, " "));
    expect(rows.filter((row) => !row.includes("---"))).toEqual([
      "| function | returns | shape |",
      "| `one(p, k)` | the gradients | `{ W }` |",
      "| `other(k, starts, steps)` | losses | epochs + 1 |",
      "| `grid(T)` | losses over a grid | T² |",
      "| argument | shape | values | meaning |",
      "| `p` | | | the parameters |",
      "| `p.W` | n × m | | weights |",
      "| `p.b` | m | | biases |",
      "| `k` of `one` | | whole | a row, 0 … n − 1 |",
      "| `k` of `other` | 3 functions | | links, the innermost first |",
      "| `starts` | T of n × m | | starts, one a run |",
      "| `steps` | epochs + 1 of m | | \\|steps\\| |",
      "| `T` | | whole | starts an axis |",
      "| field | shape | meaning |",
      "| `W` | n × m | ∂L/∂W |",
    ]);
  });

  it("names the functions of an edge case that not all have", () => {
    const z = args({ z: scalar("net input") });
    const same = { "z = 0": { given: { z: 0 }, says: "It is 0." } };
    const f = z.answer<number>({
      returns: scalar("f"),
      is: ({ z }) => z,
      edges: { ...same, "far from 0": { given: { z: 1e9 }, says: "No NaN." } },
    });
    const g = z.answer<number>({
      returns: scalar("g"),
      is: ({ z }) => z,
      edges: { ...same, "dims above 3": { given: { z: 4 }, throws: true } },
    });
    expect(pageOf(made({ f, g }))).toContain(
      [
        "- **z = 0.** It is 0.",
        "- **Far from 0** (`f`). No NaN.",
        "- **Dims above 3** (`g`). An exception is asked for.",
      ].join("\n"),
    );
  });

  it("puts edge cases that ask for the same into one line, with the words that they share once", () => {
    const f = args({ z: scalar("net input") }).answer<number>({
      returns: scalar("f"),
      is: ({ z }) => z,
      edges: {
        "z to the power of 0": { given: { z: 0 }, says: "It is as z is." },
        "z = 1": { given: { z: 1 }, says: "It is 1." },
        "z to the power of 12": { given: { z: 2 }, says: "It is as z is." },
        "z to the root": { given: { z: 3 }, says: "It is 3." },
        "very far": { given: { z: 1e9 }, says: "It is 3." },
      },
    });
    expect(pageOf(made({ f }))).toContain(
      [
        "- **z to the power of 0, 12.** It is as z is.",
        "- **z = 1.** It is 1.",
        "- **z to the root, very far.** It is 3.",
      ].join("\n"),
    );
  });
});
