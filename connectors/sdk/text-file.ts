import type { Folder } from '#connectors/sdk/action.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const MOST_BYTES = 1_000_000;

/**
 * The text of a file that the person may also edit elsewhere; null when it is not there. Every byte
 * survives reading and writing back, a byte order mark too. What is not plain text, or is too large to
 * be kept for an undo, is refused and left alone.
 */
export async function readTextFile(folder: Folder, name: string): Promise<Result<string | null>> {
  const bytes = await folder.read(name);
  if (bytes === null) return succeed(null);
  if (bytes.byteLength > MOST_BYTES) {
    return unreadable(
      t`The file ${quote(name)} is larger than 1 MB, too large to work with here. It was left as it is.`,
    );
  }
  const text = decode(bytes);
  if (text !== null) return succeed(text);
  return unreadable(
    t`The file ${quote(name)} is not plain text in UTF-8. It was left as it is; save it as UTF-8 first.`,
  );
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
