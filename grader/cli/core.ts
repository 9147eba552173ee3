/** What every `grade` of a right answer needs: the build makes one file of it, which loads sooner than eighty. */
import "./box/early.ts";
import "../box/read.ts";
import "../exercise/form.ts";
import "../judge/grade.ts";
import "../judge/on-gpu.ts";
import "./commands/grade.ts";
import "./exit-code.ts";
import "./explain.ts";
import "./grade/grade.ts";
import "./npm/meant-arguments.ts";
