/**
 * Courses for the author's tools to work on: this one, and copies of it that may be broken.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { Course } from "../../grader/author/check/check-exercise.ts";
import { slugsIn } from "../../grader/author/course.ts";
import type { Exercise, ExerciseSpec } from "../../grader/exercise/exercise.ts";

export const root = resolve(import.meta.dirname, "../..");

/** The exercise of a folder, from its sources. */
async function load(slug: string, from: string): Promise<Exercise> {
  const folder = join(from, "exercises", slug);
  const { default: spec } = (await import(join(folder, "exercise.ts"))) as { default: ExerciseSpec };
  return { ...spec, slug, mistakes: spec.mistakes ?? {} };
}

/** A course that holds one exercise of this one, and may be written in. Gone when the test ends. */
export class Copy implements Course {
  readonly root: string;
  readonly slug: string;
  /** Enough to see a solution fall short. */
  readonly seeds = [1];
  private readonly changes: ((exercise: Exercise) => Exercise)[] = [];

  constructor(slug: string, derivation: string) {
    this.slug = slug;
    this.root = mkdtempSync(join(tmpdir(), "chainrule course é "));
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    for (const file of [`exercises/${slug}`, `solutions/${slug}.ts`, `site/derivations/${derivation}.md`]) {
      mkdirSync(join(this.root, file, ".."), { recursive: true });
      cpSync(join(root, file), join(this.root, file), { recursive: true });
    }
    // Of the other exercises it is known that they are there.
    for (const other of slugsIn(root)) mkdirSync(join(this.root, "exercises", other), { recursive: true });
    writeFileSync(join(this.root, "package.json"), '{ "name": "chainrule", "type": "module" }\n');
  }

  /** The exercise as this course declares it. */
  readonly load = async (slug: string): Promise<Exercise> =>
    this.changes.reduce(
      (exercise, change) => change(exercise),
      await load(slug, slug === this.slug ? root : this.root),
    );

  /** Declares the exercise otherwise. */
  declare(change: (exercise: Exercise) => Exercise): this {
    this.changes.push(change);
    return this;
  }

  /** Changes a file's text; an empty one is made where there is none. */
  edit(file: string, change: (text: string) => string): this {
    const path = join(this.root, file);
    let text = "";
    try {
      text = readFileSync(path, "utf8");
    } catch {}
    const next = change(text);
    if (next === text) throw new Error(`nothing to change in ${file}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, next);
    return this;
  }

  remove(file: string): this {
    rmSync(join(this.root, file), { recursive: true });
    return this;
  }

  text(file: string): string {
    return readFileSync(join(this.root, file), "utf8");
  }
}
