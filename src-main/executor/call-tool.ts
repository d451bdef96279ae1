import type { Action, ActionContext, View } from '#connectors/sdk/action.ts';
import type { Failure } from '#contract/model/failure.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { whyNotStored } from '#db/why-not-stored.ts';
import { type Attached, openContext } from '#main/executor/action-context.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { isInDoubt } from '#main/executor/is-in-doubt.ts';
import { passesByItself } from '#main/executor/retry-policy.ts';

/** What became of a call, as far as can be known. */
export type CallOutcome =
  | { readonly kind: 'happened' | 'rehearsed'; readonly output: Json; readonly attached: readonly Attached[] }
  | { readonly kind: 'did-not-happen'; readonly failure: Failure }
  | { readonly kind: 'absent' }
  /** `because`: why it could not be looked up, where it was tried. */
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly because: Failure | null };

export type About = { readonly action: Action; readonly view: View };

type Parts = Pick<ExecutorParts, 'journal' | 'tools' | 'store' | 'log'>;

/**
 * The request, after its intent is on disk: run, and read back. What was tried before is looked for first, so that
 * trying again can't do it twice. What is cut in the middle is looked up. Throws only for the disk's trouble: then
 * nothing is known of the call, and it is looked up once there is room again.
 */
export async function callTool(
  parts: Parts,
  call: ToolCallRow,
  { action, view }: About,
  how: { attempt: number; run: Pick<RunRow, 'shadow' | 'inDoubtSince'> },
): Promise<CallOutcome> {
  const isLook = action.risk === 'L0';
  const mode = how.run.shadow && !isLook ? 'dry-run' : 'execute';
  const { context, attached } = openContext(parts, { ...call, mode, view });
  const wasTried = (how.attempt > 1 && action.findEarlier) || isInDoubt(parts.journal, how.run, call);
  if (mode === 'execute' && !isLook && wasTried) {
    const earlier = await findOut(parts, call, { action, view });
    if (earlier.kind !== 'absent') return earlier;
  }
  const { ran, saysItself } = await runAndReadBack(parts, call, action, context);
  if (ran.ok) return { kind: mode === 'dry-run' ? 'rehearsed' : 'happened', output: ran.value, attached };
  const { failure } = ran;
  if (failure.kind !== 'outcome-unknown') {
    const isTold = isLook || mode === 'dry-run' || !mayBeOurOwn(parts, call, failure);
    return (isTold ? null : await findOwn(parts, call, { action, view })) ?? { kind: 'did-not-happen', failure };
  }
  if (mode === 'dry-run') return { kind: 'did-not-happen', failure: { kind: 'internal-error', reference: call.id } };
  const found = await findOut(parts, call, { action, view });
  // The wire broke before it was done, which passes; what an action threw does not.
  if (found.kind !== 'absent' || !saysItself) return found;
  return { kind: 'did-not-happen', failure: { kind: 'unreachable', service: parts.tools.titleOf(call.connector) } };
}

/**
 * A service that was faster than its answer may be: when a request arrives twice on the way, what is heard is the no to
 * the second, that somebody was there already.
 */
const mayBeOurOwn = ({ tools }: Pick<Parts, 'tools'>, { connector }: ToolCallRow, { kind }: Failure): boolean =>
  (kind === 'changed-since' || kind === 'not-found') && !tools.livesOnComputer(connector);

/** Null: what the service said stands. */
async function findOwn(parts: Parts, call: ToolCallRow, about: About): Promise<CallOutcome | null> {
  const found = await findOut(parts, call, about);
  if (found.kind === 'happened') return found;
  return found.kind === 'unknown' && found.because !== null && passesByItself(found.because) ? found : null;
}

/**
 * A bug in an action must not lose the question whether it had an effect: it counts as unknown. `saysItself`: the
 * failure is the action's own word.
 */
async function runAndReadBack(
  parts: Parts,
  call: ToolCallRow,
  action: Action,
  context: ActionContext<Json>,
): Promise<{ ran: Result<Json>; saysItself: boolean }> {
  const unknown = unknownAt(parts, call.connector);
  try {
    const ran = await action.run(call.args, context);
    if (!ran.ok) return { ran, saysItself: true };
    const output = parseOutput(action, ran.value);
    if (!action.readBack || context.mode !== 'execute') return { ran: succeed(output), saysItself: false };
    const seen = await action.readBack(output, context);
    return { ran: seen.ok && seen.value ? succeed(output) : fail(unknown), saysItself: false };
  } catch (error) {
    // A full disk is no bug: the run waits for room, and then it is looked up how far this went.
    if (whyNotStored(error) !== null) throw error;
    const reference = call.id;
    parts.log.error({ error, reference, action: action.name }, 'an action threw');
    const failure = action.risk === 'L0' ? ({ kind: 'internal-error', reference } as const) : unknown;
    return { ran: fail(failure), saysItself: false };
  }
}

/**
 * For a call whose outcome is not known (a crash, a cut connection): asks the service. Found: it happened. `absent`:
 * it surely did not. No way to know: the person is asked. Never a blind retry.
 */
export async function findOut(parts: Parts, call: ToolCallRow, { action, view }: About): Promise<CallOutcome> {
  if (action.risk === 'L0') return { kind: 'absent' };
  const failure = unknownAt(parts, call.connector);
  if (!action.findEarlier) return { kind: 'unknown', failure, because: null };
  const { context, attached } = openContext(parts, { ...call, mode: 'execute', view });
  try {
    const earlier = await action.findEarlier(call.args, context);
    if (!earlier.ok) return { kind: 'unknown', failure, because: earlier.failure };
    if (earlier.value === null) return { kind: 'absent' };
    return { kind: 'happened', output: parseOutput(action, earlier.value), attached };
  } catch (error) {
    parts.log.error({ error, reference: call.id, action: action.name }, 'an action threw while looking for its effect');
    return { kind: 'unknown', failure, because: null };
  }
}

const parseOutput = (action: Action, output: unknown): Json => JsonSchema.parse(action.output.parse(output));

/** The failure as the person reads it, with the name that they know the service by. */
export const unknownAt = ({ tools }: Pick<ExecutorParts, 'tools'>, connector: string) =>
  ({ kind: 'outcome-unknown', service: tools.titleOf(connector) }) as const;
