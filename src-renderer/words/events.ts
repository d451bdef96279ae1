import { t } from '#contract/language/t.ts';
import type { EventBody } from '#contract/model/event.ts';
import { roleWords } from '#renderer/words/access.ts';
import { automationWords, catchUpWords, firedWords } from '#renderer/words/automation-events.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { liftedWords, pausedWords } from '#renderer/words/pause-scope.ts';
import { autonomyWords } from '#renderer/words/policies.ts';
import { restoredWords } from '#renderer/words/restored.ts';
import { standingOf, stepStateWords } from '#renderer/words/states.ts';
import { countOf, dayAndTime, figure } from '#renderer/words/time.ts';
import { doesWords, toolsChangedSentence } from '#renderer/words/tool-servers.ts';
import { questionSentence } from '#renderer/words/undo.ts';
import { writingWords } from '#renderer/words/writing.ts';

export type EventWords = {
  readonly says: string;
  /** Lines under it: what was found, or why. */
  readonly lines: readonly string[];
};

const words = (says: string, ...lines: readonly string[]): EventWords => ({ says, lines });

/** What an entry of the log says to the person. */
export function eventWords(body: EventBody): EventWords {
  switch (body.kind) {
    case 'task.submitted':
      return words(t`You asked: “${body.intent}”`);
    case 'run.changed':
      return words(`${standingOf({ state: body.to, shadow: body.shadow === true })}.`);
    case 'plan.made':
      return words(
        body.because === undefined
          ? t`Made a plan of ${countOf(body.steps.length, t`step`, t`steps`)}.`
          : t`Made a new plan of ${countOf(body.steps.length, t`step`, t`steps`)} in place of the first: ${body.because}`,
        ...body.steps.map((step) => step.says),
      );
    case 'plan.answered':
      return words(body.answer.says);
    case 'question.asked':
      return words(t`Asked you: “${body.question.says}”`);
    case 'question.answered':
      return words(t`You answered: “${body.text}”`);
    case 'writing.stopped':
      return words(writingWords[body.what].stoppedByYou);
    case 'arguments.settled':
      return words(t`Filled in what was left open: ${body.says}`);
    case 'step.changed':
      return words(withState(body.says, stepStateWords[body.to]));
    case 'gate.decided':
      return words(
        verdictWords[body.decision.verdict](body.says),
        ...body.decision.because.map((because) => because.says),
      );
    case 'conflict.found':
      return words(body.says, ...body.choices.map(({ says }) => says));
    case 'approval.asked':
      return words(t`Asked for your OK: ${body.says}`, ...body.because.map((because) => because.says));
    case 'approval.answered':
      return words(approvalWords[body.status](body.says), ...(body.notes === null ? [] : [body.notes]));
    case 'effect.intended':
      return words(t`Started: ${body.says}`);
    case 'effect.held':
      return words(t`Leaves ${dayAndTime(body.until)}: ${body.says}`, t`Until then you can call it off.`);
    case 'effect.called-off':
      return words(t`Called off before it left: ${body.says}`);
    case 'effect.rehearsed':
      return words(t`Only a rehearsal: ${body.report.says}`, ...body.report.lines);
    case 'step.delayed':
      return words(
        body.waitsFor === 'service'
          ? t`Waits until its service is back: ${body.says}`
          : body.waitsFor === 'room'
            ? t`Waits until there is room: ${body.says}`
            : t`Tries again later: ${body.says}`,
        `${t`Next try ${dayAndTime(body.until)}.`}${body.failure === null ? '' : ` ${failureSentence(body.failure)}`}`,
      );
    case 'step.drafted':
      return words(t`Prepared while its service doesn’t answer: ${body.says}`);
    case 'step.given-up':
      return words(
        t`Couldn’t do this after ${countOf(body.tries, t`try`, t`tries`)}: ${body.says}`,
        failureSentence(body.failure),
        t`You can have it tried again, or leave it.`,
      );
    case 'dead-letter.answered':
      return words(body.status === 'replayed' ? t`You had it tried again: ${body.says}` : t`You left it: ${body.says}`);
    case 'service.failing':
      return words(
        t`${body.title} doesn’t answer. Nothing more is sent to it for now.`,
        t`It is tried again ${dayAndTime(body.until)}. What needs it is prepared and waits.`,
      );
    case 'service.back':
      return words(
        t`${body.title} is back. It didn’t answer since ${dayAndTime(body.since)}.`,
        body.delayed === 0
          ? t`Nothing had to wait.`
          : body.delayed === 1
            ? t`1 step that waited now goes on.`
            : t`${figure(body.delayed)} steps that waited now go on.`,
      );
    case 'effect.happened':
      return words(body.report.says, ...body.report.lines);
    case 'effect.failed':
      return words(t`Didn’t work: ${body.says}`, failureSentence(body.failure));
    case 'effect.unknown':
      return words(t`Not certain whether this happened: ${body.says}`);
    case 'effect.settled':
      return words(
        body.happened ? t`You said that it happened: ${body.says}` : t`You said that it didn’t happen: ${body.says}`,
      );
    case 'run.compensated':
      return words(compensatedWords(body.undone.length, body.kept.length), ...body.kept);
    case 'run.left':
      return words(t`One step didn’t work. What was done before it stands:`, ...body.stands);
    case 'undo.requested':
      return words(
        body.reason === 'asked'
          ? t`You asked to take back ${countOf(body.says.length, t`thing`, t`things`)}.`
          : body.says.length === 1
            ? t`One step didn’t work, so 1 thing is taken back.`
            : t`One step didn’t work, so ${figure(body.says.length)} things are taken back.`,
        ...body.says,
      );
    case 'undo.waits':
      return words(t`Waits for your answer to ${countOf(body.questions, t`question`, t`questions`)}.`);
    case 'undo.ended':
      return words(t`Taken back: ${body.undone}. Left: ${body.kept}.`);
    case 'undo.intended':
      return words(t`Started to take back: ${body.says}`);
    case 'undo.happened':
      return words(t`Taken back: ${body.says}`);
    case 'undo.failed':
      return words(t`Couldn’t take back: ${body.says}`, failureSentence(body.failure, 'undo'));
    case 'undo.asked':
      return words(t`Asked you about: ${body.says}`, questionSentence(body.question));
    case 'undo.answered':
      return words(
        body.choice === 'keep' ? t`You left it as it is: ${body.says}` : t`You said to do it anyway: ${body.says}`,
      );
    case 'redo.intended':
      return words(t`Started to put back: ${body.says}`);
    case 'redo.happened':
      return words(t`Put back: ${body.says}`);
    case 'redo.failed':
      return words(t`Couldn’t put back: ${body.says}`, failureSentence(body.failure, 'redo'));
    case 'reminder.fired':
      return words(t`Reminder: ${body.message}`);
    case 'reminder.missed':
      return words(
        t`Missed reminder: ${body.message}`,
        t`It was due ${dayAndTime(body.dueAt)}, while Life OS was not running.`,
      );
    case 'automation.created':
      return words(t`You set up: “${body.says}”`);
    case 'automation.changed':
      return words(automationWords[body.change](body.says));
    case 'automation.fired':
      return words(`${firedWords[body.why]}${body.shadow ? t`, only to try it out` : ''}: “${body.says}”`);
    case 'automation.missed':
      return words(t`Missed: “${body.says}”`, t`It was due ${dayAndTime(body.dueAt)}. ${catchUpWords[body.catchUp]}`);
    case 'access.given':
      return words(t`Made a key for “${body.name}”, who ${roleWords[body.role].may}.`);
    case 'access.revoked':
      return words(t`Took the key of “${body.name}” away.`);
    case 'automation.removed':
      return words(t`You removed: “${body.says}”`, t`What it did stays here.`);
    case 'automation.restored':
      return words(t`You took the removal back: “${body.says}”`);
    case 'pause.set':
      return words(pausedWords(body.scope), ...(body.because === undefined ? [] : [body.because]));
    case 'pause.lifted':
      return words(liftedWords(body.scope));
    case 'suspicion.raised':
      return words(t`Life OS paused by itself.`, body.says, ...body.evidence.map(({ says }) => says));
    case 'suspicion.confirmed':
      return words(t`You looked at it and said that it was you.`, body.says);
    case 'rule.added':
      return words(
        t`A new rule of yours: “${body.says}”`,
        ...(body.until === null ? [] : [t`It ends ${dayAndTime(body.until)}.`]),
      );
    case 'rule.ended':
      return words(t`You took a rule away: “${body.says}”`);
    case 'rule.set-aside':
      return words(
        t`You set a rule aside until ${dayAndTime(body.until)}: “${body.says}”`,
        t`You typed: ${body.typed}`,
      );
    case 'rule.back':
      return words(t`In force again: “${body.says}”`);
    case 'suggestion.refused':
      return words(t`You don’t want this to be suggested again: “${body.says}”`);
    case 'model.doubted':
      return words(t`The model ${body.model} is not relied on for now.`, body.says);
    case 'model.relied-on':
    case 'models.changed':
      return words(body.says);
    case 'policy.changed':
      return words(policyWords(body.policyId, body.to));
    case 'integration.changed':
      return words(
        body.connected
          ? t`${capitalised(body.provider)} was switched on.`
          : t`${capitalised(body.provider)} was switched off.`,
      );
    case 'language.changed':
      return words(t`You chose another language.`);
    case 'onboarding.changed':
      return words(onboardingWords[body.change]);
    case 'tool.described':
      return words(
        body.does === null
          ? t`You took back what you had said of “${body.tool}” of ${body.title}.`
          : t`You said what “${body.tool}” of ${body.title} does: ${doesWords[body.does]}.`,
      );
    case 'tools.changed':
      return words(t`Tools of ${body.title} have changed.`, toolsChangedSentence(body.tools));
    case 'memory.changed':
      return words(memoryWords[body.change]);
    case 'storage.restored':
      return words(...restoredWords(body));
    case 'storage.damaged':
      return words(
        t`A part of what is kept here can’t be read.`,
        t`Life OS puts a good backup in place when it starts.`,
      );
    case 'app.started':
      return words(
        body.recoveredRuns === 0
          ? t`Life OS started.`
          : t`Life OS started and took up ${countOf(body.recoveredRuns, t`unfinished request`, t`unfinished requests`)}.`,
      );
  }
}

