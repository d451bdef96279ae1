import type { Models } from '#contract/api/models.ts';
import { t } from '#contract/language/t.ts';
import type { ModelCall, ModelCost, ModelOutcome, ModelPurpose } from '#contract/model/model-call.ts';
import { dayAndTime, moneyOf } from '#renderer/words/time.ts';

export const modelsWords = {
  title: t`Language models`,
  intro: t`Most sentences are understood here, without a model. One can help with the others and write drafts. What other people wrote is read by none that is not on this computer, and whatever one plans passes the same rules.`,
  onComputer: t`On this computer`,
  use: (title: string) => t`Use ${title}`,
  enterKey: t`Enter a key`,
  changeKey: t`Change the key`,
  takeKeyAway: t`Take the key away`,
  key: (title: string) => t`Key of ${title}`,
  keyNote: t`It is kept where your passwords are, and never shown again.`,
  saveKey: t`Keep the key`,
  back: t`Back`,
  budget: (currency: string) => t`Most that models may cost in a day, in ${currency}`,
  budgetForm: t`What models may cost`,
  saveBudget: t`Save the limit`,
  badAmount: t`Write an amount of money. Nothing was changed.`,
  staysHere: t`Stays on this computer`,
  staysHereNote: t`About these only a model on this computer is asked. Without one they are planned without a model.`,
  sent: t`What was sent to models`,
  nothingSent: t`Nothing yet.`,
  given: t`What it was given`,
  answered: t`What it answered`,
  forgotten: t`The text of this call is forgotten already.`,
} as const;

/** `Today: $0.02 of $1.00` */
export const spentToday = ({ spentToday: spent, settings: { budget } }: Models): string =>
  t`Today: ${costWords(spent)} of ${costWords({ millionths: budget.perDay * 1_000_000, currency: budget.currency })}.`;

const MINOR = 1_000_000;

/** A call seldom costs a whole cent, so a little is not called nothing. */
export function costWords({ millionths, currency }: ModelCost): string {
  const minor = millionths / MINOR;
  return minor > 0 && minor < 1 ? t`less than ${moneyOf({ minor: 1, currency })}` : moneyOf({ minor, currency });
}

const purposes: Readonly<Record<ModelPurpose, string>> = {
  plan: t`To plan`,
  arguments: t`To fill in details`,
  read: t`To read what somebody wrote`,
  write: t`To write a draft`,
  validate: t`To look at a plan again`,
  'try-out': t`To try it out`,
  listen: t`To write down what you say`,
  embed: t`To find things again`,
};

const outcomes: Readonly<Record<ModelOutcome, string>> = {
  answered: t`answered`,
  invalid: t`its answer could not be used`,
  refused: t`it would not answer`,
  failed: t`it did not answer`,
  stopped: t`stopped, nobody waited for it any more`,
  'no-budget': t`not asked, the limit is reached`,
  interrupted: t`the app ended meanwhile`,
};

export const callTitle = ({ purpose, model, at }: ModelCall): string =>
  `${purposes[purpose]}: ${model}, ${dayAndTime(at)}`;

export const callDetail = ({ outcome, cost, left }: ModelCall): string =>
  [
    left ? t`Left this computer` : t`Stayed on this computer`,
    outcome === null ? t`is being answered` : outcomes[outcome],
    costWords(cost),
  ].join(' · ');
