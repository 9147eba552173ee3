import type { Command } from "commander";

/** `chainrule demo` */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .summary("see a stub, a wrong and a right answer graded")
    .description("Grades a stub, a wrong answer and a right answer of ex10, one after another.")
    .action(async () => {
      const { demo } = await import("../demo/demo.ts");
      process.exitCode = await demo();
    });
}
