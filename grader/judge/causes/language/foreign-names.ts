/** Names that are there in other languages, or in other surroundings, and what is written here in their place. */

const PYTHON = "is Python";
const OWN = "write the loop yourself";

/** Names that stand alone. */
const NAMES: Readonly<Record<string, string>> = {
  np: `np ${PYTHON}'s numpy; here Math has exp, log, sqrt, max and others, and works on one number at a time.`,
  numpy: `numpy ${PYTHON}; here Math has exp, log, sqrt, max and others, and works on one number at a time.`,
  math: "Math begins with a capital letter here: Math.exp, Math.log, Math.sqrt.",
  torch: `torch ${PYTHON}: ${OWN}.`,
  tf: `tf is TensorFlow: ${OWN}.`,
  len: `len ${PYTHON}: write x.length.`,
  range: `range ${PYTHON}: write for (let i = 0; i < n; i++).`,
  print: `print ${PYTHON}: to look at a value write console.log(…), to give it back write return.`,
  sum: `There is no sum here: write a loop, or x.reduce((s, v) => s + v, 0).`,
  zip: `zip ${PYTHON}: count through both lists with one index.`,
  enumerate: `enumerate ${PYTHON}: write for (let i = 0; i < x.length; i++).`,
  True: `True ${PYTHON}: write true.`,
  False: `False ${PYTHON}: write false.`,
  None: `None ${PYTHON}: write undefined, or leave it out.`,
  self: `self ${PYTHON}: in a method it is this, and in a function it is not there.`,
  float: `float ${PYTHON}: every number is a double here; leave it out.`,
  int: `int is not here: for a whole number write Math.trunc(x).`,
  double: "double is not here: every number is one.",
  str: `str ${PYTHON}: write String(x).`,
  zeros: "zeros is not here: write new Array(n).fill(0).",
  ones: "ones is not here: write new Array(n).fill(1).",
  length: "length stands behind the list: x.length.",
  size: "length stands behind the list: x.length.",
  disp: "disp is MATLAB: to look at a value write console.log(…), to give it back write return.",
  pi: "π is Math.PI.",
  PI: "π is Math.PI.",
  π: "π is Math.PI.",
  e: "Euler's number is Math.E, and its powers are Math.exp(x).",
  E: "Euler's number is Math.E, and its powers are Math.exp(x).",
  ln: "The natural logarithm is Math.log.",
  square: "A square is written x ** 2.",
  sqr: "A square is written x ** 2.",
  sigmoid: "sigmoid is not there: write 1 / (1 + Math.exp(-z)) in this file.",
  nil: "It is written undefined.",
  NULL: "It is written null.",
  nan: "It is written NaN.",
  inf: "It is written Infinity.",
  Inf: "It is written Infinity.",
  System: "System is Java: to look at a value write console.log(…).",
  printf: "printf is C: to look at a value write console.log(…).",
  std: "std is C++; here Math has exp, log, sqrt and max.",
  require: "Nothing is loaded here: copy what you need into this file.",
  process: "There is no Node around a submission: leave process out.",
  module: "A submission exports with `export function`, without module.",
  document: "There is no page around a submission: leave document out.",
  window: "There is no page around a submission: leave window out.",
  alert: "There is no page around a submission: to look at a value write console.log(…).",
  prompt: "There is no keyboard here: what a function needs are its arguments.",
  setTimeout: "Nothing can be waited for here: a function gives back its value at once.",
  structuredClone: "A matrix is copied by M.map((row) => row.slice()).",
  fetch: "There is no network here: what a function needs are its arguments.",
};

/** Names that stand behind a point. */
const FIELDS: Readonly<Record<string, string>> = {
  append: "A list takes one more entry with push.",
  add: "A list takes one more entry with push.",
  extend: "Two lists become one as [...a, ...b].",
  length: "length is no function: write it without brackets.",
  size: "A list has length, without brackets.",
  len: "A list has length, without brackets.",
  shape: "A list has no shape: X.length is its rows, X[0].length its columns.",
  T: "A list has no T: write a loop that exchanges rows and columns.",
  transpose: "A list has no transpose: write a loop that exchanges rows and columns.",
  dot: "A list has no dot: write the sum of products as a loop.",
  matmul: "A list has no matmul: write the sums of products as a loop.",
  sum: "A list has no sum: write a loop, or x.reduce((s, v) => s + v, 0).",
  mean: "A list has no mean: write its sum over its length.",
  max: "A list has no max: write Math.max(...x).",
  min: "A list has no min: write Math.min(...x).",
  copy: "A list is copied by x.slice().",
  clone: "A list is copied by x.slice().",
  abs: "It is Math.abs(x).",
  exp: "It is Math.exp(x), for one number at a time.",
  pow: "A power is written x ** 2.",
  sqrt: "It is Math.sqrt(x).",
  get: "An entry is taken as x[i].",
  equals: "Two numbers are compared by ===.",
  lenght: "It is spelled length.",
  legnth: "It is spelled length.",
  foreach: "It is forEach, with a capital E.",
};

/** Functions that are no part of Math, and are called by these names elsewhere; of others NAMES says the same. */
const MATH: Readonly<Record<string, string>> = {
  mean: "Math has no mean: write the sum over the length.",
  fabs: "It is Math.abs.",
  power: "A power is written x ** 2.",
  dot: "Math has no dot: write the sum of products as a loop.",
  mod: "A remainder is written a % b.",
  clip: "Write Math.min(high, Math.max(low, x)).",
  clamp: "Write Math.min(high, Math.max(low, x)).",
};

const own = (record: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Functions of Math that other languages have without it. */
const OF_MATH =
  /^(?:abs|acos|asin|atan|atan2|ceil|cos|cosh|exp|expm1|floor|hypot|log|log1p|log2|log10|max|min|pow|round|sign|sin|sinh|sqrt|tan|tanh|trunc)$/;

/** What is said of a name that is not defined. */
export const foreignName = (name: string): string | undefined =>
  OF_MATH.test(name) ? `It is written Math.${name}.` : own(NAMES, name);

export const foreignField = (name: string): string | undefined => own(FIELDS, name);

export const foreignMath = (name: string): string | undefined =>
  own(MATH, name) ??
  (OF_MATH.test(name.toLowerCase()) ? `It is written Math.${name.toLowerCase()}.` : own(NAMES, name));
