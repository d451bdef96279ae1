import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const scale = (name: string) =>
  readFileSync(new URL(`../../node_modules/@radix-ui/colors/${name}.css`, import.meta.url), 'utf8');

const hues = ['sand', 'indigo', 'amber', 'red', 'green'];
const lightScales = declarationsOf(hues.map((hue) => outsideOfWideGamut(scale(hue))).join('\n'));
const darkScales = declarationsOf(hues.map((hue) => outsideOfWideGamut(scale(`${hue}-dark`))).join('\n'));
const [lightTokens = '', darkTokens = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const light = new Map([...lightScales, ...declarationsOf(lightTokens)]);
const dark = new Map([...light, ...darkScales, ...declarationsOf(darkTokens)]);

const grounds = ['ground', 'ground-side', 'ground-hover', 'ground-floating'];
/** WCAG 2.2: text needs 4.5 to 1 against its ground; what marks a control, its state or the focus needs 3 to 1. */
const pairs: readonly (readonly [ink: string, ground: string, atLeast: number])[] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-quiet', 'ink-accent', 'ink-danger'].map((ink) => [ink, ground, 4.5] as const),
  ),
  ...['ground', 'ground-side', 'ground-floating'].flatMap((ground) =>
    ['control-border', 'focus-ring', 'mark-done', 'mark-quiet'].map((mark) => [mark, ground, 3] as const),
  ),
  ['ink', 'ground-active', 4.5],
  ['on-accent-solid', 'accent-solid', 4.5],
  ['on-accent-solid', 'accent-solid-hover', 4.5],
  ['on-danger-solid', 'danger-solid', 4.5],
  ['on-danger-solid', 'danger-solid-hover', 4.5],
  ['on-accent-tint', 'accent-tint', 4.5],
  ['on-warn-tint', 'warn-tint', 4.5],
  ['on-danger-tint', 'danger-tint', 4.5],
  ['on-done-tint', 'done-tint', 4.5],
];

test.each(pairs)('%s can be read on %s', (ink, ground, atLeast) => {
  expect(contrast(light, ink, ground), 'in light').toBeGreaterThanOrEqual(atLeast);
  expect(contrast(dark, ink, ground), 'in dark').toBeGreaterThanOrEqual(atLeast);
});

test('dark is never pure black', () => {
  expect(colourOf(dark, 'ground')).toBe('#111110');
});

/** The wide-gamut blocks repeat the same colours for other screens. */
function outsideOfWideGamut(css: string): string {
  return css.split('@supports')[0] ?? '';
}

function declarationsOf(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

function colourOf(theme: ReadonlyMap<string, string>, name: string): string {
  const value = theme.get(name) ?? '';
  const other = /^var\(--([a-z0-9-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : colourOf(theme, other);
}

function contrast(theme: ReadonlyMap<string, string>, ink: string, ground: string): number {
  const [brighter = 0, darker = 0] = [ink, ground]
    .map((name) => luminance(colourOf(theme, name)))
    .sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const channels = /^#(..)(..)(..)$/.exec(hex)?.slice(1);
  if (!channels) throw new Error(`“${hex}” is not a colour in hexadecimal.`);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const value = Number.parseInt(channel, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
