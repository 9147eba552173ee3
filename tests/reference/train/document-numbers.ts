/**
 * The numbers that the source documents print, beside the reference's.
 *
 * Where the document's data are no part of this project, a number is held where the data are, in
 * logistic.test.ts. What cannot be made again is listed with the reason.
 */
import { onBlobs } from "./numbers/blobs.ts";
import { chains } from "./numbers/chains.ts";
import { circleNumbers } from "./numbers/circles.ts";
import { data } from "./numbers/data.ts";
import type { DocumentNumber } from "./numbers/document-number.ts";

export const documentNumbers: readonly DocumentNumber[] = [...chains, ...data, ...onBlobs, ...circleNumbers];

/** Printed numbers that are not made again here, and why. */
export const notMadeAgain: Readonly<Record<string, string>> = {
  "D0-074": "in logistic.test.ts, where the data of 569 tumours are at hand",
  "D1-059": "coefficients of a fit to housing data that the document does not print",
  "D2-048": "shapes of arrays: (1000, 784) where the shown code has (1, 784)",
  "D2-050": "shapes of arrays",
  "D2-060": "0.4 is held with D2-058; 85.7 % is 257 of 300 points in an order that is not known",
  "D2-091": "how far the random numbers had come when the cell was run is not known",
  "D2-095": "how far the random numbers had come when the cell was run is not known",
  "D2-113": "the cell judges predictions of an earlier one: the number of D2-111 again",
};
