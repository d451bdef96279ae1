import { ORPCError } from '@orpc/client';

/** Why a request came back without an answer. `says` is the contract's own plain sentence, where there is one. */
export type Trouble =
  | { readonly kind: 'not-found' | 'no-longer' | 'not-stored'; readonly says: string }
  /**
   * `says` is the first thing that is wrong with it, `refusal` the answer as a whole; `field` the one of a form that it
   * is about, where it is about one.
   */
  | {
      readonly kind: 'not-accepted';
      readonly says: string;
      readonly refusal: string;
      readonly field: string | null;
    }
  | { readonly kind: 'signed-out' | 'unreachable' | 'unexpected' };

type Problems = { readonly problems: readonly { readonly message: string }[] };

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ORPCError)) return { kind: 'unreachable' };
  switch (error.status) {
    case 400:
      return {
        kind: 'not-accepted',
        says: firstProblem(error.data) ?? error.message,
        refusal: error.message,
        field: null,
      };
    case 401:
    case 403:
      return { kind: 'signed-out' };
    case 404:
      return { kind: 'not-found', says: error.message };
    case 409:
      return { kind: 'no-longer', says: error.message };
    case 422:
      return { kind: 'not-accepted', says: error.message, refusal: error.message, field: fieldOf(error.data) };
    case 507:
      return { kind: 'not-stored', says: error.message };
  }
  return { kind: 'unexpected' };
}

const fieldOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'field' in data && typeof data.field === 'string' ? data.field : null;

function firstProblem(data: unknown): string | null {
  return hasProblems(data) ? (data.problems[0]?.message ?? null) : null;
}

function hasProblems(data: unknown): data is Problems {
  return typeof data === 'object' && data !== null && 'problems' in data && Array.isArray(data.problems);
}
