import type { Style } from '#connectors/sdk/outside-text/styles.ts';

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  yellow: [255, 255, 0],
};

/** Nearer than this in every part, words and what is behind them are one colour to a person. */
const NEAR = 16;
/** Farther out than this nobody scrolls; smaller than this nobody reads. */
const FAR_OUT_PX = -200;
const SMALLEST_PX = 2;

/** Whether an element is there and not seen, by what it says of itself. */
export function isHidden(style: Style, attributes: Readonly<Record<string, string>>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden']?.toLowerCase() === 'true' ||
    style.get('display') === 'none' ||
    ['hidden', 'collapse'].includes(style.get('visibility') ?? '') ||
    style.get('content-visibility') === 'hidden' ||
    isUnder(style.get('opacity'), 0.1) ||
    isTiny(style.get('font-size')) ||
    isTiny(style.get('zoom'), 0.1) ||
    isSqueezed(style) ||
    isFarOut(style) ||
    isClipped(style) ||
    /(^|[^\w])(scale[xyz3d]*\(\s*0(\.0\d*)?\s*[,)]|translate[xy3d]*\([^)]*-\d{4})/.test(style.get('transform') ?? '') ||
    style.get('mso-hide') === 'all'
  );
}

function isUnder(value: string | undefined, least: number): boolean {
  if (value === undefined || value === '') return false;
  const number = value.endsWith('%') ? Number.parseFloat(value) / 100 : Number.parseFloat(value);
  return number < least;
}

/** A length in pixels, as near as can be told. */
function pixels(value: string | undefined): number | null {
  const [, number, unit] = /^(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|%|vw|vh|cm|mm|in)?$/.exec(value ?? '') ?? [];
  if (number === undefined) return null;
  const each = { em: 16, rem: 16, ex: 8, ch: 8, pt: 1.33, '%': 16 / 100, vw: 10, vh: 8, cm: 38, mm: 3.8, in: 96 };
  return Number(number) * (unit && unit in each ? each[unit as keyof typeof each] : 1);
}

function isTiny(value: string | undefined, least = SMALLEST_PX): boolean {
  const size = pixels(value);
  return size !== null && size < least;
}

/** No room, and what does not fit is cut off. */
function isSqueezed(style: Style): boolean {
  const cut = /hidden|clip/.test(style.get('overflow') ?? '') || /hidden|clip/.test(style.get('overflow-y') ?? '');
  const sides = ['height', 'max-height', 'width', 'max-width', 'line-height'].map((side) => pixels(style.get(side)));
  return cut && sides.some((side) => side !== null && side < SMALLEST_PX);
}

function isFarOut(style: Style): boolean {
  const sides = ['left', 'right', 'top', 'bottom', 'margin-left', 'margin-top', 'text-indent'];
  return sides.some((side) => (pixels(style.get(side)) ?? 0) < FAR_OUT_PX);
}

function isClipped(style: Style): boolean {
  const clip = style.get('clip') ?? '';
  const path = style.get('clip-path') ?? '';
  return (
    /rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?\s*\)/.test(clip) ||
    /inset\(\s*([5-9]\d|100)%|circle\(\s*0/.test(path)
  );
}

/** Null for what is no colour, or for one that is not told here; transparent words are `hidden`. */
export function readColour(value: string | undefined): Colour | 'transparent' | null {
  if (value === undefined) return null;
  const text = value.trim().toLowerCase();
  if (text === 'transparent' || /^(rgba|hsla)\(.*[,/]\s*0?\.?0+%?\s*\)$/.test(text)) return 'transparent';
  const hex = /^#?([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex !== undefined && [3, 4].includes(hex.length))
    return hexColour([...hex.slice(0, 3)].map((digit) => digit + digit).join(''));
  if (hex !== undefined && [6, 8].includes(hex.length)) return hexColour(hex);
  const [, red, green, blue] = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text) ?? [];
  if (blue !== undefined) return [Number(red), Number(green), Number(blue)];
  return NAMED[text] ?? null;
}

const hexColour = (hex: string): Colour =>
  [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

export const isSameColour = (one: Colour, other: Colour): boolean =>
  one.every((part, index) => Math.abs(part - (other[index] ?? 0)) < NEAR);
