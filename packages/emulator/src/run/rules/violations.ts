/** One thing that the API refuses in a request: the field, in the API's own spelling, and why. */
export interface Violation {
  readonly field: string;
  readonly description: string;
}
