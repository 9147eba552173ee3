import { expect } from "vitest";
import { type DerivationReport, inOrder } from "../../../grader/derivation/written/report.ts";

/** Each line is in order, and so are the end and the way to it. */
export function expectRight({ lines, end, way, isDone }: DerivationReport): void {
  const short = lines.filter(({ status }) => !inOrder.includes(status));
  expect(short.map(({ text, status, says }) => `${status}: ${text}: ${says}`)).toEqual([]);
  expect([end.says, way.says, isDone]).toEqual([expect.anything(), expect.anything(), true]);
}
