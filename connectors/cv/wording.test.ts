import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '#connectors/cv/tokens.ts';
import { findInvention, shortenLine } from '#connectors/cv/wording.ts';

describe('a line without words that say nothing', () => {
  it.each([
    ['I was responsible for three public parks.', 'Three public parks.'],
    ['Successfully cut water use by 30%', 'Cut water use by 30%'],
    ['Utilized React to build very large forms', 'Used React to build large forms'],
    ['I’ve led a team of 5', 'Led a team of 5'],
    ['Was not very successful', 'Was not very successful'],
    ['Built it', 'Built it'],
    ['I', 'I'],
  ])('%s', (own, shorter) => {
    expect(shortenLine(own)).toBe(shorter);
    expect(findInvention(shorter, own)).toBeNull();
  });

  it('never says more than before, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (own) => {
        expect(findInvention(shortenLine(own), own) === null || shortenLine(own) === own.trim()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const own = 'Helped cut costs of 5 shops by 40% through caching, with the city team';
const plain = 'Cut response times of the shop by 40%, and moved from Oracle to Amazon through caching';

describe('what a line may say', () => {
  it.each([
    ['the same', plain, plain],
    ['the same in other capitals', plain.toUpperCase(), plain],
    ['no more articles', 'Cut response times of shop by 40%, and moved from Oracle to Amazon through caching', plain],
    ['less, from a joint on', 'Cut response times of the shop by 40%, and moved from Oracle to Amazon', plain],
    [
      'how it was done first',
      'Using React and Redis, built a search for 3 shops',
      'Built a search for 3 shops using React and Redis',
    ],
  ])('%s', (_what, said, source) => {
    expect(findInvention(said, source)).toBeNull();
  });
});

describe('an invention', () => {
  it.each([
    ['a skill', `${plain} with Kubernetes`, plain],
    ['another figure', plain.replace('40%', '60%'), plain],
    ['a figure with another sign', plain.replace('40%', '40'), plain],
    ['an employer', `${plain} at Google`, plain],
    ['a date', `${plain} in 2024`, plain],
    ['a title', `Senior engineer: ${plain}`, plain],
    ['praise', plain.replace('Cut', 'Expertly cut'), plain],
    ['another form that claims more', 'Developed an app', 'Developing an app'],
    ['names that changed places', 'Cut response times of the shop by 40%, and moved from Amazon to Oracle', plain],
    ['figures that changed places', 'Led 20 people and 5 shops', 'Led 5 people and 20 shops'],
    ['a denial that went', 'Used Java', 'Not used Java'],
    ['help that became the doing', own.replace('Helped cut', 'Cut'), own],
    ['a team that went', 'Helped cut costs of 5 shops by 40% through caching', own],
    ['a part of a list', 'Managed sales', 'Managed sales and marketing team'],
    ['a beginning that went', 'in 20 shops', 'Sold flowers, in 20 shops'],
    ['a sign that went', 'Error rates 1%', 'Error rates <1%'],
    ['a way that was another’s', 'Using Go, built a search using React', 'Built a search using React, using Go'],
    ['a figure that moves', 'Using 3 servers, cut costs', 'Cut costs using 3 servers and 2 people'],
    ['nothing at all', '…', plain],
    ['words of another script', `${plain} 日本`, plain],
  ])('%s is found', (_what, said, source) => {
    expect(findInvention(said, source)).not.toBeNull();
  });

  it('is found wherever a word is put into a line', () => {
    const words = tokensOf(plain).map(({ text }) => text);
    fc.assert(
      fc.property(
        fc.constantFrom('Kubernetes', '2019', '7', 'Google', 'Director', '$3', 'PhD'),
        fc.nat(words.length),
        (word, at) => {
          const said = words.toSpliced(at, 0, word).join(' ');
          expect(findInvention(said, plain)).not.toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});
