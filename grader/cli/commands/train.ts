/** `train`: one of the documents' models, trained here. */
import type { Command } from "commander";
import type { TrainOptions } from "../train/train.ts";

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
    .option("--save <file>", "writes the run to a file, now and then and at its end")
    .option("--load <file>", "goes on with a saved run; more iterations make it longer")
    .option("--device <where>", "auto, cpu or webgpu; auto takes a GPU only where it is worth it")
    .option("--look", "then checks the whole gradient, and draws what a network says and its loss around")
    .option("--json", "the history as one JSON object, and nothing else on stdout")
    .description("trains one of the documents' models")
    .allowExcessArguments()
    .action(async (name: string | undefined, options: TrainOptions, command: Command) => {
      const { train } = await import("../train/train.ts");
      process.exitCode = await train(name, options, command.args.slice(1));
    });
}
