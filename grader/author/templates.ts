/**
 * The texts of a new exercise. Every TODO says what belongs in its place.
 */
import { derivationPath, type Slug } from "./course.ts";

/** "mse-gradients" → "mseGradients" */
const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const exerciseTemplate = ({ name }: Slug, derivation: string): string => `\
import { define, defineExercise, type InputsOf } from "../../grader/exercise/exercise.ts";
import { aNumber } from "../../grader/exercise/inputs.ts";
import { scalar } from "../../grader/exercise/types.ts";
import { num } from "../../reference/num.ts";

const inputs = { z: aNumber() };
export type Given = InputsOf<typeof inputs>;

export default defineExercise({
  title: "TODO: a title of a few words",
  unit: 1,
  unitTitle: "TODO: the unit's title",
  source: "TODO: the document's title and section",
  requires: [],
  derivation: "${derivation}",
  symbols: {
    z: "TODO: what the argument means",
  },
  functions: {
    ${camel(name)}: define<Given>({
      inputs,
      returns: scalar(),
      // TODO: the formula over tracked numbers, from reference/.
      reference: ({ z }) => num(z),
      edges: {
        "TODO: name of an edge case": { given: { z: 0 }, says: "TODO: what this case asks for." },
      },
      // TODO: what holds for all inputs.
      laws: [],
    }),
  },
  hints: [
    "TODO: a question that makes the first step possible",
    "TODO: a question about the step that goes wrong most often",
    "TODO: all but the answer",
  ],
});
`;

export const mistakesTemplate = ({ name }: Slug, derivation: string): string => `\
import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Given } from "./exercise.ts";

type Case = MistakeCase<Given, number>;

export const mistakes = mistakesOf({
  ${camel(name)}: {
    // TODO: the wrong formulas that students really write.
    "sign-flipped": {
      is: ({ right }: Case) => -right,
      says: "TODO: what is wrong, and why, in one or two sentences.",
      read: "${derivation}#step-1",
    },
  },
});
`;

export const readmeTemplate = ({ id, name }: Slug, derivation: string): string => `\
# ${id} · TODO: the title

TODO: what it is about, in a few lines, with its formula.

## To write

| function | returns |
| -------- | ------- |
| \`${camel(name)}(z)\` | TODO: what it returns |

| argument | shape | meaning |
| -------- | ----- | ------- |
| \`z\` | | TODO: what it means |

## An example

    TODO: a call with its answer, and how to reckon it by hand

## Edge cases

- TODO: each edge case, and what is asked for.

Derivation: \`${derivationPath(derivation)}\`. Source: TODO.
`;

export const solutionTemplate = ({ name }: Slug): string => `\
/**
 * TODO: what it returns, in one sentence.
 *
 *     TODO: the formula
 *
 * @param z TODO: what it means
 * @returns TODO
 */
export function ${camel(name)}(z: number): number {
  // TODO: the model answer. Then run \`npm run stubs\`.
  return z;
}
`;

export const derivationTemplate = ({ name }: Slug): string => `\
# TODO: a title for the derivation of ${name}

TODO: the setting.

\`\`\`symbols
z : real  TODO: what it means
\`\`\`

## Step 1: TODO: what this step does

TODO: the formula between two lines of dollars, and the reason for the step.
`;
