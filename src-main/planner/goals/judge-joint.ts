import type { Joint } from '#main/planner/goals/find-joints.ts';
import type { Opens, PartKind } from '#main/planner/goals/part-kind.ts';

/**
 * What stands before and after a place where a goal may end. What takes a look at all the words before is a
 * function, asked only where it matters, since the words before may be many.
 */
export type Sides = {
  readonly joint: Joint['kind'];
  readonly before: {
    readonly kind: PartKind;
    readonly hasTime: boolean;
    /** Its time stands at its end, so that what it says is over. */
    readonly endsWithTime: boolean;
    readonly isComplete: () => boolean;
    /** Several people or things are taken together, as in “lunch with Tom and Ana”. */
    readonly takesTogether: () => boolean;
    /** A text such as “we should meet”, which “and book lunch on Friday” may go on with. */
    readonly asksOthers: () => boolean;
  };
  readonly after: {
    readonly opens: Opens;
    readonly hasTime: boolean;
    /** It says more than a time. */
    readonly hasWords: boolean;
    readonly startsWithTime: boolean;
    readonly startsWithObject: boolean;
    /** It names the calendar or a list. */
    readonly saysWhere: () => boolean;
  };
};

/** `split` begins a new goal, `inherit` one that takes its verb from the goal before, `merge` goes on. */
export type Verdict = 'split' | 'inherit' | 'merge';

export function judgeJoint({ joint, before, after }: Sides): Verdict {
  if (after.opens === 'always') return 'split';
  const isPlain = joint === 'item' || joint === 'line' || joint === 'stop';
  switch (before.kind) {
    case 'text':
      if (joint === 'item') return 'split';
      if (after.opens === 'made')
        return joint !== 'and' || after.saysWhere() || !before.asksOthers() ? 'split' : 'merge';
      return after.opens === 'soft' && joint !== 'and' ? 'split' : 'merge';
    case 'list':
      if (after.saysWhere() && joint === 'and') return 'inherit';
      return after.opens === 'made' || (after.opens === 'soft' && isPlain) ? 'split' : 'merge';
    case 'reminder':
      if (isPlain) return 'split';
      if (after.opens === 'made') return before.hasTime || joint === 'comma' ? 'split' : 'merge';
      if (after.hasTime && before.hasTime && after.hasWords) return after.opens === 'soft' ? 'split' : 'inherit';
      return after.opens === 'soft' && before.endsWithTime ? 'split' : 'merge';
    case 'cancel':
      if (isPlain || after.opens !== 'no') return 'split';
      return after.startsWithObject && !before.takesTogether() ? 'inherit' : 'merge';
    case 'other':
      if (isPlain) return 'split';
      if (after.opens === 'made' || after.opens === 'soft') return 'split';
      if (after.opens === 'weak') return before.isComplete() ? 'split' : 'merge';
      if (after.saysWhere()) return before.isComplete() ? 'inherit' : 'merge';
      if (joint === 'comma' && before.hasTime && after.startsWithTime && after.hasWords) return 'inherit';
      if (!before.endsWithTime || !after.hasWords) return 'merge';
      return after.hasTime ? 'inherit' : 'split';
  }
}
