import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { LARGEST_FILE, LONGEST_ANSWER } from '#connectors/mcp/limits.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { type Finding, FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { t } from '#contract/language/t.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';

/** What a tool answered, cleaned: all of it is words that somebody else wrote. */
export const AnswerSchema = z.object({
  tool: z.string(),
  /** False: it was only tried out. */
  asked: z.boolean(),
  text: z.string(),
  isCut: z.boolean(),
  /** What it gave as data; null where it gave none, or too much of it. */
  data: JsonSchema,
  found: z.array(FindingSchema),
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), size: z.number() })),
});
export type Answer = z.output<typeof AnswerSchema>;

export type AnswerFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** `failed`: the tool says that it did not work. */
export type ReadAnswer = { readonly answer: Answer; readonly files: readonly AnswerFile[]; readonly failed: boolean };

export const notAsked = (tool: string): Answer => ({
  tool,
  asked: false,
  text: '',
  isCut: false,
  data: null,
  found: [],
  files: [],
});

export function readAnswer(tool: string, { content, structuredContent, isError }: CallToolResult): ReadAnswer {
  const said: string[] = [];
  const files: AnswerFile[] = [];
  for (const part of content) {
    if (part.type === 'text') said.push(part.text);
    else if (part.type === 'resource_link') said.push(`${part.title ?? part.name}: ${part.uri}`);
    else if (part.type === 'resource' && 'text' in part.resource) said.push(part.resource.text);
    else if (part.type === 'image' || part.type === 'audio') keepFile(files, part);
    else said.push(t`(A part of this answer is neither text nor a picture, and was left out.)`);
  }
  const whole = said.join('\n\n');
  const cleaned = cleanText(whole.slice(0, LONGEST_ANSWER));
  const found: Finding[] = cleaned.found.map(({ kind, count, samples }) => ({ kind, count, samples: [...samples] }));
  const answer: Answer = {
    tool,
    asked: true,
    text: cleaned.text,
    isCut: whole.length > LONGEST_ANSWER,
    data: cleanData(structuredContent),
    found,
    files: files.map(({ name, mediaType, bytes }) => ({ name, mediaType, size: bytes.byteLength })),
  };
  return { answer, files, failed: isError === true };
}

/** Only what can do nothing but be seen or heard. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
};

function keepFile(files: AnswerFile[], { data, mimeType }: { data: string; mimeType: string }): void {
  const ending = endings[mimeType];
  const bytes = Buffer.from(data, 'base64');
  if (ending === undefined || bytes.byteLength === 0 || bytes.byteLength > LARGEST_FILE) return;
  files.push({ name: `Answer ${files.length + 1}.${ending}`, mediaType: mimeType, bytes });
}

const DEEPEST = 8;

/** The same data with every text in it cleaned; null where it is too much to be looked at. */
function cleanData(data: unknown): Json {
  if (data === undefined || JSON.stringify(data).length > LONGEST_ANSWER) return null;
  const clean = (value: unknown, depth: number): Json => {
    if (typeof value === 'string') return cleanText(value).text;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (value === null || value === undefined || typeof value !== 'object' || depth > DEEPEST) return null;
    if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
    const entries = Object.entries(value).map(
      ([key, child]) => [cleanText(key).text, clean(child, depth + 1)] as const,
    );
    return Object.fromEntries(entries);
  };
  return clean(data, 0);
}
