/** The file that `train --data` names, read and held against what the model takes. */

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Data, Model } from "../../../reference/train/training.ts";
import { UsageError } from "../../usage-error.ts";
import { userFolder } from "../npm/user-folder.ts";

const largest = 200e6;

/** @throws UsageError if the model takes no file, or the file cannot be read */
export function dataOf(model: Model, typed: string): Data {
  if (model.takes === undefined)
    throw new UsageError(`--data: ${model.name} makes its own data and takes no file; leave --data out`);
  if (model.takes !== "images") return { kind: "table", text: bytesOf(typed).toString("utf8") };
  const labels = typed.replace(/images([-.])idx3/, "labels$1idx1");
  if (labels === typed)
    throw new UsageError(
      `--data: ${model.name} takes images named like train-images-idx3-ubyte, with train-labels-idx1-ubyte beside them, got ${JSON.stringify(typed)}`,
    );
  return { kind: "images", images: bytesOf(typed), labels: bytesOf(labels) };
}

/** SHA-256 of the files, unzipped. */
export function fingerprint(data: Data): string {
  const hash = createHash("sha256");
  for (const part of data.kind === "table" ? [data.text] : [data.images, data.labels]) hash.update(part);
  return hash.digest("hex");
}

function bytesOf(typed: string): Buffer {
  const path = resolve(userFolder(), typed);
  try {
    const { size } = statSync(path);
    if (size > largest)
      throw new UsageError(`--data: a file below 200 MB expected, ${typed} has ${size} bytes`);
    const bytes = readFileSync(path);
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isZipped ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "no such file",
      EISDIR: "it is a folder",
      Z_BUF_ERROR: "its gzip data are cut off",
      Z_DATA_ERROR: "its gzip data are damaged",
    };
    const reason = reasons[code ?? ""] ?? message.split("\n")[0];
    throw new UsageError(`--data: a file expected, ${typed}: ${reason}`);
  }
}
