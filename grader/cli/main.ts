// First of all, so that the box boots while the rest loads.
import "./box/early.ts";
import { Command, CommanderError } from "commander";
import { CannotJudge } from "../box/cannot-judge.ts";
import { UsageError } from "../usage-error.ts";
import { clean } from "../verdict/width.ts";
import { closeEarly } from "./box/early.ts";
import { checkCommand } from "./commands/check.ts";
import { classroomCommand } from "./commands/classroom.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { gradeCommand } from "./commands/grade.ts";
import { hintCommand } from "./commands/hint.ts";
import { newCommand } from "./commands/new.ts";
import { reportCommand } from "./commands/report.ts";
import { siteCommand } from "./commands/site.ts";
import { stubsCommand } from "./commands/stubs.ts";
import { trainCommand } from "./commands/train.ts";
import { exitCode } from "./exit-code.ts";
import { meantArguments } from "./npm/meant-arguments.ts";

const commands = [
  gradeCommand,
  hintCommand,
  demoCommand,
  doctorCommand,
  trainCommand,
  siteCommand,
  classroomCommand,
  reportCommand,
  newCommand,
  stubsCommand,
  checkCommand,
];

/** Runs the program; the exit code. */
async function run(given: readonly string[]): Promise<number> {
  try {
    const meant = meantArguments(given, process.env);
    const program = new Command("chainrule")
      .description("A course on the mathematics of machine learning that grades itself.")
      .helpCommand(false)
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
    for (const command of commands) command(program);
    if (meant.length === 0) program.outputHelp();
    else await program.parseAsync(meant, { from: "user" });
    return meant.length === 0 ? exitCode.usage : Number(process.exitCode ?? exitCode.pass);
  } catch (error) {
    return explain(error, given);
  } finally {
    closeEarly();
  }
}

/** One clear line on stderr, in which no name that was typed steers the terminal; the exit code. */
function explain(error: unknown, [command]: readonly string[]): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.pass;
  if (error instanceof CommanderError) {
    const what = clean(error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ")).replace(/\.$/, "");
    const isKnown = error.code !== "commander.unknownCommand" && /^\w/.test(command ?? "");
    const help = isKnown ? `npm run ${command} -- --help` : "node dist/chainrule.js --help";
    process.stderr.write(`${what}; \`${help}\` lists what there is\n`);
    return exitCode.usage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${clean(error.message)}\n`);
    return exitCode.usage;
  }
  if (error instanceof CannotJudge) {
    process.stderr.write(`${clean(error.message)}\n`);
    return exitCode.fault;
  }
  if (isShort(error)) {
    process.stderr.write(
      `The machine has no memory, files or processes left (${clean(error.message)}); close what takes them, then run the same command again\n`,
    );
    return exitCode.fault;
  }
  if (refusedBySystem(error)) {
    process.stderr.write(`${clean(error.message)}; choose a folder that can be written, or make room\n`);
    return exitCode.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const detail = process.env.CHAINRULE_DEBUG === "1" ? (stack ?? message) : message.split("\n")[0];
  process.stderr.write(
    `A fault of ours, not yours: ${detail}\nPlease report it with what CHAINRULE_DEBUG=1 prints for the same command.\n`,
  );
  return exitCode.fault;
}

/** True where the machine is short of what any program needs. */
const isShort = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(ENOMEM|EMFILE|ENFILE|EAGAIN)$/.test((error as NodeJS.ErrnoException).code ?? "");

/** True where a file could not be written for want of permission or room, which no program can mend. */
const refusedBySystem = (error: unknown): error is Error =>
  error instanceof Error &&
  /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)$/.test((error as NodeJS.ErrnoException).code ?? "");

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
