import { t } from '#contract/language/t.ts';
import type { EventKind } from '#contract/model/event.ts';

export const timelineWords = {
  title: t`Timeline`,
  intro: t`Everything that was asked, decided, done and taken back, as it happens.`,
  filters: t`What to show`,
  all: t`Everything`,
  done: t`Done`,
  asked: t`Your OKs`,
  reminders: t`Reminders`,
  settings: t`Settings`,
  detail: t`Every detail`,
  whyThis: t`Why this?`,
  list: t`Timeline`,
  loading: t`Reading the timeline…`,
  emptyTitle: t`Nothing has happened yet`,
  emptySays: t`As soon as you ask for something, every step of it stands here.`,
  emptyFilterTitle: t`Nothing of this kind yet`,
  emptyFilterSays: t`Choose another kind to see the rest of the timeline.`,
  search: t`Find`,
  searching: t`Looking through the timeline…`,
  upTo: t`Up to the day`,
  backToNow: t`Back to now`,
  notFoundTitle: (words: string) => t`Nothing says “${words}”`,
  notFoundSays: t`Try fewer or other words. All of the timeline was looked through.`,
  saveDay: t`Save this day as text`,
  request: t`A request`,
} as const;

/** What a row of the timeline shows at a glance. */
export const markOf: Readonly<
  Record<
    EventKind,
    | 'said'
    | 'note'
    | 'question'
    | 'asks'
    | 'done'
    | 'working'
    | 'failed'
    | 'unsure'
    | 'undone'
    | 'reminder'
    | 'missed'
    | 'paused'
    | 'resumed'
    | 'setting'
  >
> = {
  'task.submitted': 'said',
  'run.changed': 'note',
  'plan.made': 'note',
  'plan.answered': 'note',
  'question.asked': 'question',
  'question.answered': 'said',
  'writing.stopped': 'said',
  'arguments.settled': 'note',
  'step.changed': 'note',
  'gate.decided': 'note',
  'conflict.found': 'asks',
  'approval.asked': 'asks',
  'approval.answered': 'said',
  'effect.intended': 'working',
  'effect.happened': 'done',
  'effect.held': 'working',
  'effect.called-off': 'undone',
  'effect.rehearsed': 'note',
  'step.delayed': 'working',
  'step.drafted': 'note',
  'step.given-up': 'failed',
  'dead-letter.answered': 'said',
  'service.failing': 'failed',
  'service.back': 'resumed',
  'effect.failed': 'failed',
  'effect.unknown': 'unsure',
  'effect.settled': 'said',
  'run.compensated': 'undone',
  'run.left': 'note',
  'undo.requested': 'note',
  'undo.waits': 'asks',
  'undo.ended': 'note',
  'undo.intended': 'working',
  'undo.happened': 'undone',
  'undo.failed': 'failed',
  'undo.asked': 'asks',
  'undo.answered': 'said',
  'redo.intended': 'working',
  'redo.happened': 'done',
  'redo.failed': 'failed',
  'reminder.fired': 'reminder',
  'reminder.missed': 'missed',
  'automation.created': 'setting',
  'automation.changed': 'setting',
  'automation.fired': 'working',
  'automation.missed': 'missed',
  'access.given': 'setting',
  'access.revoked': 'setting',
  'automation.removed': 'setting',
  'automation.restored': 'setting',
  'pause.set': 'paused',
  'pause.lifted': 'resumed',
  'suspicion.raised': 'unsure',
  'suspicion.confirmed': 'said',
  'rule.added': 'setting',
  'rule.ended': 'setting',
  'rule.set-aside': 'setting',
  'rule.back': 'setting',
  'suggestion.refused': 'setting',
  'model.doubted': 'unsure',
  'model.relied-on': 'resumed',
  'models.changed': 'setting',
  'policy.changed': 'setting',
  'integration.changed': 'setting',
  'language.changed': 'setting',
  'onboarding.changed': 'setting',
  'tool.described': 'setting',
  'tools.changed': 'unsure',
  'memory.changed': 'setting',
  'storage.restored': 'missed',
  'storage.damaged': 'missed',
  'app.started': 'note',
};
