import { saidIn } from '#contract/language/said-in.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/bank.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const PAY = loadPhrases(pack.pay, 'what');
const LIST = loadPhrases(pack.list);
const BALANCE = loadPhrases(pack.balance);
const says = { pay: sentence(spoken.pay, 'what'), goalPay: sentence(spoken.goalPay, 'what') };

/** Understood as such only where there is a bank to ask; elsewhere the honest answer stands. */
const hasBank = ({ actions }: Setting): boolean => actions.has('bank.pay-bill');

/** “Pay the electricity bill”. */
export const payBill: Intent = {
  name: 'bank.pay-bill',
  actions: ['bank.pay-bill'],
  read(goal, setting) {
    const match = hasBank(setting) ? matchAny(PAY, goal.tokens, goal.head) : null;
    const what = match && namedThing(goal, setting, match.spans.what);
    if (!what) return null;
    const step = { says: says.pay({ what }), action: 'bank.pay-bill', args: { bill: what } };
    return oneStep(goal, 'pay', what, step, says.goalPay({ what }));
  },
};

/** “Which bills are due?” */
export const listBills: Intent = {
  name: 'bank.list-bills',
  actions: ['bank.list-bills'],
  read(goal, setting) {
    if (!hasBank(setting) || matchAny(LIST, goal.tokens, goal.head) === null) return null;
    const step = { says: spoken.list, action: 'bank.list-bills', args: {} };
    return oneStep(goal, 'list', 'bills', step, spoken.goalList);
  },
};

/** “How much money do I have?” */
export const showBalance: Intent = {
  name: 'bank.show-balance',
  actions: ['bank.show-balance'],
  read(goal, setting) {
    if (!hasBank(setting) || matchAny(BALANCE, goal.tokens, goal.head) === null) return null;
    const step = { says: spoken.balance, action: 'bank.show-balance', args: {} };
    return oneStep(goal, 'show', 'account', step, spoken.goalBalance);
  },
};
