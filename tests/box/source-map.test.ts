import { describe, expect, it } from "vitest";
import { originOf } from "../../grader/box/source-map.ts";

describe("a source map", () => {
  const origin = originOf("AAAA,IAAIC;;ICEEgB,E");

  it("names the nearest place at or before the one asked for, on its line", () => {
    expect(origin({ line: 0, column: 3 })).toEqual({ line: 0, column: 0 });
    expect(origin({ line: 0, column: 4 })).toEqual({ line: 0, column: 4 });
    expect(origin({ line: 0, column: 900 })).toEqual({ line: 0, column: 4 });
    expect(origin({ line: 2, column: 4 })).toEqual({ line: 2, column: 6 });
  });

  it("names no place where the code comes from no source, or there is no such line", () => {
    expect(origin({ line: 1, column: 0 })).toBeUndefined();
    expect(origin({ line: 2, column: 3 })).toBeUndefined();
    expect(origin({ line: 2, column: 6 })).toBeUndefined();
    expect(origin({ line: 3, column: 0 })).toBeUndefined();
  });
});
