import type { EventBody } from '#contract/model/event.ts';
import { roleWords } from '#renderer/words/access.ts';
import { automationWords, catchUpWords, firedWords } from '#renderer/words/automation-events.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { autonomyWords } from '#renderer/words/policies.ts';
import { standingOf, stepStateWords } from '#renderer/words/states.ts';
import { countOf, dayAndTime } from '#renderer/words/time.ts';
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
      return words(`You asked: “${body.intent}”`);
    case 'run.changed':
      return words(`${standingOf({ state: body.to, shadow: body.shadow === true })}.`);
    case 'plan.made':
      return words(
        body.because === undefined
          ? `Made a plan of ${countOf(body.steps.length, 'step', 'steps')}.`
          : `Made a new plan of ${countOf(body.steps.length, 'step', 'steps')} in place of the first: ${body.because}`,
        ...body.steps.map((step) => step.says),
      );
    case 'plan.answered':
      return words(body.answer.says);
    case 'question.asked':
      return words(`Asked you: “${body.question.says}”`);
    case 'question.answered':
      return words(`You answered: “${body.text}”`);
    case 'writing.stopped':
      return words(writingWords[body.what].stoppedByYou);
    case 'arguments.settled':
      return words(`Filled in what was left open: ${body.says}`);
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
      return words(`Asked for your OK: ${body.says}`, ...body.because.map((because) => because.says));
    case 'approval.answered':
      return words(approvalWords[body.status](body.says), ...(body.notes === null ? [] : [body.notes]));
    case 'effect.intended':
      return words(`Started: ${body.says}`);
    case 'effect.held':
      return words(`Leaves ${dayAndTime(body.until)}: ${body.says}`, 'Until then you can call it off.');
    case 'effect.called-off':
      return words(`Called off before it left: ${body.says}`);
    case 'effect.rehearsed':
      return words(`Only a rehearsal: ${body.report.says}`, ...body.report.lines);
    case 'step.delayed':
      return words(
        body.waitsFor === 'service'
          ? `Waits until its service is back: ${body.says}`
          : body.waitsFor === 'room'
            ? `Waits until there is room: ${body.says}`
            : `Tries again later: ${body.says}`,
        `Next try ${dayAndTime(body.until)}.${body.failure === null ? '' : ` ${failureSentence(body.failure)}`}`,
      );
    case 'step.drafted':
      return words(`Prepared while its service doesn’t answer: ${body.says}`);
    case 'step.given-up':
      return words(
        `Couldn’t do this after ${countOf(body.tries, 'try', 'tries')}: ${body.says}`,
        failureSentence(body.failure),
        'You can have it tried again, or leave it.',
      );
    case 'dead-letter.answered':
      return words(body.status === 'replayed' ? `You had it tried again: ${body.says}` : `You left it: ${body.says}`);
    case 'service.failing':
      return words(
        `${body.title} doesn’t answer. Nothing more is sent to it for now.`,
        `It is tried again ${dayAndTime(body.until)}. What needs it is prepared and waits.`,
      );
    case 'service.back':
      return words(
        `${body.title} is back. It didn’t answer since ${dayAndTime(body.since)}.`,
        body.delayed === 0
          ? 'Nothing had to wait.'
          : `${countOf(body.delayed, 'step', 'steps')} that waited now go on.`,
      );
    case 'effect.happened':
      return words(body.report.says, ...body.report.lines);
    case 'effect.failed':
      return words(`Didn’t work: ${body.says}`, failureSentence(body.failure));
    case 'effect.unknown':
      return words(`Not certain whether this happened: ${body.says}`);
    case 'effect.settled':
      return words(
        body.happened ? `You said that it happened: ${body.says}` : `You said that it didn’t happen: ${body.says}`,
      );
    case 'run.compensated':
      return words(compensatedWords(body.undone.length, body.kept.length), ...body.kept);
    case 'run.left':
      return words('One step didn’t work. What was done before it stands:', ...body.stands);
    case 'undo.requested':
      return words(
        body.reason === 'asked'
          ? `You asked to take back ${countOf(body.says.length, 'thing', 'things')}.`
          : `One step didn’t work, so ${countOf(body.says.length, 'thing is', 'things are')} taken back.`,
        ...body.says,
      );
    case 'undo.waits':
      return words(`Waits for your answer to ${countOf(body.questions, 'question', 'questions')}.`);
    case 'undo.ended':
      return words(`Taken back: ${body.undone}. Left: ${body.kept}.`);
    case 'undo.intended':
      return words(`Started to take back: ${body.says}`);
    case 'undo.happened':
      return words(`Taken back: ${body.says}`);
    case 'undo.failed':
      return words(`Couldn’t take back: ${body.says}`, failureSentence(body.failure, 'undo'));
    case 'undo.asked':
      return words(`Asked you about: ${body.says}`, questionSentence(body.question));
    case 'undo.answered':
      return words(
        body.choice === 'keep' ? `You left it as it is: ${body.says}` : `You said to do it anyway: ${body.says}`,
      );
    case 'redo.intended':
      return words(`Started to put back: ${body.says}`);
    case 'redo.happened':
      return words(`Put back: ${body.says}`);
    case 'redo.failed':
      return words(`Couldn’t put back: ${body.says}`, failureSentence(body.failure, 'redo'));
    case 'reminder.fired':
      return words(`Reminder: ${body.message}`);
    case 'reminder.missed':
      return words(
        `Missed reminder: ${body.message}`,
        `It was due ${dayAndTime(body.dueAt)}, while Life OS was not running.`,
      );
    case 'automation.created':
      return words(`You set up: “${body.says}”`);
    case 'automation.changed':
      return words(automationWords[body.change](body.says));
    case 'automation.fired':
      return words(`${firedWords[body.why]}${body.shadow ? ', only to try it out' : ''}: “${body.says}”`);
    case 'automation.missed':
      return words(`Missed: “${body.says}”`, `It was due ${dayAndTime(body.dueAt)}. ${catchUpWords[body.catchUp]}`);
    case 'access.given':
      return words(`Made a key for “${body.name}”, who ${roleWords[body.role].may}.`);
    case 'access.revoked':
      return words(`Took the key of “${body.name}” away.`);
    case 'automation.removed':
      return words(`You removed: “${body.says}”`, 'What it did stays here.');
    case 'automation.restored':
      return words(`You took the removal back: “${body.says}”`);
    case 'pause.set':
      return words(`${scopeWords(body.scope)} paused.`, ...(body.because === undefined ? [] : [body.because]));
    case 'pause.lifted':
      return words(`${scopeWords(body.scope)} let go on.`);
    case 'suspicion.raised':
      return words('Life OS paused by itself.', body.says, ...body.evidence.map(({ says }) => says));
    case 'suspicion.confirmed':
      return words('You looked at it and said that it was you.', body.says);
    case 'rule.added':
      return words(
        `A new rule of yours: “${body.says}”`,
        ...(body.until === null ? [] : [`It ends ${dayAndTime(body.until)}.`]),
      );
    case 'rule.ended':
      return words(`You took a rule away: “${body.says}”`);
    case 'rule.set-aside':
      return words(`You set a rule aside until ${dayAndTime(body.until)}: “${body.says}”`, `You typed: ${body.typed}`);
    case 'rule.back':
      return words(`In force again: “${body.says}”`);
    case 'suggestion.refused':
      return words(`You don’t want this to be suggested again: “${body.says}”`);
    case 'model.doubted':
      return words(`The model ${body.model} is not relied on for now.`, body.says);
    case 'model.relied-on':
    case 'models.changed':
      return words(body.says);
    case 'policy.changed':
      return words(policyWords(body.policyId, body.to));
    case 'integration.changed':
      return words(`${capitalised(body.provider)} was switched ${body.connected ? 'on' : 'off'}.`);
    case 'onboarding.changed':
      return words(onboardingWords[body.change]);
    case 'tool.described':
      return words(
        body.does === null
          ? `You took back what you had said of “${body.tool}” of ${body.title}.`
          : `You said what “${body.tool}” of ${body.title} does: ${doesWords[body.does]}.`,
      );
    case 'tools.changed':
      return words(`Tools of ${body.title} have changed.`, toolsChangedSentence(body.tools));
    case 'memory.changed':
      return words(memoryWords[body.change]);
    case 'storage.restored':
      return words(...restoredWords(body));
    case 'storage.damaged':
      return words('A part of what is kept here can’t be read.', 'Life OS puts a good backup in place when it starts.');
    case 'app.started':
      return words(
        body.recoveredRuns === 0
          ? 'Life OS started.'
          : `Life OS started and took up ${countOf(body.recoveredRuns, 'unfinished request', 'unfinished requests')}.`,
      );
  }
}

