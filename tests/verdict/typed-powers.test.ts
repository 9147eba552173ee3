/** Powers and indices as a keyboard has them, set as formulas in the texts of the pages. */
import { describe, expect, it } from "vitest";
import { typedPowers } from "../../grader/verdict/typed-powers.ts";

describe("a text with powers and indices", () => {
  it.each([
    ["1/(1 + e^(−z)) or e^1000", ["1/(1 + ", "e^{-z}", ") or ", "e^{1000}", ""]],
    ["ln(1 + e^(−|z|)), n^n", ["ln(1 + ", "e^{-|z|}", "), ", "n^{n}", ""]],
    ["e^(f(x)) and x_ij.", ["", "e^{f(x)}", " and ", "x_{ij}", "."]],
    ["2^40 ways, 4^−11 and e^−1000", ["", "2^{40}", " ways, ", "4^{-11}", " and ", "e^{-1000}", ""]],
    ["(1 + e^(−z))^(−2), (W^l)^T", ["(1 + ", "e^{-z}", "", ")^{-2}", ", (", "W^{l}", "", ")^{\\top}", ""]],
  ])("has them as formulas: %s", (text, parts) => {
    expect(typedPowers(text)).toEqual(parts);
  });

  it.each(["ml_with_pytorch_book_part2", "a name_of_two", "a ^ b", "snake_case", "plain words"])(
    "leaves everything else as it is: %s",
    (text) => {
      expect(typedPowers(text)).toEqual([text]);
    },
  );
});
