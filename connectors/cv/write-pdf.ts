import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CvLine } from '#connectors/cv/lay-out.ts';

const MARGIN = 54;
const INK = '#1a1a1a';
const GREY = '#555555';
const HAIRLINE = '#bbbbbb';

/** How a line is set: its size in points, the room above it, and whether it stands out. */
const settings: Readonly<Record<CvLine['kind'], { size: number; above: number; isBold?: true; isGrey?: true }>> = {
  name: { size: 21, above: 0, isBold: true },
  label: { size: 12, above: 2 },
  contact: { size: 9, above: 4, isGrey: true },
  part: { size: 12.5, above: 14, isBold: true },
  entry: { size: 10.5, above: 7, isBold: true },
  when: { size: 9, above: 1, isGrey: true },
  text: { size: 10, above: 3 },
  point: { size: 10, above: 2 },
};

export type Pdf = { readonly bytes: Uint8Array } | { readonly cannotShow: string };

/**
 * A CV as a PDF, its fonts inside. They have Latin, Greek and Cyrillic letters: with any other none is made, and those
 * letters are told, since boxes in their place would be worse.
 */
export async function writePdf(lines: readonly CvLine[]): Promise<Pdf> {
  // Loaded when one is written: the app starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const [regular, bold] = await Promise.all([
    font('400Regular/Inter_400Regular'),
    font('600SemiBold/Inter_600SemiBold'),
  ]);
  const name = lines.find(({ kind }) => kind === 'name')?.text ?? '';
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en',
    displayTitle: true,
    info: { Title: name, Author: name },
    // None of PDFKit's own, whose files are not packed.
    font: '',
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  pdf.registerFont('regular', regular).registerFont('bold', bold);

  const cannotShow = lettersWithout(pdf.font('regular'), lines);
  if (cannotShow !== '') return { cannotShow };

  for (const { kind, text } of lines) {
    const { size, above, isBold, isGrey } = settings[kind];
    pdf
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(isGrey ? GREY : INK);
    // A heading does not stand alone at the foot of a page.
    const needs = kind === 'part' || kind === 'entry' ? 60 : 0;
    if (pdf.y + needs > pdf.page.height - MARGIN) pdf.addPage();
    pdf.y += pdf.y === MARGIN ? 0 : above;
    if (kind === 'point') {
      // The mark stays beside the first line of its words.
      if (pdf.y + pdf.currentLineHeight(true) > pdf.page.height - MARGIN) pdf.addPage();
      const top = pdf.y;
      pdf.text('•', MARGIN + 4, top, { lineBreak: false });
      pdf.text(text, MARGIN + 16, top, { lineGap: 1.5 });
      pdf.x = MARGIN;
    } else {
      pdf.text(text, MARGIN, pdf.y, { lineGap: 1.5 });
    }
    if (kind === 'part') {
      const foot = pdf.y + 1;
      pdf
        .moveTo(MARGIN, foot)
        .lineTo(pdf.page.width - MARGIN, foot)
        .lineWidth(0.5)
        .stroke(HAIRLINE);
      pdf.y = foot + 1;
    }
  }
  pdf.end();
  await ended;
  return { bytes: Buffer.concat(chunks) };
}

/** Found where packages lie: they stay files of their own beside the bundle. */
const font = (name: string): Promise<Buffer> =>
  readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${name}.ttf`));

/** What of the font in use is known to PDFKit and not to its types. */
type WithFont = { readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } } };

function lettersWithout(pdf: object, lines: readonly CvLine[]): string {
  const { font: used } = (pdf as WithFont)._font;
  const letters = new Set(lines.flatMap(({ text }) => [...text]));
  return [...letters]
    .filter((letter) => letter.trim() !== '' && !used.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
    .join('');
}