function compensatedWords(undone: number, kept: number): string {
  const done = `One step didn’t work and half of this makes no sense, so ${countOf(undone, 'thing was', 'things were')} taken back.`;
  return kept === 0 ? done : `${done} This could not be, and stands:`;
}

function restoredWords(body: Extract<EventBody, { kind: 'storage.restored' }>): [string, ...string[]] {
  const kept = body.damagedKept === null ? [] : [`The damaged files are kept in ${body.damagedKept}.`];
  if (body.from === 'nothing') return ['What was kept here was damaged, and there was no good backup.', ...kept];
  const from = body.from === 'backup' ? 'A backup' : 'What could be read';
  return [
    `${from} was put in place${body.backupOf === null ? '' : `: things stand as on ${dayAndTime(body.backupOf)}`}.`,
    'What was done after that is done, but isn’t listed here.',
    ...kept,
  ];
}

const verdictWords = {
  allow: (says: string) => `May go ahead: ${says}`,
  ask: (says: string) => `Needs your OK: ${says}`,
  refuse: (says: string) => `A rule says no: ${says}`,
} as const;

const approvalWords = {
  approved: (says: string) => `You approved: ${says}`,
  declined: (says: string) => `You said not now: ${says}`,
  expired: (says: string) => `Your OK was not given in time: ${says}`,
  overtaken: (says: string) => `Something changed meanwhile, so the old card no longer counts: ${says}`,
} as const;

