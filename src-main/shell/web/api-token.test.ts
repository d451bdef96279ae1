import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { isOwnKey, keyIn, readOrMakeToken } from '#main/shell/web/api-token.ts';

const modeOf = (folder: string) => (statSync(join(folder, 'api-token')).mode & 0o777).toString(8);

describe('the token', () => {
  it('is made once, kept, and readable by its owner alone', () => {
    const folder = makeFolder();
    const token = readOrMakeToken(folder);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(readOrMakeToken(folder)).toBe(token);
    expect(readFileSync(join(folder, 'api-token'), 'utf8')).toBe(`${token}\n`);
    expect(modeOf(folder)).toBe('600');
    expect(readOrMakeToken(makeFolder())).not.toBe(token);
  });

  it.each(['', 'short', `${'x'.repeat(43)} and more`])('is made anew where “%s” stands in the file', (stands) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'api-token'), stands, { mode: 0o644 });
    expect(readOrMakeToken(folder)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(modeOf(folder)).toBe('600');
  });

  it('that somebody made readable for all is closed again', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'api-token'), `${'x'.repeat(43)}\n`, { mode: 0o644 });
    expect(readOrMakeToken(folder)).toBe('x'.repeat(43));
    expect(modeOf(folder)).toBe('600');
  });

  it.each([
    ['Bearer secret', true],
    ['bearer secret', false],
    ['Bearer secret ', false],
    ['Bearer  secret', false],
    ['Bearer Secret', false],
    ['secret', false],
    ['', false],
    [undefined, false],
  ])('is taken from “%s”: %s', (header, taken) => {
    const key = keyIn(header);
    expect(key !== null && isOwnKey(key, 'secret')).toBe(taken);
  });
});
