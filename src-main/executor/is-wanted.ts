import type { Json } from '#contract/model/json.ts';
import { readPointer } from '#contract/model/json-pointer.ts';
import type { Condition } from '#contract/model/plan.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import type { Found } from '#main/executor/found.ts';

/** Whether a step's condition holds over what earlier steps found. A value that is not there is empty. */
export function isWanted(condition: Condition, found: ReadonlyMap<string, Found>): boolean {
  const source = found.get(condition.value.from);
  const value: Json = (source && readPointer(source.output, condition.value.path)) ?? null;
  const than = condition.than ?? null;
  switch (condition.is) {
    case 'equal':
      return value === than;
    case 'not-equal':
      return value !== than;
    case 'less':
      return (order(value, than) ?? 0) < 0;
    case 'greater':
      return (order(value, than) ?? 0) > 0;
    case 'empty':
      return isEmpty(value);
    case 'not-empty':
      return !isEmpty(value);
  }
  return assertNever(condition.is);
}

/** Negative, zero or positive; null for values that have no order between them. */
function order(value: Json, than: Json): number | null {
  if (typeof value === 'number' && typeof than === 'number') return value - than;
  if (typeof value === 'string' && typeof than === 'string') return value < than ? -1 : Number(value > than);
  return null;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
