import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { fileWords, isOfOtherThings, readFolder, unlessConnected } from '#main/planner/intents/files/file-words.ts';
import { readWhich, type Which } from '#main/planner/intents/files/read-which.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Phrase, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

const MOVE = {
  from: loadPhrases(pack.move.from, 'what', 'in', 'to'),
  plain: loadPhrases(pack.move.plain, 'what', 'to'),
};
const COPY = {
  from: loadPhrases(pack.copy.from, 'what', 'in', 'to'),
  plain: loadPhrases(pack.copy.plain, 'what', 'to'),
};
const TRASH = { in: loadPhrases(pack.trash.in, 'what', 'in'), plain: loadPhrases(pack.trash.plain, 'what') };
const RENAME = loadPhrases(pack.rename, 'what', 'name');
const MAKE = [...loadPhrases(pack.make, 'name'), ...loadPhrases(pack.makeNamed, 'name')];
const saysFrom = sentence(fileWords.from, 'what', 'in');
const saysIn = sentence(fileWords.in, 'what', 'in');

type Meant = {
  readonly which: Which;
  readonly folder: string | null;
  readonly to: Span | undefined;
  readonly isSure: boolean;
};

/** Which files of which folder, by the more particular way of saying it first; “from 2025” is a time and no folder. */
function readMeant(
  goal: Goal,
  setting: Setting,
  withFolder: readonly Phrase[],
  plain: readonly Phrase[],
): Meant | null {
  const match = matchAny(withFolder, goal.tokens, goal.head);
  const folder = match?.spans.in ? readFolder(goal, match.spans.in) : null;
  const isTime =
    folder !== null && /^(?:\S+ )?(?:19|20)\d\d$|^(?:last|this|the (?:last|past)|before) /i.test(folder.place);
  if (match?.spans.what && folder && !isTime) {
    const which = readWhich(wordsOf(goal, match.spans.what), setting.clock);
    // “… in Downloads older than a year”: what follows the folder belongs to the files.
    const inside =
      /^(\S+(?: folder)?)\s+((?:that are |which are )?(?:older|newer|larger|bigger|from|of|since|before)\b.*)$/i.exec(
        folder.place,
      );
    const more = inside && readWhich(`files ${inside[2]}`, setting.clock);
    const name = inside ? (readPlace(inside[1] ?? '') ?? folder.place) : folder.place;
    if (which) {
      const args = { ...which.args, ...(more?.args ?? {}) };
      const says = more ? `${which.says} ${inside?.[2]}` : which.says;
      return {
        which: { ...which, args, says },
        folder: name,
        to: match.spans.to,
        isSure: which.isSure || folder.isSure || more !== null,
      };
    }
  }
  const bareMatch = matchAny(plain, goal.tokens, goal.head);
  const which = bareMatch?.spans.what && readWhich(wordsOf(goal, bareMatch.spans.what), setting.clock);
  return bareMatch && which ? { which, folder: null, to: bareMatch.spans.to, isSure: which.isSure } : null;
}

function readPlace(text: string): string | null {
  const name = bare(text.replace(/\s+folder$/i, ''));
  return (pack.folders as Record<string, string>)[name.toLowerCase()] ?? (name === '' ? null : name);
}

type Verb = 'move' | 'copy';
const says = {
  move: { step: sentence(fileWords.move, 'what', 'to'), goal: sentence(fileWords.goalMove, 'what', 'to') },
  copy: { step: sentence(fileWords.copy, 'what', 'to'), goal: sentence(fileWords.goalCopy, 'what', 'to') },
};

function bringTo(goal: Goal, setting: Setting, verb: Verb, ways: typeof MOVE): Reading | null {
  const meant = readMeant(goal, setting, ways.from, ways.plain);
  const to = meant?.to && readFolder(goal, meant.to);
  if (!meant || !to || !(meant.isSure || (to.isSure && 'files' in meant.which.args))) return null;
  if (isOfOtherThings(wordsOf(goal, meant.to ?? [0, 0]))) return null;
  // “in a folder” names none: it is called after what goes into it.
  const named = /^(?:a |one |new |its own |their own )*(?:folder|directory)$/i.test(
    bare(wordsOf(goal, meant.to ?? [0, 0])),
  );
  const place = named ? nameFor(meant.which) : to.place;
  const spoken = shortened(
    meant.folder === null ? meant.which.says : saysFrom({ what: meant.which.says, in: meant.folder }),
    150,
  );
  const args = { ...meant.which.args, ...(meant.folder === null ? {} : { in: meant.folder }), to: place };
  const step = { says: says[verb].step({ what: spoken, to: place }), action: `files.${verb}`, args };
  return (
    unlessConnected(setting) ??
    oneStep(goal, verb, meant.which.says, step, says[verb].goal({ what: spoken, to: place }))
  );
}

