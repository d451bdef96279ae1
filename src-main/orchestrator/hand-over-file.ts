import type { Connector } from '#connectors/sdk/connector.ts';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';
import { t } from '#contract/language/t.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { type Asker, submitTask } from '#main/orchestrator/submit-task.ts';

export type HandedOver = { readonly runId: string; readonly fileName: string };

/**
 * Puts a file that the person chose into the connector's folder, and asks for what is to become of it, in a sentence
 * like any other: it is planned, shown and agreed to before anything of the file counts.
 */
export async function handOverFile(
  engine: Engine,
  { provider, title, takesFile }: Connector,
  file: { readonly name: string; readonly text: string },
  by: Asker,
): Promise<HandedOver | Refusal> {
  if (!takesFile) return { refused: 'not-found', says: t`${title} takes no file. Nothing was kept.` };
  if (!engine.tools.isConnected(engine.journal.orm, provider)) {
    return { refused: 'conflict', says: t`${title} is not connected or switched off. Nothing was kept.` };
  }
  if (Buffer.byteLength(file.text) > takesFile.mostBytes) {
    return { refused: 'conflict', says: t`The file is larger than ${takesFile.mostBytes / 1e6} MB. Nothing was kept.` };
  }
  const stem = stemFrom(file.name.replace(/\.[^.]*$/, ''), 'File').replaceAll(/[“”]/g, '');
  const folder = engine.tools.folderOf(provider);
  const fileName = await folder.exclusively(async () => {
    const name = freeName(await folder.list(), stem, takesFile.ending);
    await folder.write(name, file.text);
    return name;
  });
  const task = {
    intent: takesFile.asks(fileName),
    priority: 'normal',
    constraints: {},
    shadow: false,
  } as const;
  const { run } = await submitTask(engine, task, by);
  return { runId: run.id, fileName };
}
