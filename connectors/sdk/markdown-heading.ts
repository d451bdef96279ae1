const heading = /^ {0,3}#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/;

/** The words of a Markdown line that is a heading of the first level; null for every other line. */
export const readHeading = (line: string): string | null =>
  heading.exec(line.replace(/^\ufeff/, ''))?.[1]?.replace(/\\(#+)$/, '$1') ?? null;

/** A heading that is read back as exactly these words: number signs at its end would count as decoration. */
export const writeHeading = (words: string): string => `# ${words.replace(/(?<=^| )(#+)$/, '\\$1')}`;
