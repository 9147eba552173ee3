/** Why an answer breaks the contract, where the text behind the function says it. */
import type { AnyFunction } from "../../../exercise/exercise.ts";
import type { Type } from "../../../exercise/types.ts";
import { axes } from "../../../exercise/types.ts";
import { nameOf } from "../../conform.ts";
import type { Fault } from "../../examine.ts";
import { neverEnds } from "./never-ends.ts";
import { noValue } from "./no-value.ts";
import type { Slip } from "./slip.ts";
import { thrownSlip } from "./thrown.ts";

export function contractSlip(source: string, name: string, fn: AnyFunction, fault: Fault): Slip | undefined {
  const called = fn.scenario === undefined ? name : undefined;
  switch (fault.code) {
    case "timeout":
    case "out-of-memory":
      return neverEnds(source, called);
    case "threw":
      return fault.thrown === undefined ? undefined : thrownSlip(source, { ...fault, message: fault.thrown });
    case "wrong-type":
      return called === undefined || fault.at !== "" || fault.returned === undefined
        ? undefined
        : noValue(source, name, nameOf(fault.returned), wantedBy(fn.returns));
    default:
      return undefined;
  }
}

const wantedBy = (type: Type): string =>
  type.kind === "tensor" && axes(type.shape).length === 0 ? "a number" : "something else";
