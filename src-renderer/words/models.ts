import type { Models } from '#contract/api/models.ts';
import type { ModelCall, ModelCost, ModelOutcome, ModelPurpose } from '#contract/model/model-call.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const modelsWords = {
  title: 'Language models',
  intro:
    'Most sentences are understood here, without a model. One can help with the others and write drafts. What other people wrote is read by none that is not on this computer, and whatever one plans passes the same rules.',
  onComputer: 'On this computer',
  use: (title: string) => `Use ${title}`,
  enterKey: 'Enter a key',
  changeKey: 'Change the key',
  takeKeyAway: 'Take the key away',
  key: (title: string) => `Key of ${title}`,
  keyNote: 'It is kept where your passwords are, and never shown again.',
  saveKey: 'Keep the key',
  back: 'Back',
  budget: (currency: string) => `Most that models may cost in a day, in ${currency}`,
  budgetForm: 'What models may cost',
  saveBudget: 'Save the limit',
  badAmount: 'Write an amount of money. Nothing was changed.',
  staysHere: 'Stays on this computer',
  staysHereNote: 'About these only a model on this computer is asked. Without one they are planned without a model.',
  sent: 'What was sent to models',
  nothingSent: 'Nothing yet.',
  given: 'What it was given',
  answered: 'What it answered',
  forgotten: 'The text of this call is forgotten already.',
} as const;

/** `Today: $0.02 of $1.00` */
export const spentToday = ({ spentToday: spent, settings: { budget } }: Models): string =>
  `Today: ${costWords(spent)} of ${costWords({ millionths: budget.perDay * 1_000_000, currency: budget.currency })}.`;

const MINOR = 1_000_000;

/** A call seldom costs a whole cent, so a little is not called nothing. */
export function costWords({ millionths, currency }: ModelCost): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = millionths / MINOR / 10 ** digits;
  const least = 1 / 10 ** digits;
  return amount > 0 && amount < least ? `less than ${format.format(least)}` : format.format(amount);
}

const purposes: Readonly<Record<ModelPurpose, string>> = {
  plan: 'To plan',
  arguments: 'To fill in details',
  read: 'To read what somebody wrote',
  write: 'To write a draft',
  validate: 'To look at a plan again',
  'try-out': 'To try it out',
  listen: 'To write down what you say',
  embed: 'To find things again',
};

const outcomes: Readonly<Record<ModelOutcome, string>> = {
  answered: 'answered',
  invalid: 'its answer could not be used',
  refused: 'it would not answer',
  failed: 'it did not answer',
  stopped: 'stopped, nobody waited for it any more',
  'no-budget': 'not asked, the limit is reached',
  interrupted: 'the app ended meanwhile',
};

export const callTitle = ({ purpose, model, at }: ModelCall): string =>
  `${purposes[purpose]}: ${model}, ${dayAndTime(at)}`;

export const callDetail = ({ outcome, cost, left }: ModelCall): string =>
  [
    left ? 'Left this computer' : 'Stayed on this computer',
    outcome === null ? 'is being answered' : outcomes[outcome],
    costWords(cost),
  ].join(' · ');
