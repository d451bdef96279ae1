/**
 * The idempotency key of a step's effect: the same over every attempt, restart and “do it again”, so
 * that a service which lets us choose the id can never do it twice.
 */
export const callKey = (step: { runId: string; id: string }): string => `${step.runId}.${step.id}`;
