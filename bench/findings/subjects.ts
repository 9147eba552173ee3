/** The wrong answers to one exercise: all of its listed mistakes, some edits of its right answers, and all submissions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathsOf, slugOf } from "../../grader/author/course.ts";
import { ProgramBox } from "../../grader/author/mutants/program-box.ts";
import { formsOf, wovenForms } from "../../grader/author/neighbours/woven.ts";
import type { Box } from "../../grader/box/box.ts";
import type { Exercise } from "../../grader/exercise/exercise.ts";
import { NeighbourProgram } from "../../grader/judge/causes/neighbour-program.ts";
import { mistakeBox } from "../../grader/judge/mistake-box.ts";
import { random } from "../../reference/randomness/random.ts";
import { fixturesIn } from "../../tests/box/fixtures.ts";
import { cases, ofOthers, submissionOf } from "../../tests/corpus/submissions.ts";
import { root } from "../places.ts";
import type { Subject } from "./subject.ts";

/** The seed of which edits are taken. */
const SEED = 1;

export interface Subjects {
  readonly wrong: readonly Subject[];
  /** Right answers, in the same kind of box: what they take is no diagnosis. */
  readonly right: { readonly edit: Subject; readonly submission: Subject };
}

/**
 * @param edits how many edits at most
 * @param box where submissions run
 */
export function subjectsOf(exercise: Exercise, edits: number, box: Box): Subjects {
  const slug = slugOf(exercise.slug);
  if (slug === undefined) throw new RangeError(`${exercise.slug}: no name of an exercise`);
  const forms = formsOf(root, slug, exercise);
  const program = new NeighbourProgram(wovenForms(forms, exercise));
  const source = readFileSync(join(root, pathsOf(slug).solution), "utf8");
  const edited = (edit: number, name: string, text: string): Subject => ({
    group: "edits of right answers",
    name: `${slug.id} ${name}`,
    program: { file: "answer.ts", source: text },
    box: new ProgramBox(exercise, program, edit),
  });
  const all = forms.flatMap((form) => form.edits.map((edit) => ({ form, edit })));
  const drawn = random(SEED, `${slug.slug}/edits`);
  const taken = all
    .map((one, i) => ({ ...one, number: i + 1, at: drawn() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, edits);
  const submissions = [
    ...fixturesIn("fail").map((one) => submissionOf("fail", one)),
    ...ofOthers("fail"),
    ...cases(),
  ];
  const submitted = (id: string, file: string, text: string): Subject => ({
    group: "submissions",
    name: id,
    program: { file, source: text },
    box,
  });
  return {
    wrong: [
      ...Object.entries(exercise.mistakes).flatMap(([fn, mistakes]) =>
        Object.keys(mistakes).map(
          (wanted): Subject => ({
            group: "listed mistakes",
            name: `${slug.id} ${fn}/${wanted}`,
            program: { file: "answer.ts", source: "" },
            box: mistakeBox(exercise, fn, wanted),
            wanted,
          }),
        ),
      ),
      ...taken.map(({ form, edit, number }) =>
        edited(
          number,
          `${form.file}:${edit.line}: ${form.text.slice(edit.start, edit.end)} → ${edit.text}`.replaceAll(
            /\s+/g,
            " ",
          ),
          form.text.slice(0, edit.start) + edit.text + form.text.slice(edit.end),
        ),
      ),
      ...submissions
        .filter((one) => one.slug === exercise.slug)
        .map((one) => submitted(one.id, one.file, one.source)),
    ],
    right: { edit: edited(0, "right", source), submission: submitted("right", "answer.ts", source) },
  };
}
