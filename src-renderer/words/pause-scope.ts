import { t } from '#contract/language/t.ts';
import { capitalised } from '#renderer/words/capitalised.ts';

/** What was paused: everything, what a connector or a part of life does, one automation or one request. */
export function pausedWords(scope: string): string {
  const { kind, name } = readScope(scope);
  if (kind === 'everything') return t`Everything was paused.`;
  if (kind === 'connector' || kind === 'domain') return t`${name} was paused.`;
  return kind === 'automation' ? t`An automation was paused.` : t`This request was paused.`;
}

export function liftedWords(scope: string): string {
  const { kind, name } = readScope(scope);
  if (kind === 'everything') return t`Everything was let go on.`;
  if (kind === 'connector' || kind === 'domain') return t`${name} was let go on.`;
  return kind === 'automation' ? t`An automation was let go on.` : t`This request was let go on.`;
}

function readScope(scope: string): { readonly kind: string; readonly name: string } {
  const [kind = '', name = ''] = scope.split(/:(.*)/s);
  return { kind, name: capitalised(name.replaceAll('-', ' ')) };
}
