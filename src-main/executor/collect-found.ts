import type { OutsidePart } from '#connectors/sdk/action.ts';
import type { Json } from '#contract/model/json.ts';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { Orm } from '#db/open-database.ts';
import { findLatestCall, listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import type { Found, FoundPart } from '#main/executor/found.ts';
import { keptWordsIn } from '#main/executor/keep-words.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';

const LONGEST_NAME = 300;

/**
 * What the steps of a run have found so far. What was read from an account carries that account's
 * mark on top of the marks of what was asked; what lives on this computer is the person's own, but for what its
 * connector names as written by somebody else and for words of others that were put there.
 */
export function collectFound(tools: ToolBox, orm: Orm, runId: string): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const call of listCallsOfRun(orm, runId)) {
    const isDone = call.status === 'happened' || call.status === 'rehearsed';
    if (isDone && call.result !== null) noteFound(tools, orm, found, call, call.result);
  }
  return found;
}

type Called = Pick<ToolCallRow, 'connector' | 'stepId' | 'action' | 'provenance'>;

/** Adds what one call came to. */
export function noteFound(tools: ToolBox, orm: Orm, found: Map<string, Found>, call: Called, output: Json): void {
  found.set(call.stepId, foundBy(tools, orm, call, output));
}

/** Whose words stand in it is looked up once a later step asks: most are never asked for. */
export function foundBy(tools: ToolBox, orm: Orm, call: Called, output: Json): Found {
  let parts: readonly FoundPart[] | null = null;
  return {
    output,
    provenance: call.provenance,
    get parts() {
      parts ??= partsOf(tools, orm, call, output);
      return parts;
    },
  };
}

function partsOf(tools: ToolBox, orm: Orm, call: Called, output: Json): readonly FoundPart[] {
  const { connector, stepId } = call;
  const named = tools.find(call.action)?.outside?.(output) ?? [];
  const isOwn = ({ madeBy }: OutsidePart) => madeBy !== undefined && wasMadeHere(orm, connector, madeBy);
  const parts = named
    .filter((part) => !isOwn(part))
    .map(({ path, item, what, title, by }): FoundPart => {
      return { path, mark: `outside:${connector}/${nameOf(item) || stepId}`, of: { what, title, by } };
    });
  const isNamedWhole = parts.some(({ path }) => path === '');
  const whole = (isNamedWhole ? [] : outsideMarksOf(tools, connector, stepId)).map((mark): FoundPart => {
    return { path: '', mark, of: { what: 'answer', title: tools.titleOf(connector), by: null } };
  });
  const kept = tools.livesOnComputer(connector) ? keptWordsIn(orm, connector, output) : [];
  return [...whole, ...parts, ...kept];
}

/** The mark of what a connector tells about an item of its own. */
export const outsideMarksOf = (tools: ToolBox, connector: string, item: string): ProvenanceMark[] =>
  tools.livesOnComputer(connector) ? [] : [`outside:${connector}/${item}`];

/** A service's own name for an item, as a mark may hold it. */
const nameOf = (item: string): string =>
  item
    .slice(0, LONGEST_NAME)
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
    .trim();

/** Only what the app did itself has such a key: it can't be guessed. */
function wasMadeHere(orm: Orm, connector: string, key: string): boolean {
  const [runId = '', stepId = ''] = key.split(/\.(.*)/s);
  const call = findLatestCall(orm, runId, stepId);
  return call?.connector === connector && (call.status === 'happened' || call.status === 'undone');
}

/** The marks of words that somebody else wrote and that were put into what is kept on this computer. */
export const wordsOfOthers = (tools: ToolBox, orm: Orm, connector: string, read: Json): ProvenanceMark[] =>
  tools.livesOnComputer(connector) ? keptWordsIn(orm, connector, read).map(({ mark }) => mark) : [];
