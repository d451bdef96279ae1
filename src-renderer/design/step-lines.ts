import type { Layout, Place } from '#renderer/design/step-layout.ts';

/** All in rem, so that a picture grows with the text. */
const WIDTH = 12.5;
const GAP_ACROSS = 2.5;
const GAP_DOWN = 0.75;
const EDGE = 0.25;
const BEND = 0.4;
/** Where the first layer begins: before it stands the dot that all begins from. */
export const HEAD = 2.5;
export const HEIGHT = 4.75;
export const COLUMN = WIDTH + GAP_ACROSS;
const ROW = HEIGHT + GAP_DOWN;
/** Layers as short as this stand around the middle; where they are longer, the first steps are what is seen first. */
const SEEN_AT_ONCE = 6;

const heightOfLayer = (count: number) => count * ROW - GAP_DOWN;
const longest = ({ layers }: Layout) => Math.max(1, ...layers.map(({ length }) => length));

export const sizeOf = (layout: Layout): { readonly width: number; readonly height: number } => ({
  width: HEAD + layout.layers.length * COLUMN - GAP_ACROSS + EDGE,
  height: heightOfLayer(longest(layout)) + 2 * EDGE,
});

export function topOf(layout: Layout, { layer, place }: Place): number {
  const most = longest(layout);
  const room = heightOfLayer(most) - heightOfLayer(layout.layers[layer]?.length ?? most);
  return EDGE + (most > SEEN_AT_ONCE ? 0 : room / 2) + place * ROW;
}

/** From the dot to a first step: all go along one trunk, so that many of them are still one line. */
function branch(startY: number, y: number): string {
  const [dot, trunk] = [HEAD / 4, HEAD * 0.55];
  if (Math.abs(y - startY) < 2 * BEND) return `M${dot} ${startY}L${trunk} ${startY}L${HEAD} ${y}`;
  const turn = y > startY ? BEND : -BEND;
  return `M${dot} ${startY}H${trunk - BEND}Q${trunk} ${startY} ${trunk} ${startY + turn}V${y - turn}Q${trunk} ${y} ${trunk + BEND} ${y}H${HEAD}`;
}

/** Two paths for all lines, those to a step that was taken and the rest; and how high the dot stands. */
export function linesOf(
  layout: Layout,
  taken: ReadonlySet<string>,
): { readonly taken: string; readonly notTaken: string; readonly startY: number } {
  const middleOf = (place: Place) => topOf(layout, place) + HEIGHT / 2;
  const firsts = layout.layers[0] ?? [];
  const places = (id: string): Place => layout.places.get(id) ?? { layer: 0, place: 0 };
  const isLong = longest(layout) > SEEN_AT_ONCE;
  const startY = isLong ? EDGE + HEIGHT / 2 : sizeOf(layout).height / 2;
  const draw = (x1: number, y1: number, x2: number, y2: number) => {
    const bend = Math.min(GAP_ACROSS, x2 - x1) / 2;
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  };
  const paths = { taken: '', notTaken: '' };
  const add = (to: string, path: string) => {
    paths[taken.has(to) ? 'taken' : 'notTaken'] += path;
  };
  for (const id of firsts) add(id, branch(startY, middleOf(places(id))));
  for (const { from, to } of layout.edges) {
    const [a, b] = [places(from), places(to)];
    add(to, draw(HEAD + a.layer * COLUMN + WIDTH, middleOf(a), HEAD + b.layer * COLUMN, middleOf(b)));
  }
  return { ...paths, startY };
}
