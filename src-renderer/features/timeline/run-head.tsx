import { Workflow } from 'lucide-react';
import { useId, useState } from 'react';
import { hrefOf } from '#renderer/client/address.ts';
import { useRun } from '#renderer/client/runs.ts';
import { Button } from '#renderer/design/button.tsx';
import { LazyPlanGraph } from '#renderer/design/lazy-plan-graph.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { StoryHead } from '#renderer/design/story.tsx';
import { shortSaying } from '#renderer/words/command-center.ts';
import { planGraphWords } from '#renderer/words/plan-graph.ts';
import { timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type RunHeadProps = { readonly runId: string; readonly intent: string | null; readonly steps: number };

/** A request as the head of its lines, with the way through its plan to open where there was more than one step. */
export function RunHead({ runId, intent, steps }: RunHeadProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <StoryHead
      id={id}
      href={hrefOf({ screen: 'run', runId })}
      action={
        steps > 1 ? (
          <Button look="bare" icon={Workflow} describedBy={id} onPress={() => setOpen((before) => !before)}>
            {isOpen ? planGraphWords.hide : planGraphWords.show}
          </Button>
        ) : null
      }
      below={isOpen ? <PlanOf runId={runId} /> : null}
    >
      {intent === null ? <IntentOf runId={runId} /> : shortSaying(intent)}
    </StoryHead>
  );
}

function PlanOf({ runId }: { readonly runId: string }) {
  const { detail: run, trouble } = useRun(runId);
  return run === null && trouble ? (
    <Notice tone="danger">{troubleSentence(trouble)}</Notice>
  ) : (
    <LazyPlanGraph run={run} />
  );
}

/** The sentence of a request whose beginning lies further back than what is read. */
function IntentOf({ runId }: { readonly runId: string }) {
  const intent = useRun(runId).detail?.intent;
  return intent === undefined ? timelineWords.request : shortSaying(intent);
}
