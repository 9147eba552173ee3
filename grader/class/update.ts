/**
 * Brings a newer grader and new exercises into a student's repository. A file that the student changed stays.
 */
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DIGEST_LENGTH, digest, type Manifest, manifestPath } from "./student/files.ts";
import { Refused, writeAll } from "./template.ts";

export interface Change {
  readonly file: string;
  /** `kept`: the student changed it, and the newer one was not written. */
  readonly did: "added" | "changed" | "kept" | "removed";
}

/** What the repository was made from. @throws Refused if it is none of ours */
export function manifestOf(folder: string): Manifest {
  const path = join(folder, manifestPath);
  if (!existsSync(path))
    throw new Refused(`${folder}: a student's repository expected, it lacks ${manifestPath}`);
  try {
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    if (manifest.schema === "chainrule/student@1" && typeof manifest.files === "object")
      return { ...manifest, files: shortened(manifest.files) };
  } catch {
    // Said below: what does not parse is as unreadable as what is of another kind.
  }
  throw new Refused(
    `${path}: a manifest of chainrule/student@1 expected; \`git checkout -- grader\` brings it back`,
  );
}

/** Older repositories have longer digests. */
const shortened = (files: Manifest["files"]): Manifest["files"] =>
  Object.fromEntries(Object.entries(files).map(([file, its]) => [file, its.slice(0, DIGEST_LENGTH)]));

/** A plain file's digest; nothing for what is missing. @throws Refused for a link or a folder in its place */
function present(folder: string, file: string, isText: boolean): string | undefined {
  let path = folder;
  for (const part of file.split("/")) {
    path = join(path, part);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isSymbolicLink())
      throw new Refused(`${path}: a plain file or folder expected, there is a link`);
  }
  if (!lstatSync(path).isFile()) throw new Refused(`${path}: a plain file expected, there is a folder`);
  const bytes = readFileSync(path);
  return digest(isText ? bytes.toString("utf8") : bytes);
}

/** What an update would do, in the order of the files. The grader's own files are one change. */
export function planUpdate(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): readonly Change[] {
  const before = manifestOf(folder).files;
  const changes: Change[] = [];
  let grader = false;
  for (const [file, text] of files) {
    const now = present(folder, file, typeof text === "string");
    const same = now === digest(text);
    if (file.startsWith("grader/")) grader ||= !same;
    else if (now === undefined) changes.push({ file, did: before[file] === undefined ? "added" : "kept" });
    else if (!same) changes.push({ file, did: now === before[file] ? "changed" : "kept" });
  }
  grader ||= Object.keys(before).some((file) => file.startsWith("grader/") && !files.has(file));
  if (grader) changes.push({ file: "grader/", did: "changed" });
  return changes;
}

/** Carries a plan out: each file whole or not at all, the grader as one folder. */
export function update(folder: string, files: ReadonlyMap<string, string | Uint8Array>): readonly Change[] {
  const changes = planUpdate(folder, files);
  for (const { file, did } of changes) {
    if (did === "kept" || file === "grader/") continue;
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, files.get(file) ?? "");
    renameSync(`${path}.tmp`, path);
  }
  if (changes.some(({ file }) => file === "grader/")) replaceGrader(folder, files);
  return changes;
}

function replaceGrader(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const grader = [...files].filter(([file]) => file.startsWith("grader/"));
  const next = join(folder, ".grader-next");
  const old = join(folder, ".grader-old");
  rmSync(next, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  writeAll(next, new Map(grader.map(([file, text]) => [file.slice("grader/".length), text])));
  renameSync(join(folder, "grader"), old);
  renameSync(next, join(folder, "grader"));
  rmSync(old, { recursive: true, force: true });
}
