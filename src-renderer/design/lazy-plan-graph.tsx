import { lazy, Suspense } from 'react';
import type { RunDetail } from '#contract/api/workflows.ts';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { planGraphWords } from '#renderer/words/plan-graph.ts';

const PlanGraph = lazy(async () => ({ default: (await import('#renderer/design/plan-graph.tsx')).PlanGraph }));

/** The picture of a plan, which comes over the wire when it is first looked at; until then, and for no run, that it comes. */
export function LazyPlanGraph({ run }: { readonly run: RunDetail | null }) {
  return run === null ? (
    <Coming />
  ) : (
    <Suspense fallback={<Coming />}>
      <PlanGraph run={run} />
    </Suspense>
  );
}

function Coming() {
  return (
    <div role="status">
      <Unseen>{planGraphWords.loading}</Unseen>
      <Skeleton lines={3} />
    </div>
  );
}
