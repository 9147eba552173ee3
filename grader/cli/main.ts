// First of all, so that the box boots while the rest loads.
import "./box/early.ts";
import { Command } from "commander";
import { closeEarly } from "./box/early.ts";
import { capstoneCommand } from "./commands/capstone.ts";
import { checkCommand } from "./commands/check.ts";
import { classroomCommand } from "./commands/classroom.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { eraseCommand } from "./commands/erase.ts";
import { gradeCommand } from "./commands/grade.ts";
import { hintCommand } from "./commands/hint.ts";
import { mutantsCommand } from "./commands/mutants.ts";
import { newCommand } from "./commands/new.ts";
import { reportCommand } from "./commands/report.ts";
import { siteCommand } from "./commands/site.ts";
import { stubsCommand } from "./commands/stubs.ts";
import { trainCommand } from "./commands/train.ts";
import { workerCommand } from "./commands/worker.ts";
import { exitCode } from "./exit-code.ts";
import { explain } from "./explain.ts";
import { meantArguments } from "./npm/meant-arguments.ts";

const commands: Readonly<Record<string, (program: Command) => void>> = {
  grade: gradeCommand,
  hint: hintCommand,
  demo: demoCommand,
  doctor: doctorCommand,
  train: trainCommand,
  capstone: capstoneCommand,
  site: siteCommand,
  classroom: classroomCommand,
  report: reportCommand,
  worker: workerCommand,
  erase: eraseCommand,
  new: newCommand,
  stubs: stubsCommand,
  check: checkCommand,
  mutants: mutantsCommand,
};

/** Runs the program; the exit code. */
async function run(given: readonly string[]): Promise<number> {
  try {
    const meant = meantArguments(given, process.env);
    const program = new Command("chainrule")
      .description("A course on the mathematics of machine learning that grades itself.")
      .helpCommand(false)
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    // A command that is named is enough: the others are read when they are listed.
    const [name = ""] = meant;
    const asked = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands);
    for (const command of asked) command?.(program);
    if (meant.length === 0) program.outputHelp();
    else await program.parseAsync(meant, { from: "user" });
    return meant.length === 0 ? exitCode.usage : Number(process.exitCode ?? exitCode.pass);
  } catch (error) {
    return explain(error, given);
  } finally {
    closeEarly();
  }
}

// `chainrule grade | head` closes the pipe: nobody reads on, so nothing is left to do.
function failed(error: NodeJS.ErrnoException): never {
  process.exit(error.code === "EPIPE" ? exitCode.pass : exitCode.fault);
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", failed);
// What nobody catches is no answer that fell short, which is what Node's own exit code would say.
process.on("uncaughtException", (error) => process.exit(explain(error, process.argv.slice(2))));
const code = await run(process.argv.slice(2));
// What was written must arrive before the end; nothing else is worth waiting for. On a full disk it does not arrive.
process.stdout.write("", (error) => {
  if (error) failed(error);
  process.stderr.write("", () => process.exit(code));
});
