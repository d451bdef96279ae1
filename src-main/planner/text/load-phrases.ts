import { type Phrase, phrase } from '#main/planner/text/phrase.ts';

/**
 * Compiles the patterns of an intent from the pack. Throws when one of them doesn't name exactly the given
 * words, or would match anything: such a mistake would otherwise be silent.
 */
export function loadPhrases(patterns: readonly string[], ...names: readonly string[]): readonly Phrase[] {
  return patterns.map((pattern) => {
    const found = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const isSame = found.length === names.length && names.every((name) => found.includes(name));
    if (!isSame) throw new Error(`The pattern “${pattern}” should name ${names.join(', ') || 'nothing'}.`);
    const compiled = phrase(pattern);
    const saysSomething = compiled.segments.some(({ elements }) => elements.some(({ optional }) => !optional));
    if (!saysSomething) throw new Error(`The pattern “${pattern}” would match anything.`);
    const isVague = compiled.segments.some(
      ({ gap, elements }, index) =>
        gap === 'named' && index < compiled.segments.length - 1 && elements.every(({ optional }) => optional),
    );
    if (isVague) throw new Error(`In the pattern “${pattern}” nothing says where a gap ends.`);
    return compiled;
  });
}