function compensatedWords(undone: number, kept: number): string {
  const done =
    undone === 1
      ? t`One step didn’t work and half of this makes no sense, so 1 thing was taken back.`
      : t`One step didn’t work and half of this makes no sense, so ${figure(undone)} things were taken back.`;
  return kept === 0 ? done : t`${done} This could not be, and stands:`;
}

const verdictWords = {
  allow: (says: string) => t`May go ahead: ${says}`,
  ask: (says: string) => t`Needs your OK: ${says}`,
  refuse: (says: string) => t`A rule says no: ${says}`,
} as const;

const approvalWords = {
  approved: (says: string) => t`You approved: ${says}`,
  declined: (says: string) => t`You said not now: ${says}`,
  expired: (says: string) => t`Your OK was not given in time: ${says}`,
  overtaken: (says: string) => t`Something changed meanwhile, so the old card no longer counts: ${says}`,
} as const;

const onboardingWords = {
  begun: t`You began to set Life OS up.`,
  finished: t`You set Life OS up.`,
  'put-off': t`You left the rest of setting Life OS up for later.`,
} as const;

const memoryWords = {
  added: t`Something new is remembered.`,
  waits: t`Something that was gathered waits under Memory for your yes.`,
  confirmed: t`You said yes to something that was gathered.`,
  declined: t`You said no to something that was gathered; it is gone.`,
  edited: t`You corrected something in your memory.`,
  corrected: t`You corrected something in your memory.`,
  superseded: t`Something that was remembered no longer counts.`,
  'put-back': t`Something is remembered again.`,
  removed: t`Something was removed from your memory.`,
  expired: t`Something outlived its time and was forgotten.`,
} as const;

const withState = (says: string, state: string): string => `${says.replace(/\.$/, '')}: ${state.toLowerCase()}`;

function policyWords(policyId: string, to: string): string {
  const level = Object.entries(autonomyWords).find(([name]) => name === to);
  if (level) return t`You chose “${level[1].title}”.`;
  if (policyId === 'hold') return t`You changed how long a message waits before it leaves.`;
  if (policyId === 'suspicion') return t`You changed when Life OS pauses by itself.`;
  if (policyId.includes('first-week')) {
    return to === 'true' || to === 'on'
      ? t`You switched the careful first week on.`
      : t`You switched the careful first week off.`;
  }
  return policyId === 'limits' ? t`You changed your limits.` : t`You changed one of your rules.`;
}
