import { Parser } from 'htmlparser2';
import { cutShort, LONGEST_TEXT, tidyLines } from '#connectors/sdk/outside-text/clean-text.ts';
import { type CleanText, createFindings, type Findings } from '#connectors/sdk/outside-text/finding.ts';
import { type Colour, isHidden, isSameColour, readColour } from '#connectors/sdk/outside-text/is-hidden.ts';
import { readLink } from '#connectors/sdk/outside-text/read-link.ts';
import { readDeclarations, readStyleSheet, type Style } from '#connectors/sdk/outside-text/styles.ts';
import { tellAnchor, tellLinksIn } from '#connectors/sdk/outside-text/tell-links.ts';
import { removeUnseen } from '#connectors/sdk/outside-text/unseen-characters.ts';

const LONGEST_HTML = 2_000_000;
/** Deeper than this no letter and no page is laid out; the rest of what nests so deep is not read. */
const DEEPEST = 256;
const PART = 16_384;

/** Never a part of what a person reads. */
const UNREAD = new Set(
  'script style template noscript head title svg math object embed iframe audio video canvas select textarea'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article header footer main aside nav ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre form fieldset address figure hr dl dt dd center body'.split(
    ' ',
  ),
);

type Element = {
  readonly name: string;
  readonly hidden: boolean;
  readonly unread: boolean;
  readonly colour: Colour;
  readonly behind: Colour;
  /** Of a link: where it leads, and where its words begin in what was written so far. */
  readonly link: { readonly href: string; readonly from: number } | null;
};

const page: Element = {
  name: '',
  hidden: false,
  unread: false,
  colour: [0, 0, 0],
  behind: [255, 255, 255],
  link: null,
};

/**
 * HTML that somebody else wrote, as the plain text that a person would see: without comments, programs and whatever is
 * there and not seen, with every link readable for where it leads. Never throws, whatever it is given, and takes time in
 * line with the length.
 */
export function cleanHtml(raw: string): CleanText {
  const findings = createFindings();
  const html = cutShort(raw, LONGEST_HTML, findings);
  const written = writeSeen(html, readStyles(html), findings);
  const text = tellLinksIn(removeUnseen(cutShort(written, LONGEST_TEXT, findings), findings), findings);
  return { text: tidyLines(text.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n ?/g, '\n')), found: findings.list() };
}

/** Style sheets may stand after what they hide, so they are read first. */
function readStyles(html: string): ReadonlyMap<string, Style> {
  let inSheet = false;
  let depth = 0;
  const sheets: string[] = [];
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      inSheet = name === 'style';
    },
    ontext(text) {
      if (inSheet) sheets.push(text);
    },
    onclosetag() {
      depth -= 1;
      inSheet = false;
    },
  });
  readInParts(parser, html, () => depth > DEEPEST);
  return readStyleSheet(sheets.join('\n'));
}

/** Every end tag is looked for in all that is open, so depth is what could make this slow. Answers how far it read. */
function readInParts(parser: Parser, html: string, isTooDeep: () => boolean): number {
  let at = 0;
  for (; at < html.length && !isTooDeep(); at += PART) parser.write(html.slice(at, at + PART));
  parser.end();
  return Math.min(at, html.length);
}

function writeSeen(html: string, sheet: ReadonlyMap<string, Style>, findings: Findings): string {
  const open: Element[] = [page];
  const written: string[] = [];
  let hidden = '';
  const here = (): Element => open.at(-1) ?? page;
  const noteHidden = () => {
    if (/[\p{L}\p{N}]/u.test(hidden)) findings.add('hidden-words', hidden);
    hidden = '';
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      const element = enter(here(), name, attributes, sheet, written.length);
      open.push(element);
      if (element.unread || element.hidden) return;
      if (name === 'br' || BLOCKS.has(name)) written.push('\n');
      if (name === 'li') written.push('\n- ');
      if (name === 'td' || name === 'th') written.push(' ');
      if (name === 'img') written.push(tellPicture(attributes, findings));
    },
    ontext(text) {
      const { unread, hidden: isOut, colour, behind } = here();
      if (unread) return;
      if (!isOut && !isSameColour(colour, behind)) written.push(text.replaceAll(/\s+/g, ' '));
      else if (hidden.length < 1_000) hidden += text;
    },
    onclosetag(name) {
      if (here().name !== name) return;
      const element = open.pop() ?? page;
      if (open.length === 0) open.push(page);
      if (!here().hidden) noteHidden();
      if (element.link) tellLink(written, element.link, findings);
      if (BLOCKS.has(name) && !element.unread && !element.hidden) written.push('\n');
    },
    oncomment(comment) {
      // What mail programs are told in comments is no message to anybody.
      const words = comment.slice(0, 2_000).replaceAll(/\[(if|endif)[^\]]*\]|<[^>]*>|[{}][^{}]*/gi, ' ');
      if (/\p{L}{3,}\s+\p{L}{2,}\s+\p{L}{2,}/u.test(words)) findings.add('hidden-words', words);
    },
  });
  const read = readInParts(parser, html, () => open.length > DEEPEST);
  if (read < html.length) findings.add('cut-short', '', html.length - read);
  noteHidden();
  return written.join('');
}

function enter(
  around: Element,
  name: string,
  attributes: Readonly<Record<string, string>>,
  sheet: ReadonlyMap<string, Style>,
  from: number,
): Element {
  const style = styleOf(name, attributes, sheet);
  const colour = readColour(style.get('color') ?? (name === 'font' ? attributes.color : undefined));
  const behind = readColour(firstWord(style.get('background-color') ?? style.get('background') ?? attributes.bgcolor));
  const isInput = name === 'input' && attributes.type?.toLowerCase() === 'hidden';
  return {
    name,
    hidden: around.hidden || isInput || colour === 'transparent' || isHidden(style, attributes),
    unread: around.unread || UNREAD.has(name),
    colour: colour === null || colour === 'transparent' ? around.colour : colour,
    behind: behind === null || behind === 'transparent' ? around.behind : behind,
    link: name === 'a' && attributes.href !== undefined ? { href: attributes.href, from } : null,
  };
}

const firstWord = (value: string | undefined): string | undefined =>
  value === undefined || value.includes('(') ? value : value.split(/\s/)[0];

function styleOf(name: string, attributes: Readonly<Record<string, string>>, sheet: ReadonlyMap<string, Style>): Style {
  const classes = (attributes.class ?? '').slice(0, 1_000).split(/\s+/);
  const named = [name, ...classes.map((each) => `.${each}`), `#${attributes.id ?? ''}`];
  const rules = named.flatMap((each) => [...(sheet.get(each) ?? [])]);
  return new Map([...rules, ...readDeclarations(attributes.style ?? '')]);
}

function tellLink(written: string[], { href, from }: { href: string; from: number }, findings: Findings): void {
  const words = written.splice(from).join('');
  written.push(tellAnchor(words.trim() === '' ? words : words.trim(), href, findings), /\s$/.test(words) ? ' ' : '');
}

/** A picture by its words. One from elsewhere that is too small to be seen tells its sender that the letter was opened. */
function tellPicture(attributes: Readonly<Record<string, string>>, findings: Findings): string {
  const { src = '', alt = '', width, height } = attributes;
  const isPoint = [width, height].some((side) => side !== undefined && Number.parseInt(side, 10) <= 2);
  if (isPoint) {
    if (/^(https?:)?\/\//i.test(src)) findings.add('tracking', readLink(src).host);
    return '';
  }
  return alt.trim() === '' ? '' : ` [picture: ${alt.trim().slice(0, 200)}] `;
}
