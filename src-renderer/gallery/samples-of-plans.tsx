import { useState } from 'react';
import { PlanGraph } from '#renderer/design/plan-graph.tsx';
import { type GraphStep, StepGraph } from '#renderer/design/step-graph.tsx';
import type { Sample } from '#renderer/gallery/sample.ts';
import { askingRun, doneRun, failedRun, goingRun, longRun } from '#renderer/gallery/sample-run.ts';

/** Pictures of plans. */
export const plans: readonly Sample[] = [
  { name: 'step-graph', states: [{ called: 'two steps, the first one open', shown: <Two /> }] },
  {
    name: 'plan-graph',
    states: [
      { called: 'done, with one step taken back', shown: <PlanGraph run={doneRun} /> },
      { called: 'under way', shown: <PlanGraph run={goingRun} /> },
      { called: 'needs an OK', shown: <PlanGraph run={askingRun} /> },
      { called: 'one step did not work', shown: <PlanGraph run={failedRun} /> },
      { called: 'as many steps as there can be', shown: <PlanGraph run={longRun} /> },
    ],
  },
];

const two: readonly GraphStep[] = [
  {
    id: 'a',
    after: [],
    says: 'Find the invoice',
    order: 'Step 1 of 2.',
    mark: 'done',
    standing: 'Done',
    isTaken: true,
    isTakenBack: false,
  },
  {
    id: 'b',
    after: ['a'],
    says: 'Put it under “Bills”',
    order: 'Step 2 of 2. After “Find the invoice”.',
    mark: 'waiting',
    standing: 'Waiting its turn',
    isTaken: false,
    isTakenBack: false,
  },
];

function Two() {
  const [open, setOpen] = useState<string | null>('a');
  return (
    <StepGraph
      label="Two steps"
      keysSay="Arrow keys go from step to step."
      takenSays="Taken"
      notTakenSays="Not taken"
      steps={two}
      open={open}
      onOpen={setOpen}
    >
      {open === null ? null : `All about step ${open}`}
    </StepGraph>
  );
}
