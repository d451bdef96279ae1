import { saidIn } from '#contract/language/said-in.ts';
import type { Slots } from '#contract/model/understanding.ts';
import type { Judgement } from '#main/understanding/classify/judge.ts';
import english from '#resources/understanding/questions.json' with { type: 'json' };

const pack = saidIn(english);

/** Below this much confidence it is asked what is meant. */
export const SURE_ENOUGH = 0.4;

type Known = { readonly slots: Slots; readonly hasTime: boolean; readonly hasAmount: boolean };

const NEEDS: Readonly<Record<string, { readonly slot: string; readonly says: string }>> = pack.needs;
const OPERATIONS: Readonly<Record<string, string>> = pack.operations;
const OBJECTS: Readonly<Record<string, string>> = pack.objects;

/** The one short question to ask back, or null where it is clear enough. */
export function questionFor(judged: Judgement, known: Known): string | null {
  if (judged.domain === 'out-of-scope') return pack.outOfScope;
  if (judged.domain === 'conversation') return null;
  if (judged.confidence < SURE_ENOUGH && judged.runnerUp.intent !== judged.intent) {
    const [one, other] = [say(judged.intent), say(judged.runnerUp.intent)];
    return one === other ? null : pack.unsure.replace('{one}', one).replace('{other}', other);
  }
  const need = NEEDS[judged.intent];
  return need === undefined || isThere(need.slot, known) ? null : need.says;
}

function isThere(slot: string, { slots, hasTime, hasAmount }: Known): boolean {
  switch (slot) {
    case 'time':
      return hasTime;
    case 'time-or-shift':
      return hasTime || slots.shift !== undefined;
    case 'people':
      return slots.people !== undefined;
    case 'items-or-list':
      return slots.items !== undefined || slots.list !== undefined;
    case 'amount':
      return hasAmount;
    default:
      return true;
  }
}

/** `calendar.create` as “set up an event”. */
function say(intent: string): string {
  const [object = '', operation = ''] = intent.split('.');
  const thing = OBJECTS[object] ?? `${/^[aeiou]/.test(object) ? 'an' : 'a'} ${object.replaceAll('-', ' ')}`;
  return `${OPERATIONS[operation] ?? operation} ${thing}`;
}
