/** `train`: one of the documents' models, trained here. */
import type { Command } from "commander";
import type { TrainOptions } from "../train.ts";

export function trainCommand(program: Command): void {
  program
    .command("train")
    .argument("[model]", "the model; without one, a list of them")
    .option("--iterations <n>", "how many epochs or iterations; the document's unless told")
    .option("--learning-rate <eta>", "the learning rate; the document's unless told")
    .option("--seed <n>", "seed of data and start; unless told, the document's start where it is known")
    .option(
      "--data <file>",
      "real data in place of the seeded generator: CSV with a header, or IDX for digits",
    )
    .description("trains one of the documents' models on the CPU")
    .allowExcessArguments()
    .action(async (name: string | undefined, options: TrainOptions, command: Command) => {
      const { train } = await import("../train.ts");
      process.exitCode = await train(name, options, command.args.slice(1));
    });
}
