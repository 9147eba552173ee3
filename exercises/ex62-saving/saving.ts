// Grade with: npm run grade ex62

type Vector = number[];
type Matrix = number[][];
type Params = Record<string, Matrix | Vector>;

/**
 * All parameters as a text in JSON: an object with the same names, a vector as a list, a matrix as a
 * list of rows.
 *
 * @param params parameters by name, such as layer1.weight, vectors and matrices by name
 * @returns the text, from which every number comes back to the last bit, text
 */
export function stateDict(params: Params): string {
  throw new Error("not implemented: stateDict");
}

/**
 * The parameters that a text of stateDict holds. Throws where names or shapes are not those of own,
 * and where an entry is no number.
 *
 *     load (save (θ)) = θ
 *
 * @param own the parameters that the network has, for their names and shapes, vectors and matrices by
 *   name
 * @param json what stateDict gave for a network of the same form, text
 * @returns the loaded parameters, in new lists, vectors and matrices by name
 */
export function loadStateDict(own: Params, json: string): Params {
  throw new Error("not implemented: loadStateDict");
}
