import { type ActionName, connectorOf } from '#contract/model/action-name.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';

const says = sentence(copy.honest.switchedOff, 'connector');
const saysOfPart = sentence(copy.honest.switchedOffPart, 'connector');
const CONNECTORS: Readonly<Record<string, string>> = copy.connectors;

/** What is said of something that was understood, and whose connector is switched off. */
export function switchedOff(action: ActionName): Reading {
  const connector = CONNECTORS[connectorOf(action)] ?? connectorOf(action);
  const answer = {
    reason: 'refused',
    says: says({ connector }),
    ofPart: saysOfPart({ connector }),
    examples: [],
  } as const;
  return { kind: 'cannot', answer };
}
