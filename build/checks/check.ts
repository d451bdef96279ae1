/** One promise that the project makes about itself. No problems means that it is kept. */
export type Check = { readonly name: string; run(): Promise<Findings> };

export type Findings = {
  /** What was looked at, in a few words: `7 projects`. */
  readonly looked: string;
  /** Each is one line or a short block, with the file first. Any of them fails the check. */
  readonly problems: readonly string[];
  /** Worth a look, but nothing fails for it. */
  readonly warnings?: readonly string[];
};
