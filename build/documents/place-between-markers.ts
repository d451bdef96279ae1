const BEGIN = '<!-- drawn from the imports by `npm run docs` -->';
const END = '<!-- end of the drawing -->';

/** Puts `drawing` between the two markers of `page`; without markers the page is wrong, which is a bug. */
export function placeBetweenMarkers(page: string, drawing: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('the page has no markers to draw between');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${drawing}\n\n${page.slice(end)}`;
}
