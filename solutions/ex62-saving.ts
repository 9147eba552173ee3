type Vector = number[];
type Matrix = number[][];
type Params = Record<string, Matrix | Vector>;

function numberText(x: number): string {
  if (!Number.isFinite(x)) throw new RangeError(`stateDict: finite numbers, got ${x}`);
  return Object.is(x, -0) ? "-0" : `${x}`;
}

const listText = (list: Matrix | Vector): string =>
  `[${list.map((entry) => (Array.isArray(entry) ? listText(entry) : numberText(entry))).join(",")}]`;

export function stateDict(params: Params): string {
  const fields = Object.entries(params).map(([name, list]) => `${JSON.stringify(name)}:${listText(list)}`);
  return `{${fields.join(",")}}`;
}

/** A copy of `found`, which has the form of `own`. */
function loaded(own: unknown, found: unknown, at: string): unknown {
  if (Array.isArray(own)) {
    if (!Array.isArray(found) || found.length !== own.length)
      throw new RangeError(`loadStateDict: ${at} has another shape`);
    return own.map((entry, i) => loaded(entry, found[i], `${at}[${i}]`));
  }
  if (typeof found !== "number") throw new TypeError(`loadStateDict: ${at} is no number`);
  return found;
}

export function loadStateDict(own: Params, json: string): Params {
  const found = JSON.parse(json) as Params;
  const missing = Object.keys(own).filter((name) => !Object.hasOwn(found, name));
  const unexpected = Object.keys(found).filter((name) => !Object.hasOwn(own, name));
  if (missing.length > 0 || unexpected.length > 0)
    throw new RangeError(`loadStateDict: missing [${missing}], unexpected [${unexpected}]`);
  const all = Object.entries(own).map(([name, list]) => [name, loaded(list, found[name], name)]);
  return Object.fromEntries(all) as Params;
}
