import type { Command } from "commander";
import { type GradeOptions, grade } from "../grade/grade.ts";

/** `chainrule grade [exercise]`; what it does is in the core anyway, and to ask for it later would cost a file. */
export function gradeCommand(program: Command): void {
  program
    .command("grade")
    .summary("grade one exercise, or all")
    .description("Grades an exercise: ex04, 4, chain-rule. Without a name, grades all and shows the board.")
    .argument("[exercise]", "the exercise's number or name")
    .option("-f, --file <file>", "the submission, instead of the exercise's own stub")
    .option("-w, --watch", "grade again on each save")
    .option("--json", "print one JSON object and nothing else")
    .option("-s, --seed <n>", "replay the inputs of an earlier run")
    .option("--deep", "go on after a pass: search thousands of inputs at the edges; the points stand")
    .option("--path <place>", "replay the input that --deep printed, with its --seed")
    .option("--oracle <name>", "where the right values come from: auto, cpu or webgpu")
    .option(
      "--ci <format>",
      "print for another grader: github-classroom, classroom50, gradescope, exercism, prairielearn, junit, json, editor",
    )
    .option("--official", "refuse to grade unless the box is a strong one")
    .option("--allow-weak-box", "with --official: grade in a weak box as well")
    .action(async (exercise: string | undefined, options: GradeOptions) => {
      process.exitCode = await grade(exercise, options);
    });
}
