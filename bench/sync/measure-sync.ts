import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#build/project-folder.ts';
import { type Dovecot, startDovecot } from '#tests/peers/start-dovecot.ts';
import { startSmtp } from '#tests/peers/start-smtp.ts';
import { bundlePrograms } from '../engine/bundle-programs.ts';
import { inWorkFolder } from '../engine/work-folder.ts';
import { type Measurement, milliseconds } from '../measurement.ts';
import { type Conversation, listenIn, timeOfEcho } from './listen-in.ts';
import { madeUpEmails } from './made-up-emails.ts';
import { type MailCore, startMailCore } from './mail-core.ts';
import type { BareReading } from './read-bare.ts';

const EMAILS = 20_000;
const ADDRESS = 'me@example.org';
const FIRST_ANSWER_MS = 5_000;
/** Where memory is looked at first: enough of it is done that all code is warm. */
const WARM = 2_000;
const MIDDLE = 8_000;
const FLAT = 1.25;
/** As many as `watch-inbox.ts` reads at a time. */
const PORTION = 200;
const MOST_ROUND_TRIPS = 2;
const ECHOES = 2_000;

/** A mailbox with 20,000 new emails is gone through by the shipped core, which is killed in the middle of it. */
export async function measureSync(): Promise<Measurement[]> {
  const dovecot = await startDovecot();
  const smtp = await startSmtp(() => dovecot.password);
  const way = await listenIn(dovecot.port);
  try {
    const programs = await bundlePrograms('sync', ['serve-mail-core', 'read-bare']);
    return await inWorkFolder(async (folder) => {
      const settings = settingsFor(way.port, smtp.port);
      const start = () => startMailCore(programs['serve-mail-core'], { folder, settings, password: dovecot.password });
      const first = await start();
      await until(() => existsSync(join(folder, 'mail/inbox.json')));
      await first.kill();
      dovecot.deliver(ADDRESS, madeUpEmails(EMAILS));
      const bare = await readBare(programs['read-bare'], dovecot);
      const through = await goThrough(start, way, bare, () => readMark(folder));
      return [...through, ...(await findNothingNew(start, way))];
    });
  } finally {
    await way.stop();
    await smtp.stop();
    await dovecot.stop();
  }
}

type Start = () => Promise<MailCore>;
type Way = Awaited<ReturnType<typeof listenIn>>;

async function goThrough(start: Start, way: Way, bare: BareReading, mark: () => number): Promise<Measurement[]> {
  const began = performance.now();
  let core = await start();
  const answer = await core.ask();
  const answered = performance.now() - began;
  if (!answer.some((line) => line.includes('number'))) throw new Error(`That is no answer: ${answer.join(' ')}`);
  const warm = await core.toldOf(WARM);
  const middle = await core.toldOf(MIDDLE);
  const spent = performance.now() - began;
  await core.kill();

  const again = performance.now();
  core = await start();
  const end = await core.toldOf(EMAILS);
  const whole = spent + performance.now() - again;
  await until(() => mark() === EMAILS);
  const readAgain = emailsIn(way) - EMAILS;
  await core.kill();
  const grown = Math.max(middle.heap, end.heap) / warm.heap;
  const resident = Math.max(middle.resident, end.resident) / warm.resident;
  return [
    {
      what: `first useful answer (“Do I have unread email?”) with ${EMAILS.toLocaleString('en')} new emails, from the start of the process`,
      measured: milliseconds(answered),
      promise: `within ${milliseconds(FIRST_ANSWER_MS)}`,
      kept: answered <= FIRST_ANSWER_MS,
      beside: `a bare IMAP client reads the heads of all: ${milliseconds(bare.milliseconds)}`,
      ratio: answered / bare.milliseconds,
    },
    {
      what: 'all of them gone through and noted on disk, over a kill in the middle',
      measured: milliseconds(whole),
      promise: '',
      kept: null,
      beside: `the same bare client, which notes nothing: ${milliseconds(bare.milliseconds)}`,
      ratio: whole / bare.milliseconds,
    },
    {
      what: `heap from email ${WARM.toLocaleString('en')} to ${EMAILS.toLocaleString('en')} (whole process ${resident.toFixed(2)} times)`,
      measured: `${grown.toFixed(2)} times`,
      promise: `at most ${FLAT} times`,
      kept: grown <= FLAT,
      beside: `the bare client’s whole process: ${bare.grown.toFixed(2)} times`,
      ratio: grown / bare.grown,
    },
    {
      what: `emails read a second time after the kill in the middle (at ${middle.told.toLocaleString('en')})`,
      measured: `${readAgain}`,
      promise: `at most ${PORTION}, told of twice: none`,
      kept: readAgain <= PORTION && end.told === EMAILS,
      beside: `all that were read by then: ${middle.told}`,
      ratio: readAgain / middle.told,
    },
  ];
}

/** Whoever watches stays; whoever only asks something signs out. */
const emailsIn = ({ conversations }: Way): number =>
  conversations
    .filter(({ commands }) => commands.every(({ name }) => name !== 'LOGOUT'))
    .reduce((sum, { emails }) => sum + emails, 0);

/** The number of the last email that was told of, as it stands on disk. */
function readMark(folder: string): number {
  try {
    return (JSON.parse(readFileSync(join(folder, 'mail/inbox.json'), 'utf8')) as { lastUid: number }).lastUid;
  } catch {
    // It is just being written.
    return 0;
  }
}

async function findNothingNew(start: Start, way: Way): Promise<Measurement[]> {
  const before = way.conversations.length;
  const core = await start();
  const waits = ({ commands }: Conversation) => commands.some(({ name }) => name === 'IDLE');
  await until(() => way.conversations.slice(before).some(waits));
  await core.kill();
  const commands = way.conversations.slice(before).find(waits)?.commands ?? [];
  const names = commands.map(({ name }) => name);
  const [opens, idles] = [names.findIndex((name) => /^(LIST|SELECT|EXAMINE)$/.test(name)), names.indexOf('IDLE')];
  const trips = idles - opens;
  const took = (commands[idles]?.at ?? 0) - (commands[opens]?.at ?? 0);
  const echo = await timeOfEcho(ECHOES);
  return [
    {
      what: `a look that finds nothing new: ${names.slice(opens, idles).join(', ')} (signing in before it: ${opens} commands)`,
      measured: `${trips} round trips, ${milliseconds(took)}`,
      promise: `at most ${MOST_ROUND_TRIPS} round trips`,
      kept: trips <= MOST_ROUND_TRIPS,
      beside: `as many of one byte over a bare connection: ${milliseconds(echo * trips)}`,
      ratio: took / (echo * trips),
    },
  ];
}

async function readBare(program: string, { port, password: pass }: Dovecot): Promise<BareReading> {
  const child = fork(program, [JSON.stringify({ port, user: ADDRESS, pass })], { cwd: projectFolder });
  const [reading] = (await once(child, 'message')) as [BareReading];
  if (reading.found !== EMAILS) throw new Error(`There are ${reading.found} emails.`);
  return reading;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const settingsFor = (imapPort: number, smtpPort: number) => ({
  address: ADDRESS,
  user: ADDRESS,
  imapHost: '127.0.0.1',
  imapPort: String(imapPort),
  imapSecurity: 'none',
  smtpHost: '127.0.0.1',
  smtpPort: String(smtpPort),
  smtpSecurity: 'none',
  sentCopies: 'server',
});
