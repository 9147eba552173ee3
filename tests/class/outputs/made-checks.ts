/** What a made student's function comes to: the checks of one that is right, has a mistake, or is the stub. */
import type { Check, CheckKind, Finding } from "../../../grader/verdict/verdict.ts";

export const mistakes = [
  ["sum-for-mean", "The 1/n is missing. The loss is a mean, so its gradient is one too."],
  ["sign-flipped", "The sign is flipped. The inner derivative is negative, and that minus stays."],
  ["x-forgotten", "This is the gradient by b. Each residual is weighted by its xᵢ."],
  ["wrong-axis", "The mean is taken over the features. It goes over the examples."],
] as const;

const kinds: readonly (readonly [CheckKind, number])[] = [
  ["contract", 0],
  ["value", 5],
  ["edge", 2],
  ["law", 1],
  ["gradient", 2],
];

interface About {
  readonly slug: string;
  readonly derivation: string;
  readonly seed: number;
  readonly mistake: (typeof mistakes)[number];
  readonly draw: number;
}

/** The checks that a function passes: one list for a whole class, or a large one is hundreds of megabytes. */
const passed = new Map<string, readonly Check[]>();

function passedBy(fn: string): readonly Check[] {
  const known = passed.get(fn);
  if (known !== undefined) return known;
  const made = kinds.map(
    ([kind, points]): Check => ({
      ...baseOf(fn, kind, points),
      status: "pass",
      points,
      cases: 200,
    }),
  );
  passed.set(fn, made);
  return made;
}

const baseOf = (fn: string, kind: CheckKind, maxPoints: number) => ({
  id: `${fn}/${kind}`,
  function: fn,
  kind,
  title: `${fn}: ${kind}`,
  maxPoints,
});

export function checksOf(fn: string, kind: "right" | "mistake" | "stub", about: About): readonly Check[] {
  const right = passedBy(fn);
  if (kind === "right") return right;
  return kinds.map(([check, maxPoints], i) => {
    if (kind === "mistake" && i === 0) return right[0]!;
    const base = baseOf(fn, check, maxPoints);
    const first = kind === "stub" ? 0 : 1;
    if (i > first)
      return { ...base, status: "skipped", points: 0, cases: 0, reason: `${kinds[first]![0]} first` };
    return { ...base, status: "fail", points: 0, cases: 200, finding: findingOf(fn, kind, about) };
  });
}

function findingOf(fn: string, kind: "mistake" | "stub", about: About): Finding {
  const { slug, derivation, seed, mistake, draw } = about;
  const replay = `npm run grade ${slug.slice(0, 4)} -- --seed ${seed}`;
  if (kind === "stub")
    return { code: "not-implemented", title: "NOT WRITTEN", message: `${fn} is still the stub.`, replay };
  if (draw < 0.1)
    return {
      code: "threw",
      title: "THREW",
      message: "TypeError: x is undefined",
      line: 12,
      column: 3,
      replay,
    };
  const [name, says] = mistake;
  const x = Math.round(draw * 40) / 4;
  return {
    code: "wrong-gradient",
    title: "WRONG GRADIENT",
    case: { call: `${fn}([${x}, 1], [2, 0.25], 0.5, 0)`, inputs: { x: [x, 1], y: [2, 0.25], w: 0.5, b: 0 } },
    yours: 2 * x,
    expected: -x,
    at: "",
    tolerance: 1e-12,
    numerical: -x,
    errorBar: 3e-11,
    mistake: name,
    matched: { count: 200, of: 200 },
    message: `This is "${name.replaceAll("-", " ")}", on 200 of 200 inputs. ${says}`,
    read: `${derivation}#step-${1 + (name.length % 5)}`,
    replay,
  };
}
