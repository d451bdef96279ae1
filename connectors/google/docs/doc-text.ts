import type { docs_v1 } from '@googleapis/docs';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';

/** A stretch of a document, counted in UTF-16 code units from its first. */
export type Stretch = { readonly startIndex: number; readonly endIndex: number };

/** A document as it stands, with what a change has to be made from. */
export type Standing = {
  readonly text: string;
  readonly revision: string;
  /** The last character of every document is the end of a line, which nothing is written behind. */
  readonly end: number;
  /** Where a mark of ours lies, and the text there; null where there is none. */
  marked(name: string): { readonly stretch: Stretch; readonly text: string } | null;
};

/**
 * Changes a document as it stood when it was read. Google refuses what would land on another revision, with a number
 * that says no more than that: then `isDone` tells whether it was our own request, arrived twice, that made the other.
 */
export async function changeDoc(
  session: GoogleSession,
  { documentId, revision }: { readonly documentId: string; readonly revision: string },
  requests: docs_v1.Schema$Request[],
  isDone: (now: Standing) => boolean,
): Promise<'done' | 'changed'> {
  const docs = await session.docs();
  const requestBody = { requests, writeControl: { requiredRevisionId: revision } };
  try {
    await docs.documents.batchUpdate({ documentId, requestBody });
    return 'done';
  } catch (error) {
    if (failureIn(error).status !== 400) throw error;
    const now = await readDoc(session, documentId);
    if (now.revision === revision) throw error;
    return isDone(now) ? 'done' : 'changed';
  }
}

type Run = { readonly at: number; readonly text: string };

export async function readDoc(session: GoogleSession, documentId: string): Promise<Standing> {
  const { data } = await (await session.docs()).documents.get({ documentId });
  const content = data.body?.content ?? [];
  const runs = content.flatMap(runsOf);
  const end = (content.at(-1)?.endIndex ?? 2) - 1;
  return {
    text: runs
      .map(({ text }) => text)
      .join('')
      .replace(/\n$/, ''),
    revision: data.revisionId ?? '',
    end,
    marked(name) {
      const [range] = data.namedRanges?.[name]?.namedRanges?.flatMap(({ ranges }) => ranges ?? []) ?? [];
      if (range?.startIndex == null || range.endIndex == null) return null;
      const stretch = { startIndex: range.startIndex, endIndex: range.endIndex };
      return { stretch, text: within(runs, stretch) };
    },
  };
}

/** The pieces of text of a paragraph or a table, in order. */
function runsOf({ paragraph, table }: docs_v1.Schema$StructuralElement): Run[] {
  const cells = table?.tableRows?.flatMap(({ tableCells }) => tableCells ?? []) ?? [];
  const inCells = cells.flatMap(({ content }) => (content ?? []).flatMap(runsOf));
  const own = (paragraph?.elements ?? []).flatMap(({ startIndex, textRun }) =>
    textRun?.content ? [{ at: startIndex ?? 0, text: textRun.content }] : [],
  );
  return [...own, ...inCells];
}

const within = (runs: readonly Run[], { startIndex, endIndex }: Stretch): string =>
  runs.map(({ at, text }) => text.slice(Math.max(0, startIndex - at), Math.max(0, endIndex - at))).join('');
