import { describe, expect, it } from "vitest";
import { checkPage, type Result } from "../../grader/derivation/check-page.ts";
import { counted } from "../../grader/derivation/checked.ts";
import { pageOf } from "../../grader/derivation/page.ts";
import { type Erratum, errata } from "./errata.ts";

/** A page with the one formula. */
function checked({ symbols, setting, within }: Erratum, formula: string): Result {
  const parts = [
    "```symbols",
    symbols,
    "```",
    ...(setting === undefined ? [] : [`$$${setting}$$`, "", "definition: the setting of the document"]),
    `$$${formula}$$`,
  ];
  return checkPage(
    pageOf([...parts, ...(within === undefined ? [] : ["", `within: ${within}`])].join("\n"), "page"),
  );
}

describe("the errata of the source documents", () => {
  it.each(errata.map((erratum) => [erratum.id, erratum] as const))(
    "%s is rejected as it stands",
    (_, erratum) => {
      const { faults } = checked(erratum, erratum.says);
      expect(faults).toHaveLength(1);
      expect(faults[0]?.what).not.toMatch(/not declared|cannot be read/);
    },
  );

  it.each(errata.map((erratum) => [erratum.id, erratum] as const))(
    "%s passes when it is mended",
    (_, erratum) => {
      const result = checked(erratum, erratum.right);
      expect(result.faults).toEqual([]);
      expect(counted(result, "held")).toBeGreaterThan(0);
    },
  );
});
