import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInArguments, placeOfLink } from '#main/shell/electron/deep-link.ts';

test.each([
  ['lifeos://open/', ''],
  ['lifeos://open', ''],
  ['lifeos://open/approvals', 'approvals'],
  ['lifeos://open/timeline/', 'timeline'],
  ['lifeos://open/approvals/0193-ab_C', 'approvals/0193-ab_C'],
  ['lifeos://open/runs/0193', 'runs/0193'],
])('%s leads to “%s”', (link, place) => {
  expect(placeOfLink(link)).toBe(place);
});

test.each([
  'https://open/approvals',
  'lifeos://approve/0193',
  'lifeos://open/approvals/0193/approve',
  'lifeos://open/runs/../../x',
  'lifeos://open/runs/%2e%2e%2fx',
  'lifeos://open/approvals?decision=approve',
  'lifeos://open/approvals#/memory',
  'lifeos://user:secret@open/approvals',
  'lifeos://open:80/approvals',
  'lifeos:open/approvals',
  'lifeos://open/settings',
  `lifeos://open/runs/${'a'.repeat(65)}`,
  'lifeos://open/runs/<script>',
  '',
])('%s leads nowhere', (link) => {
  expect(placeOfLink(link)).toBeNull();
});

test('whatever is written, only a known place comes of it', () => {
  fc.assert(
    fc.property(fc.string(), (tail) => {
      const place = placeOfLink(`lifeos://open/${tail}`);
      expect(place === null || /^([a-z]*|(approvals|runs)\/[A-Za-z0-9_-]{1,64})$/.test(place)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a link is found among the arguments that a system hands over', () => {
  expect(placeInArguments(['/opt/life-os', '--flag', '--', 'lifeos://open/approvals'])).toBe('approvals');
  expect(placeInArguments(['/opt/life-os', '--data-dir', 'x'])).toBeNull();
  expect(placeInArguments(['LIFEOS://open/nonsense'])).toBeNull();
});
