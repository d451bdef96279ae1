import type { ActionName } from '#contract/model/action-name.ts';
import type { LeftOut, PlannedStep, PlanningOutcome, Question } from '#contract/model/plan.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { NewEvent, Setting } from '#main/planner/intents/setting.ts';

/** A step before its risk is looked up in the catalogue. */
export type StepDraft = Omit<PlannedStep, 'risk'>;

export type Answer = Omit<Extract<PlanningOutcome, { kind: 'answer' }>, 'kind'> & {
  /** What is said instead where other parts of the sentence are planned. */
  readonly ofPart?: string;
};

/** What one goal comes to. */
export type Reading =
  | {
      readonly kind: 'steps';
      readonly steps: readonly StepDraft[];
      /** The goal in a few words, for the line above the plan. */
      readonly goal: string;
      readonly leftOut?: readonly LeftOut[];
      readonly newEvent?: NewEvent;
    }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'cannot'; readonly answer: Answer };

/** One thing that the person can ask for. */
export type Intent = {
  /** `<object>.<operation>`, such as `calendar.create`. */
  readonly name: string;
  /** The actions that its plans are made of. */
  readonly actions: readonly ActionName[];
  /** Null when the goal is about something else. */
  readonly read: (goal: Goal, setting: Setting) => Reading | null;
};
