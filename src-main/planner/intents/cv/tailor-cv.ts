import { saidIn } from '#contract/language/said-in.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { type CvRequest, readCvRequest } from '#main/planner/intents/cv/cut-posting.ts';
import { unlessConnected } from '#main/planner/intents/files/file-words.ts';
import type { Intent, Reading, StepDraft } from '#main/planner/intents/intent.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/cv.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const tailors = sentence(spoken.tailor, 'what');
const goalTailors = sentence(spoken.goalTailor, 'what');
const reads = sentence(spoken.read, 'file');
const keeps = sentence(spoken.keep, 'file');
const goalKeeps = sentence(spoken.goalKeep, 'file');

const LONGEST_NAME = 60;
const LONGEST_FILE = 60;
const FILE = /[“"](?<quoted>[^”"\n]+\.[a-z]{2,5})[”"]|(?<plain>\S+\.(?:txt|text|md|html?|json))(?![\p{L}\p{N}])/iu;
const words = (list: readonly string[]): string => list.map((each) => each.replaceAll(' ', '\\s+')).join('|');
const LITTLE = new RegExp(`^(?:${words(pack.little)})(?![\\p{L}\\p{N}])\\s*`, 'iu');
const POSTING_FIRST = new RegExp(`^(?:${words(pack.postings)})(?![\\p{L}\\p{N}])\\s*`, 'iu');
const POSTING_LAST = new RegExp(`\\s+(?:${words(pack.postings)})$`, 'iu');
const AS_IT_IS = new RegExp(`[\\s,]*(?:${words(pack.asItIs)})[\\s,.]*`, 'iu');
const KEEPS = new RegExp(
  `^(?:${words(pack.keeps)})\\s+(?:the\\s+)?(?:file\\s+)?[“"]?([^”"\\n]+\\.json)[”"]?\\s+as\\s+my\\s+(?:${words(pack.cv)})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** “Tailor my CV to this job:”, and then the posting. */
export const tailorToPasted = (goal: Goal, request: CvRequest): Reading =>
  tailoring(goal, request, { posting: request.posting ?? '' }, nameIn(request.about));

/** “Make a CV for the posting in jobs/gardener.txt”. */
export const tailorCv: Intent = {
  name: 'resume.change',
  actions: ['cv.tailor'],
  read(goal, setting) {
    const request = readCvRequest(goal.about);
    if (request === null) return null;
    const answer = answersTo(goal, setting, 'what').at(-1)?.trim() ?? '';
    const found = FILE.exec(request.about) ?? (answer.length <= 200 ? FILE.exec(answer) : null);
    const file = found?.groups?.quoted ?? found?.groups?.plain ?? null;
    if (file !== null) {
      const named = nameIn(request.about.replace(FILE, ' ')) ?? stemOf(file);
      return unlessConnected(setting) ?? fromFile(goal, request, file, named);
    }
    if (answer.length >= 40) return tailoring(goal, request, { posting: answer }, nameIn(request.about));
    return ask(goal, setting, 'what', spoken.asksPosting);
  },
};

/** “Keep the file “resume.json” as my CV”. */
export const keepCv: Intent = {
  name: 'resume.keep',
  actions: ['cv.take-in'],
  read(goal) {
    const file = KEEPS.exec(goal.about)?.[1]?.trim();
    if (file === undefined) return null;
    const step: StepDraft = {
      id: stepId(goal, 'keep', file),
      says: keeps({ file: shortened(file, 150) }),
      action: 'cv.take-in',
      args: { fileName: file },
      dependsOn: [],
      domain: 'career',
    };
    return { kind: 'steps', steps: [step], goal: goalKeeps({ file: shortened(file, LONGEST_FILE) }) };
  },
};

function fromFile(goal: Goal, request: CvRequest, file: string, called: string | null): Reading {
  const read: StepDraft = {
    id: stepId(goal, 'read', file),
    says: reads({ file: shortened(file, LONGEST_FILE) }),
    action: 'files.read',
    args: { file },
    dependsOn: [],
    domain: 'career',
  };
  const made = tailoring(goal, request, { posting: { from: read.id, path: '/text' } }, called);
  if (made.kind !== 'steps') return made;
  return { ...made, steps: [read, ...made.steps.map((step) => ({ ...step, dependsOn: [read.id] }))] };
}

function tailoring(
  goal: Goal,
  { cv, asItIs, about }: CvRequest,
  posting: { readonly posting: string | { readonly from: string; readonly path: string } },
  called: string | null,
): Reading {
  const step: StepDraft = {
    id: stepId(goal, 'tailor', called ?? 'cv'),
    says: called === null ? spoken.tailorThis : tailors({ what: called }),
    action: 'cv.tailor',
    args: {
      ...posting,
      ...(cv === null ? {} : { cv }),
      ...(called === null ? {} : { called }),
      ...(asItIs || AS_IT_IS.test(about) ? { asItIs: true } : {}),
    },
    dependsOn: [],
    domain: 'career',
  };
  return {
    kind: 'steps',
    steps: [step],
    goal: called === null ? spoken.goalTailorThis : goalTailors({ what: called }),
  };
}

/** What the person calls the job: “gardener at Green & Co” of “the gardener at Green & Co job”; null for “this job”. */
function nameIn(about: string): string | null {
  let name = bare(about.replace(AS_IT_IS, ' '));
  for (let shorter = name; ; name = shorter) {
    shorter = name
      .replace(LITTLE, '')
      .replace(POSTING_FIRST, '')
      .replace(POSTING_LAST, '')
      .replace(/^(?:as|for|in)\s+|\s+(?:in|at|from|of)$/giu, '')
      .trim();
    if (shorter === name) break;
  }
  return name === '' || name.length < 2 ? null : shortened(name, LONGEST_NAME);
}

const stemOf = (file: string): string => shortened(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''), LONGEST_NAME);
