import { saidIn } from '#contract/language/said-in.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { homeOf, isAboutSomebody, isPerson, whoIsMeant } from '#main/planner/intents/contacts/called.ts';
import { type WaysSaid, waysIn, waysSaid } from '#main/planner/intents/contacts/ways-said.ts';
import type { Intent, StepDraft } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const ADD = loadPhrases(pack.add, 'who');
const SAVE_AS = loadPhrases(pack.saveAs, 'way', 'who');
const DELETE = loadPhrases(pack.delete, 'who');
const CHANGE = loadPhrases(pack.change, 'who', 'way');
const ADD_TO = loadPhrases(pack.addTo, 'who', 'way');
const IMPORT = loadPhrases(pack.import, 'file');
const HERE = loadPhrases(pack.importHere);
const adds = sentence(spoken.add, 'who');
const goalAdds = sentence(spoken.goalAdd, 'who');
const deletes = sentence(spoken.delete, 'who');
const goalDeletes = sentence(spoken.goalDelete, 'who');
const changes = sentence(spoken.change, 'who');
const goalChanges = sentence(spoken.goalChange, 'who');
const imports = sentence(spoken.import, 'file');
const goalImports = sentence(spoken.goalImport, 'file');
const asksWay = sentence(spoken.asksWay, 'who');

/** A step that adds somebody as the person said it. */
export function addingStep(goal: Goal, setting: Setting, { name, emails, phones }: WaysSaid): StepDraft {
  const ways: JsonObject = {
    ...(emails.length === 0 ? {} : { emails: [...emails] }),
    ...(phones.length === 0 ? {} : { phones: [...phones] }),
  };
  return {
    id: stepId(goal, 'add', name),
    says: adds({ who: shortened(name, 100) }),
    action: `${homeOf(setting)}.add-contact`,
    args: { name: shortened(name, 200), ...ways },
    dependsOn: [],
  };
}

/** “Add Ana Silva, ana@example.com, to my contacts”, “save ana@example.com as Ana”. */
export const addContact: Intent = {
  name: 'contact.add',
  actions: ['contacts.add-contact'],
  read(goal, setting) {
    const saved = matchAny(SAVE_AS, goal.tokens, goal.head);
    const way = saved?.spans.way && waysSaid(goal, saved.spans.way);
    const who = saved?.spans.who ?? matchAny(ADD, goal.tokens, goal.head)?.spans.who;
    if (saved && (!way || !hasWay(way))) return null;
    if (!who) return null;
    const said = waysSaid(goal, who);
    const answered = waysIn(answersTo(goal, setting, 'what').at(-1) ?? '');
    const contact = { ...(way ?? (hasWay(said) ? said : answered)), name: said.name };
    if (contact.name === '') return null;
    const shown = shortened(contact.name, 60);
    if (!hasWay(contact)) return ask(goal, setting, 'what', asksWay({ who: shown }));
    return { kind: 'steps', steps: [addingStep(goal, setting, contact)], goal: goalAdds({ who: shown }) };
  },
};

/** “Delete Ana from my contacts”. */
export const deleteContact: Intent = {
  name: 'contact.delete',
  actions: ['contacts.delete-contact'],
  read(goal, setting) {
    const span = matchAny(DELETE, goal.tokens, goal.head)?.spans.who;
    if (!span || !isAboutSomebody(goal, setting, nameIn(goal, span))) return null;
    const who = whoIsMeant(goal, setting, nameIn(goal, span));
    if (!isPerson(who)) return who;
    const shown = shortened(who.name, 60);
    const step: StepDraft = {
      id: stepId(goal, 'delete', shown),
      says: deletes({ who: shown }),
      action: `${who.provider}.delete-contact`,
      args: { id: who.id },
      dependsOn: [],
      origins: { '/id': ['contact'] },
    };
    return { kind: 'steps', steps: [step], goal: goalDeletes({ who: shown }) };
  },
};

/** “Change Ana’s email to ana@new.example”, “add the number … to Ana”. */
export const changeContact: Intent = {
  name: 'contact.change',
  actions: ['contacts.change-contact'],
  read(goal, setting) {
    const added = matchAny(ADD_TO, goal.tokens, goal.head);
    const spans = (added ?? matchAny(CHANGE, goal.tokens, goal.head))?.spans;
    const way = spans?.way && waysSaid(goal, spans.way);
    if (!spans?.who || !way || !hasWay(way) || !isAboutSomebody(goal, setting, nameIn(goal, spans.who))) return null;
    const who = whoIsMeant(goal, setting, nameIn(goal, spans.who));
    if (!isPerson(who)) return who;
    const shown = shortened(who.name, 60);
    const [emails, phones] = added ? (['moreEmails', 'morePhones'] as const) : (['emails', 'phones'] as const);
    const step: StepDraft = {
      id: stepId(goal, 'change', shown),
      says: changes({ who: shown }),
      action: `${who.provider}.change-contact`,
      args: {
        id: who.id,
        ...(way.emails.length === 0 ? {} : { [emails]: [...way.emails] }),
        ...(way.phones.length === 0 ? {} : { [phones]: [...way.phones] }),
      },
      dependsOn: [],
      origins: { '/id': ['contact'] },
    };
    return { kind: 'steps', steps: [step], goal: goalChanges({ who: shown }) };
  },
};

/** “Take in the contacts from the file “friends.vcf””. */
export const importContacts: Intent = {
  name: 'contact.import',
  actions: ['contacts.import-contacts'],
  read(goal, setting) {
    const match = matchAny(IMPORT, goal.tokens, goal.head);
    const file = match && fileIn(goal);
    if (!file) return null;
    const isHere = matchAny(HERE, goal.tokens, goal.head) !== null;
    const step: StepDraft = {
      id: stepId(goal, 'import', file),
      says: imports({ file: shortened(file, 150) }),
      action: `${isHere ? 'contacts' : homeOf(setting)}.import-contacts`,
      args: { fileName: file },
      dependsOn: [],
    };
    return { kind: 'steps', steps: [step], goal: goalImports({ file: shortened(file, 60) }) };
  },
};

/** The name of a file of cards, in quotes or as one word. */
function fileIn(goal: Goal): string | null {
  const names = goal.tokens.filter(({ kind }) => kind === 'quote' || kind === 'word').map(({ text }) => bare(text));
  return names.find((name) => /\.(?:vcf|vcard)$/i.test(name)) ?? null;
}

const hasWay = ({ emails, phones }: WaysSaid): boolean => emails.length + phones.length > 0;

const nameIn = (goal: Goal, span: Span): string =>
  bare(wordsOf(goal, span))
    .replace(/^(?:my|the|our)\s+/iu, '')
    .replace(/['’]s?$/u, '');
