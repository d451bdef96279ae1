import type { CvLine } from '#connectors/cv/lay-out.ts';

/** A CV as Markdown that any editor opens. Signs that would mean something there are escaped. */
export function writeMarkdown(lines: readonly CvLine[]): string {
  let text = '';
  for (const [index, { kind, text: words }] of lines.entries()) {
    const isInList = kind === 'point' && lines[index - 1]?.kind === 'point';
    text += `${index === 0 || isInList ? '' : '\n'}${marks[kind](escaped(words))}\n`;
  }
  return text;
}

const marks: Readonly<Record<CvLine['kind'], (words: string) => string>> = {
  name: (words) => `# ${words}`,
  label: (words) => `**${words}**`,
  contact: (words) => words,
  part: (words) => `## ${words}`,
  entry: (words) => `### ${words}`,
  when: (words) => `*${words}*`,
  text: (words) => words,
  point: (words) => `- ${words}`,
};

const escaped = (words: string): string =>
  words
    .replaceAll(/[\\`*_[\]<>]/g, '\\$&')
    .replaceAll(/^(#{1,6}(?=\s)|[-+](?=\s)|\d+(?=[.)]\s))/g, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
