import type { DecisionFacts } from '#contract/model/decision-facts.ts';
import type { Question } from '#policies/facts.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

/** What a decision was made from, without what is usual, so that every decision can keep it. */
export function factsForTheLog(question: Question): DecisionFacts {
  const { effect, domain, confidence, automation, autonomy, firstWeek, paused, shadow, role, known, approved } =
    question;
  const { kind, audience, reversible, recipients, money } = effect;
  const { sinks, circumstances, replanned, foreignPlan } = question;
  return {
    tier: raisedRisk(question),
    effect: {
      kind,
      audience,
      reversible,
      ...(recipients.length > 0 && { recipients: [...recipients] }),
      ...(money && { money }),
    },
    level: autonomy,
    role,
    ...(domain !== 'everyday' && { domain }),
    ...(confidence !== 1 && { confidence }),
    ...(automation !== null && { automation }),
    ...(firstWeek && { firstWeek }),
    ...(paused && { paused }),
    ...(shadow && { shadow }),
    ...(!known && { unknown: true }),
    ...(replanned && { replanned }),
    ...(foreignPlan && { foreignPlan }),
    ...(approved && { approved }),
    ...(sinks.length > 0 && { origins: Object.fromEntries(sinks.map(({ path, provenance }) => [path, provenance])) }),
    ...(Object.keys(circumstances).length > 0 && { circumstances }),
  };
}
