import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf, placeText } from "../../grader/deep/place.ts";

describe("a place", () => {
  it("is printed so that it is read back, however often a turn repeats", () => {
    const turns = fc.array(fc.oneof(fc.constantFrom("0", "1", "2", "12"), fc.nat(9999).map(String)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.constantFrom("value", "law"), turns, (kind, path) => {
        const place = { function: "mseLossDw", kind, path: path.join(":") } as const;
        expect(placeOf(placeText(place))).toEqual(place);
      }),
    );
  });

  it("is short where one turn is taken again and again", () => {
    const place = { function: "f", kind: "value", path: "7:1:1:1:1:0:0:2" } as const;
    expect(placeText(place)).toBe("f/value:7:1x4:0:0:2");
  });

  it.each(["", "f", "f/value", "f/edge:1", "f/value:x", "f/value:1:", "f/value:1;rm", "f/value:2x3"])(
    "is not read from %j",
    (text) => {
      expect(placeOf(text)).toBeUndefined();
    },
  );
});
