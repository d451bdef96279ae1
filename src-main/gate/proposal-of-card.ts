import type { Card } from '#contract/model/card.ts';
import { bringsForeignValues } from '#contract/model/origins.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import type { Proposal } from '#main/gate/check.ts';

/** What the rules were told when this card was asked. */
export const proposalOfCard = (step: StepRow, { risk, effect, values }: Card): Proposal => ({
  ...proposalOfStep(step),
  action: step.tool,
  tier: risk,
  effect,
  sinks: values.map(({ path, provenance }) => ({ path, provenance })),
});

/** What a step says of itself, whatever it turned out to do. */
export const proposalOfStep = ({ runId, id, domain, confidence, replanned, args, origins }: StepRow) => ({
  step: { runId, id },
  known: true,
  domain: domain ?? ('everyday' as const),
  confidence,
  replanned,
  foreignPlan: bringsForeignValues(args, origins),
});
