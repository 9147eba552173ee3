/** What is done with both functions: parameters are saved, and loaded into a network that has others. */
type Params = Record<string, number[] | number[][]>;

export interface Made {
  readonly stateDict: (params: Params) => string;
  readonly loadStateDict: (own: Params, json: string) => Params;
}

const copied = (tensor: number[] | number[][]): number[] | number[][] =>
  tensor.map((row) => (Array.isArray(row) ? [...row] : row)) as number[] | number[][];
const copy = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, tensor]) => [name, copied(tensor)]));

/** Makes every number another one, where it stands. */
function spoil(list: number[] | number[][]): void {
  for (const [i, entry] of list.entries()) {
    if (Array.isArray(entry)) spoil(entry);
    else (list as number[])[i] = entry + 1;
  }
}

/** What comes back, and what comes back once more after somebody has changed the first. */
export function roundTrip(
  { stateDict, loadStateDict }: Made,
  params: Params,
  own: Params,
): { loaded: Params; again: Params } {
  const json = stateDict(params);
  const first = loadStateDict(copy(own), json);
  const loaded = copy(first);
  for (const list of Object.values(first)) spoil(list);
  return { loaded, again: loadStateDict(copy(own), json) };
}

/** How many of the names that do not fit are in the message of the exception; none where there is none. */
export function complaint(
  { loadStateDict }: Made,
  own: Params,
  json: string,
): { missing: number; unexpected: number } {
  const [has, wants] = [Object.keys(JSON.parse(json) as Params), Object.keys(own)];
  let message = "";
  try {
    loadStateDict(own, json);
  } catch (thrown) {
    const { message: said } = thrown as { message?: unknown };
    message = typeof said === "string" ? said : `${JSON.stringify(thrown)}`;
    // The stub's exception is no complaint.
    if (message.startsWith("not implemented")) throw thrown;
  }
  const listed = (names: string[], others: string[]): number =>
    names.filter((name) => !others.includes(name) && message.includes(name)).length;
  return { missing: listed(wants, has), unexpected: listed(has, wants) };
}
