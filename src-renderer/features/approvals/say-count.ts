/** The sentence of a filled template with another number in its blank `count`, which stood there as `was`. */
export function sayCount(template: string, says: string, was: number, count: number): string {
  const [before = '', after = ''] = template.split('{count}');
  const left = before.slice(before.lastIndexOf('}') + 1);
  const right = after.includes('{') ? after.slice(0, after.indexOf('{')) : after;
  return says.replace(`${left}${was}${right}`, () => `${left}${count}${right}`);
}
