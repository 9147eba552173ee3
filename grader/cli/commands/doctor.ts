import type { Command } from "commander";

/** `chainrule doctor` */
export function doctorCommand(program: Command): void {
  program
    .command("doctor")
    .summary("see what works here, and what to install")
    .description("Says what works on this machine, what does not, and what to install.")
    .action(async () => {
      const { doctor } = await import("../doctor.ts");
      process.exitCode = await doctor();
    });
}
