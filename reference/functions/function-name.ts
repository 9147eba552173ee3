/** A function by name with its parameters, as it crosses into the box. */
export interface FunctionName {
  readonly fn: string;
  readonly args?: readonly (number | FunctionName)[];
}
