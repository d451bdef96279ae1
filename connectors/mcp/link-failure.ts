import type { Heard } from '#connectors/mcp/open-transport.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';

/** `lost`: the request had left, and no answer came; nobody can know what became of it. */
export type LinkFailure = { readonly failure: Failure; readonly lost: boolean };

const REQUEST_TIMED_OUT = -32_001;
const CONNECTION_CLOSED = -32_000;

/** What the SDK's errors come to. Only `hasLeft` makes a silence one that may have had an effect. */
export function linkFailure(error: unknown, title: string, heard: Heard, hasLeft: boolean): LinkFailure {
  const code = codeOf(error);
  if (code === 401 || code === 403) return surely({ kind: 'needs-reconnect', provider: title });
  if (code === 429) return surely({ kind: 'rate-limited', retryAfterSeconds: heard.retryAfterSeconds ?? 60 });
  const isAnswer = code !== null && code < -32_001 && code >= -32_768;
  if (hasLeft && isAnswer) {
    const said = saidBy(error);
    const turnedAway = t`${title} turned it away`;
    return surely({ kind: 'unreadable', because: said === '' ? turnedAway : `${turnedAway}: ${quote(said)}` });
  }
  return { failure: { kind: 'unreachable', service: title }, lost: hasLeft };
}

const surely = (failure: Failure): LinkFailure => ({ failure, lost: false });

function codeOf(error: unknown): number | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'number' ? code : null;
}

/** Whether it may hang, so that it is better ended. */
export const isSilent = (error: unknown): boolean =>
  [REQUEST_TIMED_OUT, CONNECTION_CLOSED].includes(codeOf(error) ?? 0) ||
  (error instanceof Error && error.name === 'AbortError');

/** Its words in one clean line. */
export function saidBy(error: unknown): string {
  const words = error instanceof Error ? error.message.replace(/^MCP error -?\d+: /, '') : '';
  return cleanText(words.slice(0, 500).replaceAll(/\s+/g, ' ')).text;
}
