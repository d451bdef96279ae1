import type { RunDetail } from '#contract/api/workflows.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { Step } from '#contract/model/run.ts';
import type { UndoState } from '#contract/model/undo.ts';

const undo = (state: UndoState): Step['undo'] => ({
  state,
  available: state === 'none',
  redo: state === 'undone',
  until: null,
  whyNot: null,
  builtOn: 0,
  question: null,
  failure: null,
});

type Told = Partial<Omit<Step, 'undo'>> & { readonly undo?: UndoState };

const step = (id: string, name: string, dependsOn: string[], { undo: undone = 'none', ...told }: Told): Step => ({
  id,
  runId: 'sample',
  name,
  action: 'calendar.create-event',
  dependsOn,
  state: 'succeeded',
  risk: 'L2',
  attempt: 1,
  waits: null,
  deadLetterId: null,
  decision: {
    verdict: 'allow',
    because: [{ rule: 'my-own-calendar', says: 'You let me change your own calendar.' }],
    notify: false,
  },
  approvalId: null,
  report: null,
  fromOthers: [],
  drafted: [],
  failure: null,
  undo: undo(undone),
  ...told,
});

const at = '2026-11-27T09:00:00.000Z';
const card: Approval['card'] = {
  title: 'Pay 42.60 EUR to River Power',
  risk: 'L3',
  effect: {
    kind: 'payment',
    audience: 'known',
    recipients: ['River Power'],
    money: { minor: 4260, currency: 'EUR' },
    reversible: 'no',
  },
  differences: [{ label: 'Balance', before: '900.00 EUR', after: '857.40 EUR' }],
  values: [
    { path: '/amount', label: 'Amount', value: '42.60 EUR', provenance: ['outside:mail/invoice-204'] },
    { path: '/to', label: 'To', value: 'River Power', provenance: ['person'] },
  ],
  undo: 'It can’t be undone.',
};

type SampleRun = Pick<RunDetail, 'steps' | 'approvals' | 'state' | 'shadow' | 'paused'>;
const run: Omit<SampleRun, 'steps'> = { approvals: [], state: 'completed', shadow: false, paused: false };

/** A plan with two ways that come together: what was paid asked before. */
export const doneRun: SampleRun = {
  ...run,
  approvals: [
    {
      id: 'sample',
      runId: 'sample',
      stepId: 'pay',
      digest: 'sample',
      card,
      reason: [],
      status: 'approved',
      decidedBy: 'you',
      decidedAt: at,
      notes: null,
      choice: null,
      createdAt: at,
      expiresAt: at,
    },
  ],
  steps: [
    step('find', 'Find the invoice of River Power', [], { risk: 'L0' }),
    step('look', 'Look at what is in the account', [], { risk: 'L0' }),
    step('pay', 'Pay 42.60 EUR to River Power', ['find', 'look'], {
      risk: 'L3',
      decision: {
        verdict: 'ask',
        because: [{ rule: 'money-needs-you', says: 'Money never leaves without you.' }],
        notify: true,
      },
    }),
    step('file', 'Put the invoice under “Bills”', ['find'], { undo: 'undone' }),
    step('note', 'Note the payment in your budget', ['pay'], {}),
  ],
};

/** The same plan while it goes on. */
export const goingRun: SampleRun = {
  ...doneRun,
  state: 'executing',
  steps: doneRun.steps.map(
    (one): Step =>
      one.id === 'pay'
        ? { ...one, state: 'running' }
        : one.id === 'note' || one.id === 'file'
          ? { ...one, state: 'pending', undo: undo('none') }
          : one,
  ),
};

/** One step did not work, and what waited for it was left out. */
export const failedRun: SampleRun = {
  ...doneRun,
  state: 'failed',
  steps: doneRun.steps.map(
    (one): Step =>
      one.id === 'pay'
        ? { ...one, state: 'failed', failure: { kind: 'unreachable', service: 'River Power' } }
        : one.id === 'note'
          ? { ...one, state: 'skipped' }
          : one,
  ),
};

/** It waits for a yes. */
export const askingRun: SampleRun = {
  ...doneRun,
  state: 'waiting_approval',
  steps: doneRun.steps.map(
    (one): Step =>
      one.id === 'pay'
        ? { ...one, state: 'blocked' }
        : one.id === 'note' || one.id === 'file'
          ? { ...one, state: 'pending', undo: undo('none') }
          : one,
  ),
};

/** As many steps as a plan may have, twelve of them in each layer. */
export const longRun: SampleRun = {
  ...run,
  steps: Array.from({ length: 500 }, (_each, at) =>
    step(
      `step-${at}`,
      `Step ${at + 1} of a long plan`,
      at < 12 ? [] : [`step-${at - 12}`, ...(at % 3 === 0 ? [`step-${at - 11}`] : [])],
      at > 300 ? { state: 'pending' } : {},
    ),
  ),
};
