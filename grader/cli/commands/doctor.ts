import { type Command, Option } from "commander";

/** `chainrule doctor` */
export function doctorCommand(program: Command): void {
  program
    .command("doctor")
    .summary("see what works here, and what to install")
    .description("Says what works on this machine, what does not, and what to install.")
    // What the command starts itself with, to look at the GPU in a process of its own.
    .addOption(new Option("--report-gpu").hideHelp())
    .action(async ({ reportGpu }: { readonly reportGpu?: true }) => {
      if (reportGpu === true) {
        const { reportGpu: look } = await import("../gpu/gpu-report.ts");
        process.stdout.write(JSON.stringify(await look()));
        return;
      }
      const { doctor } = await import("../doctor/doctor.ts");
      process.exitCode = await doctor();
    });
}