const onboardingWords = {
  begun: 'You began to set Life OS up.',
  finished: 'You set Life OS up.',
  'put-off': 'You left the rest of setting Life OS up for later.',
} as const;

const memoryWords = {
  added: 'Something new is remembered.',
  waits: 'Something that was gathered waits under Memory for your yes.',
  confirmed: 'You said yes to something that was gathered.',
  declined: 'You said no to something that was gathered; it is gone.',
  edited: 'You corrected something in your memory.',
  corrected: 'You corrected something in your memory.',
  superseded: 'Something that was remembered no longer counts.',
  'put-back': 'Something is remembered again.',
  removed: 'Something was removed from your memory.',
  expired: 'Something outlived its time and was forgotten.',
} as const;

const withState = (says: string, state: string): string => `${says.replace(/\.$/, '')}: ${state.toLowerCase()}`;

function scopeWords(scope: string): string {
  const [kind = '', name = ''] = scope.split(/:(.*)/s);
  if (kind === 'everything') return 'Everything was';
  if (kind === 'connector' || kind === 'domain') return `${capitalised(name.replaceAll('-', ' '))} was`;
  return kind === 'automation' ? 'An automation was' : 'This request was';
}

function policyWords(policyId: string, to: string): string {
  const level = Object.entries(autonomyWords).find(([name]) => name === to);
  if (level) return `You chose “${level[1].title}”.`;
  if (policyId === 'hold') return 'You changed how long a message waits before it leaves.';
  if (policyId === 'suspicion') return 'You changed when Life OS pauses by itself.';
  if (policyId.includes('first-week')) {
    return to === 'true' || to === 'on'
      ? 'You switched the careful first week on.'
      : 'You switched the careful first week off.';
  }
  return policyId === 'limits' ? 'You changed your limits.' : 'You changed one of your rules.';
}
