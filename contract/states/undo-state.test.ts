import { expect, it } from 'vitest';
import { type UndoState, UndoStateSchema } from '#contract/model/undo.ts';
import { isTakenBack, nextUndoState, type UndoSignal } from '#contract/states/undo-state.ts';

const signals: readonly UndoSignal[] = [
  'undo-started',
  'taken-back',
  'redo-started',
  'put-back',
  'changed-since',
  'failed',
  'person-keeps-it',
];

const moves = UndoStateSchema.options.flatMap((from) =>
  signals.flatMap((signal) => {
    const to = nextUndoState(from, signal);
    return to === null ? [] : [{ from, signal, to }];
  }),
);

it('what stands is taken back only through a start, and what was taken back is put back only through one', () => {
  for (const { from, signal, to } of moves) {
    if (isTakenBack(from) === isTakenBack(to)) continue;
    expect([from, signal, to]).toEqual(
      isTakenBack(to) ? ['running', 'taken-back', 'undone'] : ['redoing', 'put-back', 'none'],
    );
  }
});

it('only a start leads to what is out, so that nothing is out twice', () => {
  for (const out of ['running', 'redoing'] as const satisfies readonly UndoState[]) {
    const started = out === 'running' ? 'undo-started' : 'redo-started';
    const ways = moves.filter(({ to }) => to === out);
    expect(ways.every(({ signal }) => signal === started)).toBe(true);
    expect(nextUndoState(out, started)).toBeNull();
  }
});

it('a question is left by an answer, or asked anew', () => {
  for (const asks of ['asks', 'redo-asks'] as const) {
    const left = moves.filter(({ from }) => from === asks).map(({ signal }) => signal);
    expect(left).toContain('person-keeps-it');
  }
});
