import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { BYTES_PER_SECOND, LONGEST_SPEECH_SECONDS, type OpenLine } from '#main/model-router/voice/open-line.ts';

/** A window that says nothing for so long is gone: a chunk comes a few times a second. */
const SILENT_MS = 15_000;

export type Heard = { readonly text: string; readonly failure: Failure | null };

/** What the person is saying. One at a time: to begin again drops what was said before. */
export type Voice = {
  isOffered(): Promise<boolean>;
  begin(): Promise<Result<string>>;
  /** The words so far; null for what is over or was never begun. */
  hear(id: string, sound: Uint8Array): Heard | null;
  /** All the words, once the last are there. */
  end(id: string): Promise<Result<string> | null>;
  drop(id?: string): Promise<void>;
};

export function createVoice(router: Pick<ModelRouter, 'canListen' | 'listen'>, newId: () => string): Voice {
  type Session = { readonly id: string; readonly line: OpenLine; bytes: number; silent: NodeJS.Timeout };
  let current: Session | null = null;
  const waitFor = (id: string) => setTimeout(() => void drop(id), SILENT_MS).unref();

  async function drop(id = current?.id): Promise<void> {
    if (current === null || current.id !== id) return;
    const { line, silent } = current;
    current = null;
    clearTimeout(silent);
    await line.drop();
  }

  return {
    isOffered: () => router.canListen(),
    drop,
    async begin() {
      await drop();
      const opened = await router.listen();
      if (!opened.ok) return fail(opened.failure);
      // Another window may have begun meanwhile.
      await drop();
      const id = newId();
      current = { id, line: opened.value, bytes: 0, silent: waitFor(id) };
      return succeed(id);
    },
    hear(id, sound) {
      if (current?.id !== id) return null;
      const { line } = current;
      clearTimeout(current.silent);
      current.silent = waitFor(id);
      current.bytes += sound.byteLength;
      if (current.bytes > LONGEST_SPEECH_SECONDS * BYTES_PER_SECOND) return { text: line.words(), failure: tooLong() };
      line.hear(sound);
      return { text: line.words(), failure: line.trouble() };
    },
    async end(id) {
      if (current?.id !== id) return null;
      const { line, silent } = current;
      clearTimeout(silent);
      const heard = await line.finish();
      if (current?.id === id) current = null;
      return heard;
    },
  };
}

const tooLong = (): Failure => ({ kind: 'refused', because: t`I can listen for two minutes in one go.` });
