/** A right answer of ex10, written for the bench. */
const sumOf = (term: string): string =>
  `let sum = 0; for (let i = 0; i < x.length; i++) sum += ${term}; return (-2 / x.length) * sum;`;
const parameters = "(x: number[], y: number[], w: number, b: number): number";

export const exercise = "ex10-mse-gradients";

/** Its text; each number makes another one, which asks the same of the box. */
export const rightAnswer = (number: number): string => `// Student ${number}
export function mseLossDw${parameters} { ${sumOf("x[i]! * (y[i]! - (w * x[i]! + b))")} }
export function mseLossDb${parameters} { ${sumOf("y[i]! - (w * x[i]! + b)")} }
`;
