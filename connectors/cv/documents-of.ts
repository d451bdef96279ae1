import type { CvLine } from '#connectors/cv/lay-out.ts';
import { writeDocx } from '#connectors/cv/write-docx.ts';
import { writeMarkdown } from '#connectors/cv/write-markdown.ts';
import { writePdf } from '#connectors/cv/write-pdf.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';

type Attachment = Parameters<ActionContext<unknown>['attach']>[0];

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The CV in each form that it is wanted in. `cannotShow`: letters for which no PDF was made. */
export async function documentsOf(
  stem: string,
  json: string,
  lines: readonly CvLine[],
): Promise<{ documents: readonly Attachment[]; cannotShow: string }> {
  const [docx, pdf] = await Promise.all([writeDocx(lines), writePdf(lines)]);
  const written = 'bytes' in pdf ? [{ name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: pdf.bytes }] : [];
  return {
    documents: [
      { name: `${stem}.docx`, mediaType: DOCX, bytes: docx },
      ...written,
      { name: `${stem}.md`, mediaType: 'text/markdown', bytes: writeMarkdown(lines) },
      { name: `${stem}.json`, mediaType: 'application/json', bytes: json },
    ],
    cannotShow: 'cannotShow' in pdf ? pdf.cannotShow : '',
  };
}
