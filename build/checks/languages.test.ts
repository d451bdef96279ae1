import { describe, expect, it } from 'vitest';
import { findSentences } from './find-sentences.ts';
import { findGaps, findMisplaced } from './languages.ts';

const texts = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);
const inWords = (source: string) => findSentences('src-renderer/words/x.ts', source, true);
const inScreen = (source: string) => findSentences('src-renderer/features/x.tsx', source, false);

describe('the sentences of a file', () => {
  it('are what is said as t`…`, wherever it stands, with the places of its values', () => {
    const { said, untold } = inWords(`
      export const words = { undo: t\`Undo\`, of: (done: number) => t\`\${done} of \${t\`all “things”\`}\` } as const;
      export const more = { a: { b: [t\`Not now\`] } } satisfies Words;
      switch (kind) { case 'Big Case': say(t\`In a case\`); }
    `);
    expect(texts(said)).toEqual(['Undo', '{0} of {1}', 'all “things”', 'Not now', 'In a case']);
    expect(inWords('const bill = inEnglish`water`;').english).toEqual(['water']);
    expect(untold).toEqual([]);
  });

  it('are found as well in what else nobody reads, such as an error', () => {
    const { said, untold } = inScreen(`
      throw new Failure({ kind: 'unreadable', because: t\`That is too large\`, and: 'Not for anybody to read' });
      const found = { [t\`Undo\`]: 1 };
      if (text === t\`it was me\`) go();
    `);
    expect(texts(said)).toEqual(['That is too large', 'Undo', 'it was me']);
    expect(untold).toEqual([]);
  });

  it.each([
    ["export const words = { undo: 'Undo' } as const;", 'Undo'],
    ["export const says = 'nothing was done';", 'nothing was done'],
    ['export const says = (n: number) => `$' + '{n} were asked about`;', '{} were asked about'],
    ["export const says = isOne ? 'Why?' : null;", 'Why?'],
  ])('are not what another language can’t say: %s', (source, text) => {
    expect(texts(inWords(source).untold)).toEqual([text]);
  });

  it.each([
    "import { t } from 'A package with a name';",
    "export type Kind = 'A kind' | 'Another';",
    "export const is = kind === 'A kind';",
    "export const format = new Intl.DateTimeFormat('en CA', { month: 'Long month' });",
    "export const name = 'Life OS';",
    "export const rule = ['FREQ', 'MO,TU', 'mail-domain', 'UTC'];",
    'export const example = inEnglish`Put dentist on Thursday at 3pm`;',
  ])('are not what nobody reads: %s', (source) => {
    expect(inWords(source)).toMatchObject({ said: [], untold: [] });
  });

  it('are, on a screen, what stands in the page or is read out', () => {
    const { untold } = inScreen(`
      export const Row = () => (
        <Button aria-label="Close" kind="primary" title={words.title}>
          Undo
          <b>{isOn ? 'Nothing was done' : 'medium'}</b>
        </Button>
      );
    `);
    expect(untold.map(({ text, line }) => [text, line])).toEqual([
      ['Close', 3],
      ['Undo', 3],
      ['Nothing was done', 5],
    ]);
  });

  it('belong in the room of words', () => {
    const problems = findMisplaced(
      'src-renderer/features/x.tsx',
      inScreen('const a = t`Undo`;\nconst b = <p>Undo</p>;'),
    );
    expect(problems).toEqual([
      'src-renderer/features/x.tsx:2: “Undo” is said in English only; write it as t`…`',
      'src-renderer/features/x.tsx:1: “Undo” belongs in src-renderer/words',
    ]);
    expect(findMisplaced('src-renderer/words/x.ts', inWords('const a = t`Undo`;'))).toEqual([]);
  });
});

describe('the sentences of a language', () => {
  const said = [
    { file: 'a.ts', line: 3, text: 'Undo' },
    { file: 'b.ts', line: 7, text: '{0} of {1} {number}' },
  ];
  const good = { Undo: 'Deshacer', '{0} of {1} {number}': '{number} de {1}: {0}' };

  it('are all there, each once', () => {
    expect(findGaps(said, [{ file: 'core.json', sentences: good }])).toEqual([]);
  });

  it.each([
    [{ Undo: 'Deshacer' }, 'b.ts:7: “{0} of {1} {number}” stands not in core.json'],
    [{ ...good, Redo: 'Rehacer' }, 'core.json: “Redo” is said nowhere any more'],
    [{ ...good, Undo: ' ' }, 'core.json: “Undo” is empty'],
    [{ ...good, Undo: null }, 'core.json: “Undo” is empty'],
    [
      { ...good, '{0} of {1} {number}': '{0} de {1}' },
      'core.json: “{0} of {1} {number}” has other places in “{0} de {1}”',
    ],
    [{ ...good, Undo: 'Deshacer {0}' }, 'core.json: “Undo” has other places in “Deshacer {0}”'],
  ])('%j is wrong', (sentences, problem) => {
    expect(findGaps(said, [{ file: 'core.json', sentences }])).toEqual([problem]);
  });

  it('may stand there for what is data', () => {
    const sentences = { ...good, 'Ask me first.': 'Pregúntame antes.' };
    expect(findGaps(said, [{ file: 'core.json', sentences }], new Set(['Ask me first.']))).toEqual([]);
  });

  it('stand in one file only', () => {
    const twice = [
      { file: 'core.json', sentences: good },
      { file: 'connectors.json', sentences: { Undo: 'Deshacer' } },
    ];
    expect(findGaps(said, twice)).toEqual(['a.ts:3: “Undo” stands twice, in core.json and connectors.json']);
  });
});
