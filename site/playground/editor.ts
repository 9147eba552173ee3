import { Grader } from "./grader.ts";
(globalThis as any).chainrulePlayground = { Grader };
