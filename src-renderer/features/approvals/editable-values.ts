import type { CardValue } from '#contract/model/card.ts';
import type { Json } from '#contract/model/json.ts';
import { isDate, isWallClock } from '#renderer/words/time.ts';

export type Editable = {
  readonly path: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'datetime-local';
  /** As the field shows it. */
  readonly shown: string;
};

/** The values of a card that can be changed by hand: text, numbers, dates and times. */
export function editableValues(values: readonly CardValue[]): readonly Editable[] {
  return values.flatMap(({ path, label, value }): Editable[] => {
    // What was read from elsewhere is no argument, so it can't be another.
    if (!path.startsWith('/')) return [];
    if (typeof value === 'number') return [{ path, label, type: 'number', shown: String(value) }];
    if (typeof value !== 'string' || value.startsWith('FREQ=')) return [];
    if (isWallClock(value)) return [{ path, label, type: 'datetime-local', shown: value.slice(0, 16) }];
    return [{ path, label, type: isDate(value) ? 'date' : 'text', shown: value }];
  });
}

/** What the person changed, by path, as the action takes it. Untouched values are not in it. */
export function changesOf(
  editable: readonly Editable[],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, Json>> {
  const changes: Record<string, Json> = {};
  for (const { path, type, shown } of editable) {
    const text = typed[path];
    if (text === undefined || text === shown) continue;
    if (type === 'number') {
      if (text.trim() !== '' && Number.isFinite(Number(text))) changes[path] = Number(text);
    } else {
      changes[path] = type === 'datetime-local' && text.length === 16 ? `${text}:00` : text;
    }
  }
  return changes;
}
