import { type GoogleSession, withGoogle } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import type { Result } from '#contract/model/result.ts';

export const withDocs = <T>(
  surroundings: Pick<Surroundings, 'account' | 'fetch' | 'signal'>,
  work: (session: GoogleSession) => Promise<Result<T>>,
): Promise<Result<T>> => withGoogle(surroundings, scopes.docs, work);
