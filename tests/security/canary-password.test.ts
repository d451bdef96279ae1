import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { composeLifeOs } from '#main/compose.ts';
import { makeFolder, migrationsFolder } from '#main/compose-for-tests.ts';
import { saveHoldSeconds } from '#main/gate/rules-in-force.ts';
import { createTestKeychain } from '#main/vault/memory-keychain-for-tests.ts';
import { haveDovecot, startDovecot } from '#tests/peers/start-dovecot.ts';
import { startSmtp } from '#tests/peers/start-smtp.ts';

const CANARY = 'canary-4d1c9e-app-password';

const step = (id: string, action: string, args: PlannedStep['args'], dependsOn: string[] = []): PlannedStep => ({
  id,
  says: id,
  action,
  args,
  dependsOn,
  risk: 'L0',
});
const found = { id: { from: 'find', path: '/id' }, folder: { from: 'find', path: '/folder' } };

/** What Ana wrote is read and answered, and something is sent to somebody new. */
const plan: PlanningOutcome = {
  kind: 'plan',
  plan: {
    goal: 'Answer Ana',
    madeBy: 'built-in',
    leftOut: [],
    steps: [
      step('find', 'mail.find', { from: 'Ana' }),
      step('read', 'mail.read', found, ['find']),
      step('answer', 'mail.reply', { ...found, body: 'Yes.' }, ['find', 'read']),
      step('archive', 'mail.archive', found, ['find', 'answer']),
      step('write', 'mail.send', { to: ['new@example.net'], subject: 'Hello', body: 'Hello.' }),
    ],
  },
};

describe.runIf(haveDovecot())('the password of a mail account', () => {
  it('is in no file, no log and no answer, whatever is done with the account', async () => {
    const dovecot = await startDovecot();
    dovecot.changePassword(CANARY);
    const smtp = await startSmtp(() => CANARY);
    onTestFinished(async () => {
      await smtp.stop();
      await dovecot.stop();
    });
    const folder = makeFolder();
    const said: string[] = [];
    const note = (...all: unknown[]) => void said.push(JSON.stringify(all, plainly));
    const lifeOs = await composeLifeOs({
      dataFolder: folder,
      version: '0.0.0',
      migrationsFolder,
      log: { info: note, error: note },
      keychain: createTestKeychain(),
      makePlan: () => plan,
      timeZone: 'Europe/Lisbon',
      locale: 'en-GB',
    });
    const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
    const settings = {
      address: 'me@example.org',
      user: 'me@example.org',
      imapHost: '127.0.0.1',
      imapPort: String(dovecot.port),
      imapSecurity: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: String(smtp.port),
      smtpSecurity: 'none',
      sentCopies: 'app',
    };
    const provider = 'mail';
    const wrong = await api.integrations.connect({ provider, settings: { ...settings, password: 'no' } }).catch(String);
    note(wrong);
    note(await api.integrations.connect({ provider, settings: { ...settings, password: CANARY } }));
    await arrive(dovecot, 'From: Ana <ana@example.com>\r\nSubject: Lunch?\r\nMessage-ID: <l@e>\r\n\r\nLunch?\r\n');

    await lifeOs.engine.journal.write((tx) => saveHoldSeconds(tx, 0, tx.now));
    const { runId } = await api.tasks.submit({ intent: 'Answer Ana' });
    const isStill = async () => {
      const run = await api.workflows.get({ id: runId });
      return run.state === 'waiting_approval' || isRunOver(run.state) ? run : null;
    };
    const waiting = await until(isStill);
    expect(waiting.steps.map(({ failure }) => failure)).toEqual(Array(5).fill(null));
    expect(waiting.state).toBe('waiting_approval');
    const cards = waiting.approvals.filter(({ status }) => status === 'waiting');
    expect(cards.map(({ card }) => card.effect.audience).sort()).toContain('stranger');
    const reply = cards.find(({ card }) => card.title.startsWith('Answer'));
    // What Ana's email says decided the recipient, and the card shows that.
    expect(reply?.card.values.find(({ path }) => path === '/id')?.provenance).toContain('outside:mail/l@e');
    note(waiting);
    let done = waiting;
    while (!isRunOver(done.state)) {
      const asked = done.approvals.filter(({ status }) => status === 'waiting');
      const approve = asked.map(({ id, digest }) => ({ approvalId: id, digest }));
      await api.workflows.approve({ id: runId, approve });
      done = await until(isStill);
    }
    expect(done.steps.map(({ state }) => state)).toEqual(Array(5).fill('succeeded'));
    expect(smtp.delivered.map(({ to }) => to[0]).sort()).toEqual(['ana@example.com', 'new@example.net']);
    note(done, await api.integrations.list(), await api.secrets.get(), await api.integrations.test({ provider }));
    dovecot.changePassword('another one');
    note(await api.integrations.test({ provider }).catch(String));
    note(await api.integrations.list());
    await lifeOs.close();

    expect(said.join('\n')).toContain('ana@example.com');
    expect(said.filter((line) => line.includes(CANARY))).toEqual([]);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const form of [
        CANARY,
        Buffer.from(CANARY).toString('base64'),
        Buffer.from(`\0me@example.org\0${CANARY}`).toString('base64'),
      ]) {
        expect(`${file.name}: ${bytes.includes(form)}`).toBe(`${file.name}: false`);
      }
    }
  }, 60_000);
});

/** Errors with all that hangs on them, as a log would write them. */
const plainly = (_key: string, value: unknown): unknown =>
  value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value;

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function arrive({ host, port }: { host: string; port: number }, email: string): Promise<void> {
  const { ImapFlow } = await import('imapflow');
  const auth = { user: 'me@example.org', pass: CANARY };
  const client = new ImapFlow({ host, port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  await client.append('INBOX', email);
  await client.logout();
}
