import { t } from '#contract/language/t.ts';
import { door, toError } from '#main/api/door.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const refusals = {
  'no-need': { refused: 'conflict', says: t`The keychain of this computer works, so your passwords stay in there.` },
  'there-already': { refused: 'conflict', says: t`There is such a file already. Enter its passphrase instead.` },
  'no-file': { refused: 'not-found', says: t`There is no such file. Nothing was opened.` },
  wrong: { refused: 'conflict', says: t`That is not the passphrase. Nothing was opened.` },
} as const satisfies Record<string, Refusal>;

export const secrets = {
  get: door.secrets.get.handler(({ context: { engine } }) => engine.vault.state()),
  chooseFile: door.secrets.chooseFile.handler(async ({ input, context: { engine } }) => {
    const chosen = await engine.vault.chooseFile(input.passphrase);
    if (chosen !== 'done') throw toError(refusals[chosen]);
    return engine.vault.state();
  }),
  unlock: door.secrets.unlock.handler(async ({ input, context: { engine } }) => {
    const opened = await engine.vault.unlock(input.passphrase);
    if (opened !== 'done') throw toError(refusals[opened]);
    return engine.vault.state();
  }),
};
