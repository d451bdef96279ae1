import type { Paragraph as ParagraphOfDocx } from 'docx';
import type { CvLine } from '#connectors/cv/lay-out.ts';

const FONT = 'Calibri';
const GREY = '555555';

/** A CV as a Word document, with real headings and lists, so that it can be worked on further. */
export async function writeDocx(lines: readonly CvLine[]): Promise<Uint8Array> {
  // Loaded when one is written: the app starts without it.
  const { AlignmentType, BorderStyle, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } = await import(
    'docx'
  );

  const paragraph: Readonly<Record<CvLine['kind'], (words: string) => ParagraphOfDocx>> = {
    name: (text) =>
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun({ text, bold: true, size: 40 })] }),
    label: (text) => new Paragraph({ children: [new TextRun({ text, size: 24 })] }),
    contact: (text) =>
      new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, size: 19, color: GREY })] }),
    part: (text) =>
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 240, after: 80 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: 'BBBBBB' } },
        children: [new TextRun({ text, bold: true, size: 26, color: '000000' })],
      }),
    entry: (text) =>
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        keepNext: true,
        spacing: { before: 120 },
        children: [new TextRun({ text, bold: true, size: 22, color: '000000' })],
      }),
    when: (text) => new Paragraph({ keepNext: true, children: [new TextRun({ text, size: 19, color: GREY })] }),
    text: (text) => new Paragraph({ spacing: { before: 40, after: 40 }, children: [new TextRun({ text })] }),
    point: (text) => new Paragraph({ numbering: { reference: 'points', level: 0 }, children: [new TextRun({ text })] }),
  };

  const name = lines.find(({ kind }) => kind === 'name')?.text ?? '';
  const margin = 1020;
  const file = new Document({
    creator: name,
    lastModifiedBy: name,
    title: name,
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: margin, right: margin, bottom: margin, left: margin } } },
        children: lines.map(({ kind, text }) => paragraph[kind](text)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
