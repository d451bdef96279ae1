// `npm run export-audit -- --data-dir DIR --as json-lines|statement [--from DAY] [--until DAY]`: writes the log to the
// standard output, oldest entry first. `json-lines` holds every entry as it was sealed; `statement` is for reading.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openToRead } from '#db/open-to-read.ts';
import { type EventRow, listEventsAfter } from '#db/repositories/events.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { readFlags } from '#main/shell/read-flags.ts';
import { openStatement } from '#renderer/words/statement.ts';

const PAGE = 500;

const forms = { 'json-lines': () => asJsonLine, statement: asStatement } as const;

try {
  await write(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`The log could not be exported. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

type Options = { folder: string; as: keyof typeof forms; from: string | undefined; until: string | undefined };

function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string' },
      as: { type: 'string', default: 'statement' },
      from: { type: 'string' },
      until: { type: 'string' },
    },
  });
  const { as } = values;
  if (as !== 'json-lines' && as !== 'statement') throw new Error('--as takes json-lines or statement.');
  const folder = readFlags(values['data-dir'] === undefined ? [] : ['--data-dir', values['data-dir']]).dataFolder;
  return { folder, as, from: startOf(values.from, 0), until: startOf(values.until, 1) };
}

/** The instant at which a day begins here, or the one so many days after it. */
function startOf(day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
  if (Number.isNaN(start.getTime())) throw new Error(`${day} is not a day; write it as 2026-11-26.`);
  return start.toISOString();
}

async function write({ folder, as, from, until }: Options): Promise<void> {
  const orm = openToRead(folder);
  const linesOf = forms[as]();
  let after = 0;
  for (;;) {
    const rows = listEventsAfter(orm, after, PAGE);
    const wanted = rows.filter(({ at }) => (from === undefined || at >= from) && (until === undefined || at < until));
    const text = wanted.map(linesOf).join('');
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) break;
  }
  orm.$client.close();
}

function asJsonLine({ body, kind: _inBody, ...entry }: EventRow): string {
  return `${JSON.stringify({ ...entry, body: JSON.parse(body) })}\n`;
}

/** What is written of each entry to be read. */
function asStatement(): (row: EventRow) => string {
  const tell = openStatement();
  return (row) => tell(readEventRow(row));
}
