/** Three submissions of ex10 for the demo: texts, because a student's copy has no solutions. */

export interface DemoAnswer {
  readonly name: string;
  readonly says: string;
  readonly source: string;
}

const signature = (name: string): string =>
  `export function ${name}(x: number[], y: number[], w: number, b: number): number {`;

const stub = ["mseLossDw", "mseLossDb"]
  .map((name) => `${signature(name)}\n  throw new Error("not implemented: ${name}");\n}\n`)
  .join("\n");

const body = (term: string, result: string): string => `
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const residual = y[i] - (w * x[i] + b);
    sum += ${term};
  }
  return ${result};
}
`;

const right = `${signature("mseLossDw")}${body("x[i] * residual", "(-2 / x.length) * sum")}
${signature("mseLossDb")}${body("residual", "(-2 / x.length) * sum")}`;

const wrong = `${signature("mseLossDw")}${body("residual", "(-2 / x.length) * sum")}
${signature("mseLossDb")}${body("residual", "(-2 / x.length) * sum")}`;

export const demoAnswers: readonly DemoAnswer[] = [
  {
    name: "stub.ts",
    says: "1. A stub as every exercise starts: the functions are there, their bodies are missing.",
    source: stub,
  },
  {
    name: "wrong.ts",
    says: "2. A wrong answer: the slope's derivative forgets the factor x[i] that the chain rule brings.",
    source: wrong,
  },
  { name: "right.ts", says: "3. A right answer.", source: right },
];
