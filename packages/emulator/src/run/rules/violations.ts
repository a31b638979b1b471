/** A violation in a request: the field, spelled like in the API, and the reason. */
export interface Violation {
  readonly field: string;
  readonly description: string;
}
