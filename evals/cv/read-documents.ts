import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';

/** What a Word file says, read from its own parts, its properties too. */
export function textOfDocx(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const said = ['word/document.xml', 'docProps/core.xml'].map((name) => strFromU8(parts[name] ?? new Uint8Array()));
  return said
    .flatMap((xml) =>
      [...xml.matchAll(/<(?:w:t|dc:title|dc:creator|cp:lastModifiedBy)(?:\s[^>]*)?>([^<]*)</g)].map(
        ([, text = '']) => text,
      ),
    )
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
}

/** What a PDF says, as a reader of PDFs shows it. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}
