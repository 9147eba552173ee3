import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Journal } from "../../grader/class/run/journal.ts";
import type { Verdict } from "../../grader/verdict/verdict.ts";
import { temporary } from "./report.ts";

const place = temporary("journal");
afterAll(() => place.remove());

const verdictOf = (score: number): Verdict =>
  ({ score, checks: [], sha256: "", file: "", status: "pass" }) as unknown as Verdict;

describe("the journal", () => {
  const path = join(place.path, "journal.jsonl");
  const fill = (): Journal => {
    rmSync(path, { force: true });
    const journal = new Journal(path);
    journal.noteSeed(5);
    for (let i = 0; i < 3; i++) journal.append(`${i}`, verdictOf(i));
    return journal;
  };

  test("gives back what was put into it, also the numbers that JSON does not have", () => {
    const odd = {
      ...verdictOf(9),
      checks: [
        {
          finding: {
            yours: [Number.NaN, -0, Number.NEGATIVE_INFINITY, 0.1],
            expected: { foreign: "NaN" },
            case: { call: "f", inputs: { x: [Number.POSITIVE_INFINITY], f: { fn: "square" } } },
            message: "NaN",
          },
        },
      ],
    } as unknown as Verdict;
    fill().close();
    const journal = new Journal(path);
    journal.append("odd", odd);
    const { verdict } = journal.get("odd");
    expect(verdict).toEqual(odd);
    expect(Object.is((verdict.checks[0]!.finding!.yours as number[])[1], -0)).toBe(true);
    expect([journal.seed, journal.size, journal.get("2")]).toEqual([5, 4, { verdict: verdictOf(2) }]);
    journal.append("printed", verdictOf(1), Uint32Array.of(7, 4_000_000_000));
    expect(journal.get("printed")).toEqual({ verdict: verdictOf(1), fingerprints: [7, 4_000_000_000] });
    journal.close();
  });

  test("gives back a verdict of any length, also where the pieces that are read part a letter", () => {
    const journal = fill();
    for (let length = 0; length < 4; length++) {
      const long = { ...verdictOf(4), output: `${"x".repeat(length)}${"∂".repeat(20_000)}` };
      journal.append(`long ${length}`, long);
      expect(journal.get(`long ${length}`)).toEqual({ verdict: long });
    }
    expect(journal.get("2")).toEqual({ verdict: verdictOf(2) });
    journal.close();
  });

  test("says of a file that was cut or changed while it is in use that it was", () => {
    const journal = fill();
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace('"score":1', '"score":7'));
    expect(() => journal.get("1")).toThrow(/it was changed while it was in use/);
    writeFileSync(path, text.slice(0, -5));
    expect(() => journal.get("2")).toThrow(/it became shorter while it was in use/);
    journal.close();
  });

  test("forgets a last line that is torn at any byte, and nothing else", () => {
    fill().close();
    const whole = readFileSync(path);
    const last = whole.subarray(0, -1).lastIndexOf(10) + 1;
    for (let end = last; end < whole.length; end++) {
      writeFileSync(path, whole.subarray(0, end));
      const journal = new Journal(path);
      expect([journal.size, journal.damaged, journal.has("2")]).toEqual([2, 0, false]);
      journal.append("2", verdictOf(2));
      journal.close();
      expect(readFileSync(path).equals(whole)).toBe(true);
    }
  });

  test("skips a line that is damaged anywhere, and says so", () => {
    fill().close();
    const text = readFileSync(path, "utf8");
    for (const [good, bad] of [
      ['"score":1', '"score":7'],
      ['"key":"1"', '"key":"9"'],
    ]) {
      writeFileSync(path, text.replace(good!, bad!));
      const journal = new Journal(path);
      expect([journal.size, journal.damaged, journal.has("1")]).toEqual([2, 1, false]);
      journal.close();
    }
  });

  test("is refused where it is another program's, or of another version", () => {
    for (const text of ["hello\n", '{"sum":"0000000000000000","entry":{}}\n']) {
      writeFileSync(path, text);
      expect(() => new Journal(path)).toThrow(/a journal of this program expected/);
      expect(readFileSync(path, "utf8")).toBe(text);
    }
  });

  test("ends with a line of zeros after a power cut and is still read", () => {
    fill().close();
    appendFileSync(path, Buffer.alloc(5000));
    const journal = new Journal(path);
    expect([journal.size, journal.damaged]).toEqual([3, 0]);
    journal.close();
  });
});