const nameFor = ({ says: said }: Which): string =>
  capitalised(
    bare(said.replace(/^(?:all|the|my|our|of|these)\s+(?:the\s+|my\s+)?/i, '').replaceAll(/\s(?:of|from|in)\s/gi, ' ')),
  ).slice(0, 60);

/** “Move all PDFs from Downloads to Documents/Bills”, “put the invoices of 2025 in a folder”. */
export const moveFiles: Intent = {
  name: 'files.move',
  actions: [],
  read: (goal, setting) => bringTo(goal, setting, 'move', MOVE),
};

/** “Copy report.pdf to Documents”. */
export const copyFiles: Intent = {
  name: 'files.copy',
  actions: [],
  read: (goal, setting) => bringTo(goal, setting, 'copy', COPY),
};

/** “Throw away the screenshots older than a year”. */
export const trashFiles: Intent = {
  name: 'files.trash',
  actions: [],
  read(goal, setting) {
    const meant = readMeant(goal, setting, TRASH.in, TRASH.plain);
    // Everything there is has to be said with a name, a kind, a time or a folder.
    if (!meant?.isSure || (Object.keys(meant.which.args).length === 0 && meant.folder === null)) return null;
    const spoken = shortened(
      meant.folder === null ? meant.which.says : saysIn({ what: meant.which.says, in: meant.folder }),
      150,
    );
    const args = { ...meant.which.args, ...(meant.folder === null ? {} : { in: meant.folder }) };
    const step = { says: sentence(fileWords.trash, 'what')({ what: spoken }), action: 'files.trash', args };
    return (
      unlessConnected(setting) ??
      oneStep(goal, 'trash', meant.which.says, step, sentence(fileWords.goalTrash, 'what')({ what: spoken }))
    );
  },
};

/** “Rename scan.pdf to Rent May”. */
export const renameFile: Intent = {
  name: 'files.rename',
  actions: [],
  read(goal, setting) {
    const match = matchAny(RENAME, goal.tokens, goal.head);
    if (!match?.spans.what || !match.spans.name) return null;
    const which = readWhich(wordsOf(goal, match.spans.what), setting.clock);
    const name = bare(wordsOf(goal, match.spans.name));
    const files = which?.args.files;
    const said = Array.isArray(files) && files.length === 1 ? String(files[0]) : null;
    const what = said ?? (which?.isSure ? bare(String(which.args.named ?? '')) : '');
    if (what === '' || name === '') return null;
    const step = {
      says: sentence(fileWords.rename, 'what', 'name')({ what: shortened(what), name: shortened(name) }),
      action: 'files.rename',
      args: { file: what, name },
    };
    const goalSays = sentence(
      fileWords.goalRename,
      'what',
      'name',
    )({ what: shortened(what, 60), name: shortened(name, 60) });
    return unlessConnected(setting) ?? oneStep(goal, 'rename', what, step, goalSays);
  },
};

/** “Make a folder called Taxes in Documents”. */
export const makeFolder: Intent = {
  name: 'files.make-folder',
  actions: [],
  read(goal, setting) {
    const match = matchAny(MAKE, goal.tokens, goal.head);
    if (!match?.spans.name) return null;
    const text = wordsOf(goal, match.spans.name).replace(/^(?:called|named|for)\s+/i, '');
    const [, name = text, where] = /^(.+?)\s+(?:in|inside|under)\s+(.+)$/i.exec(text) ?? [];
    if (bare(name) === '') return null;
    const inside = where === undefined ? null : readPlace(where.replace(/^(?:my|the)\s+/i, ''));
    const folder = inside === null ? bare(name) : `${inside}/${bare(name)}`;
    const step = {
      says: sentence(fileWords.make, 'name')({ name: folder }),
      action: 'files.make-folder',
      args: { folder },
    };
    return (
      unlessConnected(setting) ??
      oneStep(goal, 'make', folder, step, sentence(fileWords.goalMake, 'name')({ name: folder }))
    );
  },
};
