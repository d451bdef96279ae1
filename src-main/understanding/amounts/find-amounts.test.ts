import { expect, test } from 'vitest';
import { findAmounts } from '#main/understanding/amounts/find-amounts.ts';

const read = (text: string) => findAmounts(text).map(({ minor, currency }) => `${minor} ${currency}`);

test.each([
  ['transfer $12.50 to Ana', ['1250 USD']],
  ['die Miete kostet 1.234,56 €', ['123456 EUR']],
  ['CHF 99 or 5k USD', ['9900 CHF', '500000 USD']],
  ['a hundred bucks', ['10000 USD']],
  ['thirteen dollars and 45 cents', ['1345 USD']],
  ['£2m and half a million euros', ['200000000 GBP', '50000000 EUR']],
  ['¥5,000', ['5000 JPY']],
  ['90 cents', ['90 USD']],
  ['1 234,50 zł', ['123450 PLN']],
  ['twenty-five quid', ['2500 GBP']],
  ['two pounds of sugar and 5 apples', []],
  ['at 5 in room 12', []],
])('%s', (text, wanted) => expect(read(text)).toEqual(wanted));
