import type { EventBody } from '#contract/model/event.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { autonomyWords } from '#renderer/words/policies.ts';
import { runStateWords, stepStateWords } from '#renderer/words/states.ts';
import { countOf, dayAndTime } from '#renderer/words/time.ts';

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
      return words(`${runStateWords[body.to]}.`);
    case 'plan.made':
      return words(
        `Made a plan of ${countOf(body.steps.length, 'step', 'steps')}.`,
        ...body.steps.map((step) => step.says),
      );
    case 'plan.answered':
      return words(body.answer.says);
    case 'question.asked':
      return words(`Asked you: “${body.question.says}”`);
    case 'question.answered':
      return words(`You answered: “${body.text}”`);
    case 'step.changed':
      return words(withState(body.says, stepStateWords[body.to]));
    case 'gate.decided':
      return words(
        verdictWords[body.decision.verdict](body.says),
        ...body.decision.because.map((because) => because.says),
      );
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
          : `Tries again later: ${body.says}`,
        `Next try ${dayAndTime(body.until)}. ${failureSentence(body.failure)}`,
      );
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
    case 'undo.intended':
      return words(`Started to take back: ${body.says}`);
    case 'undo.happened':
      return words(`Taken back: ${body.says}`);
    case 'undo.failed':
      return words(`Couldn’t take back: ${body.says}`, failureSentence(body.failure, 'undo'));
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
      return words(`${firedWords[body.why]}: “${body.says}”`);
    case 'automation.missed':
      return words(`Missed: “${body.says}”`, `It was due ${dayAndTime(body.dueAt)}. ${catchUpWords[body.catchUp]}`);
    case 'automation.removed':
      return words(`You removed: “${body.says}”`, 'What it did stays here.');
    case 'automation.restored':
      return words(`You took the removal back: “${body.says}”`);
    case 'pause.set':
      return words(`${scopeWords(body.scope)} paused.`);
    case 'pause.lifted':
      return words(`${scopeWords(body.scope)} let go on.`);
    case 'policy.changed':
      return words(policyWords(body.policyId, body.to));
    case 'integration.changed':
      return words(`${capitalised(body.provider)} was switched ${body.connected ? 'on' : 'off'}.`);
    case 'memory.changed':
      return words(memoryWords[body.change]);
    case 'app.started':
      return words(
        body.recoveredRuns === 0
          ? 'Life OS started.'
          : `Life OS started and took up ${countOf(body.recoveredRuns, 'unfinished request', 'unfinished requests')}.`,
      );
  }
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

const memoryWords = {
  added: 'You added something to your memory.',
  edited: 'You corrected something in your memory.',
  removed: 'You removed something from your memory.',
} as const;

const automationWords = {
  paused: (says: string) => `You paused: “${says}”`,
  resumed: (says: string) => `You let it go on: “${says}”`,
  'catch-up': (says: string) => `You changed what is done about a missed time: “${says}”`,
  'consent-revoked': (says: string) => `You want to be asked again about something in: “${says}”`,
  'missed-answered': (says: string) => `You said what to do about the missed time: “${says}”`,
  'went-off-too-often': (says: string) => `Went off 30 times within an hour, so I paused it: “${says}”`,
} as const;

const firedWords = {
  'on-time': 'Started by itself',
  'caught-up': 'Started by itself, later than it was due',
  happened: 'Started by itself, because of what happened',
  'by-hand': 'You started it now',
} as const;

const catchUpWords = {
  once: 'I do it now, once.',
  skip: 'It is left out, as you wished.',
  ask: 'Say under Automations whether to do it now.',
} as const;

const withState = (says: string, state: string): string => `${says.replace(/\.$/, '')}: ${state.toLowerCase()}`;

function scopeWords(scope: string): string {
  if (scope === 'everything') return 'Everything was';
  return scope.startsWith('connector:') ? `${capitalised(scope.slice('connector:'.length))} was` : 'This request was';
}

function policyWords(policyId: string, to: string): string {
  const level = Object.entries(autonomyWords).find(([name]) => name === to);
  if (level) return `You chose “${level[1].title}”.`;
  if (policyId.includes('first-week')) {
    return to === 'true' || to === 'on'
      ? 'You switched the careful first week on.'
      : 'You switched the careful first week off.';
  }
  return 'You changed one of your rules.';
}
