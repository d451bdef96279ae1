import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { countOf } from '#renderer/words/time.ts';

/** What was being tried: it decides what is said not to have happened. */
export type Trying = 'step' | 'undo' | 'redo';

const notDone: Readonly<Record<Trying, string>> = {
  step: t`This was not done.`,
  undo: t`It was not taken back.`,
  redo: t`It was not put back.`,
};

/** What happened, what was not done, and the one next step. */
export function failureSentence(failure: Failure, trying: Trying = 'step'): string {
  const not = notDone[trying];
  switch (failure.kind) {
    case 'invalid-arguments':
      return t`Some details don’t fit: ${sentence(failure.problems.join('; '))} ${not} Say it again with those details changed.`;
    case 'needs-reconnect':
      return failure.because === undefined
        ? t`${capitalised(failure.provider)} is not connected. ${not} Connect it under Integrations, then ask again.`
        : t`${sentence(failure.because)} ${not} Allow it under Integrations, then ask again.`;
    case 'secrets-closed':
      return t`${sentence(failure.because)} ${not} Open it under Integrations, then ask again.`;
    case 'rate-limited':
      return t`Too much was asked in a short time. ${not} Try again in ${waitWords(failure.retryAfterSeconds)}.`;
    case 'unreachable':
      return t`Couldn’t reach ${failure.service}. ${not} Check the connection, then try again.`;
    case 'refused':
      return t`${sentence(failure.because)} ${not} Your rules are under Policies.`;
    case 'unreadable':
      return t`${sentence(failure.because)} ${not} Have a look at it in its own program.`;
    case 'not-found':
      return t`Couldn’t find ${failure.what}. ${not} Check the name and ask again.`;
    case 'changed-since':
      return t`${capitalised(failure.what)} has changed since you saw it. ${not} Have a look at it first.`;
    case 'needs-another-plan':
      return t`${sentence(failure.because)} ${not} A new plan is needed; where there is one, you see it first.`;
    case 'outcome-unknown':
      return t`It isn’t certain whether ${failure.service} did this. It was not tried a second time. Have a look there, then say what happened.`;
    case 'not-undoable':
      return t`${sentence(failure.because)} ${not} You can change it by hand.`;
    case 'internal-error':
      return t`Something went wrong inside Life OS. ${not} Try again; if it happens again, report it with the number ${failure.reference}.`;
  }
}

function waitWords(seconds: number): string {
  if (seconds < 90) return countOf(Math.max(1, Math.ceil(seconds)), 'second', 'seconds');
  return countOf(Math.ceil(seconds / 60), t`minute`, t`minutes`);
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…”]$/.test(trimmed) ? capitalised(trimmed) : `${capitalised(trimmed)}.`;
}
