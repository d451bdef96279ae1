import { inLanguage } from '#contract/language/t.ts';

/** Data of ours with every sentence in it that the language has said in that language; the rest stays as it is. */
export function saidIn<T>(data: T): T {
  if (typeof data === 'string') return inLanguage(data) as T;
  if (Array.isArray(data)) return data.map(saidIn) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, saidIn(value)])) as T;
}
