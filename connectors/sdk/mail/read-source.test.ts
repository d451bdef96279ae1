import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSource } from '#connectors/sdk/mail/read-source.ts';

const email = (text: string) => readSource(Buffer.from(text.replaceAll('\n', '\r\n')));

/** Anything that would leave this computer is seen here. */
const connected = vi.fn();
const connect = net.Socket.prototype.connect;
beforeEach(() => {
  net.Socket.prototype.connect = function seen(this: net.Socket, ...args: never[]) {
    connected(...args);
    return connect.apply(this, args as never);
  } as typeof connect;
});
afterEach(() => {
  net.Socket.prototype.connect = connect;
  expect(connected).not.toHaveBeenCalled();
});

describe('what somebody wrote', () => {
  it('becomes text, without fetching what it points at', async () => {
    const html =
      '<style>p{background:url(http://127.0.0.1:9/a)}</style><p>Hi <b>there</b></p><img src="http://127.0.0.1:9/p.gif">';
    const read = await email(`Content-Type: text/html\n\n${html}\n`);
    expect(read).toMatchObject({ ok: true, value: { text: expect.stringMatching(/^Hi there/) } });
  });

  it('shows where one unsubscribes, as far as it is a web page or an address', async () => {
    const line =
      'List-Unsubscribe: <https://a.example/u?x=1>,\n <mailto:u@a.example>, <javascript:alert(1)>, <file:///etc/passwd>';
    expect(await email(`${line}\n\nHi\n`)).toMatchObject({
      value: { unsubscribe: ['https://a.example/u?x=1', 'mailto:u@a.example'] },
    });
  });

  it('is cut where it is too long, and says so', async () => {
    const read = await email(`Subject: x\n\n${'ä '.repeat(450_000)}\n`);
    expect(read).toMatchObject({ ok: true, value: { isCut: true } });
    if (read.ok) expect(read.value.text).toHaveLength(20_000);
  });

  it('is read whatever it is: nothing throws', async () => {
    const deep = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(2_000)}`;
    for (const text of [
      '',
      '\0',
      ':',
      'Content-Type: text/plain; charset=nothing\n\nx',
      deep,
      '<div>'.repeat(50_000),
    ]) {
      expect(typeof (await email(text)).ok).toBe('boolean');
      expect(typeof (await email(`Content-Type: text/html\n\n${text}`)).ok).toBe('boolean');
    }
  });
});

const corpus = resolve(import.meta.dirname, '../../../shared/data/dev/email');
const known = [
  corpus,
  ...['../../../..', '../../../../..'].map((up) => resolve(import.meta.dirname, up, 'shared/data/dev/email')),
].find(existsSync);

describe.runIf(known !== undefined)('emails that others have found hard to read', () => {
  const files =
    known === undefined ? [] : readdirSync(known, { recursive: true }).map((name) => join(known, String(name)));

  it('are each read or refused, in time and without a request', async () => {
    const slow: string[] = [];
    let read = 0;
    for (const file of files.filter((path) => statSync(path).isFile())) {
      const began = performance.now();
      const outcome = await readSource(readFileSync(file));
      if (performance.now() - began > 5_000) slow.push(file);
      if (outcome.ok) {
        read += 1;
        expect(outcome.value.text.isWellFormed()).toBe(true);
      } else {
        expect(outcome.failure.kind).toBe('unreadable');
      }
    }
    expect(slow).toEqual([]);
    expect(read).toBeGreaterThan(0);
  }, 180_000);
});
