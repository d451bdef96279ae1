import type { ReactNode } from 'react';

/** A file of `design/`, by its name, with the states that it can be in. */
export type Sample = {
  readonly name: string;
  readonly states: readonly { readonly called: string; readonly shown: ReactNode }[];
};

export const nothing = (): void => {};
