import { describe, expect, it } from 'vitest';
import { isReference, type PlanningOutcome } from '#contract/model/plan.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, expectSound, request } from '#main/planner/planner.testsuite.ts';

const everything = catalogueOf(() => true);

function plan(text: string): PlanningOutcome {
  const outcome = makePlan(request(text, { catalogue: everything }));
  expectSound(outcome);
  return outcome;
}

/** The actions of the plan with what the person decided of their arguments; what is found later is left out. */
function does(text: string): unknown {
  const outcome = plan(text);
  if (outcome.kind !== 'plan') return outcome.kind;
  return outcome.plan.steps.map(({ action, args }) => {
    const said = Object.entries(args ?? {}).filter(([, value]) => !isReference(value));
    return { [action]: Object.fromEntries(said) };
  });
}

describe('once a mail account is connected', () => {
  it.each([
    ['what did Ana write?', { from: 'ana@example.com' }],
    ['What did Ana write me about lunch?', { from: 'ana@example.com', query: 'lunch' }],
    ['show me the latest email from my bank', { from: 'bank' }],
    ['read the email about the invoice', { query: 'invoice' }],
    ['read my latest email', {}],
  ])('“%s” finds the newest and reads it', (text, wanted) => {
    expect(does(text)).toEqual([{ 'mail.find': wanted }, { 'mail.read': {} }]);
  });

  it.each([
    ['summarise the email from Ana', { from: 'ana@example.com' }],
    ['Give me a summary of the latest email from my bank about the invoice', { from: 'bank', query: 'invoice' }],
    ['sum up my latest email', {}],
  ])('“%s” finds the newest, reads it and puts it in short', (text, wanted) => {
    expect(does(text)).toEqual([{ 'mail.find': wanted }, { 'mail.read': {} }, { 'reading.sum-up': {} }]);
  });

  it('“summarise terms.md” reads the file and puts it in short', () => {
    expect(does('summarise terms.md')).toEqual([{ 'files.read': { file: 'terms.md' } }, { 'reading.sum-up': {} }]);
  });

  it.each([
    ['any new emails?', { unread: true, folder: 'INBOX' }],
    ['show my unread emails', { unread: true, folder: 'INBOX' }],
    ['check my email', { folder: 'INBOX' }],
    ['do I have mail from Tom Reed?', { from: 'tom@example.com' }],
    ['search my mail for invoice', { query: 'invoice' }],
  ])('“%s” looks for emails', (text, wanted) => {
    expect(does(text)).toEqual([{ 'mail.search': wanted }]);
  });

  it('sorts what is named', () => {
    expect(does('archive the newsletter from Shop')).toEqual([
      { 'mail.find': { from: 'Shop', folder: 'INBOX' } },
      { 'mail.archive': {} },
    ]);
    expect(does('mark the email from Ana as unread')).toEqual([
      { 'mail.find': { from: 'ana@example.com' } },
      { 'mail.mark': { as: 'unread' } },
    ]);
    expect(does('move the email from Ana to Receipts')).toEqual([
      { 'mail.find': { from: 'ana@example.com' } },
      { 'mail.move': { to: 'Receipts' } },
    ]);
  });

  it.each([
    ['send report.pdf to Ana', { files: ['report.pdf'], subject: 'Here is report.pdf' }],
    ['email “Rent May.pdf” and plan.docx to bo@example.com', { files: ['Rent May.pdf', 'plan.docx'] }],
    ['send an email to Ana that the report is done with report.pdf attached', { files: ['report.pdf'] }],
    ['email Ana that the report is done and attach report.pdf', { files: ['report.pdf'] }],
  ])('“%s” sends files along', (text, wanted) => {
    expect(does(text)).toEqual([{ 'mail.send': expect.objectContaining(wanted) }]);
  });

  it('drafts with files in the account, where they can lie', () => {
    expect(does('draft an email to Ana that the report is done with report.pdf attached')).toEqual([
      { 'mail.draft': expect.objectContaining({ files: ['report.pdf'], body: 'Hi Ana,\n\nThe report is done.\n' }) },
    ]);
  });

  it('says what is missing for files to be sent', () => {
    const outcome = makePlan(request('send report.pdf to Ana'));
    expect(outcome).toMatchObject({ kind: 'answer', reason: 'refused' });
  });

  it('sends no files through a Google account, and says so', () => {
    const catalogue = catalogueOf(({ provider }) => provider !== 'mail');
    expect(catalogue.map(({ name }) => name)).toContain('google.send-mail');
    expect(makePlan(request('send report.pdf to Ana', { catalogue }))).toMatchObject({
      kind: 'answer',
      says: expect.stringContaining('With a Google account files can’t go along'),
    });
    expect(makePlan(request('send an email to Ana that I’m late', { catalogue })).kind).toBe('plan');
  });

  it('answers in the thread, sends what is to be sent, and drafts what is to be drafted', () => {
    const body = 'Hi Ana,\n\nIt’s fine.\n';
    expect(does('answer Ana that it’s fine')).toEqual([
      { 'mail.find': { from: 'ana@example.com' } },
      { 'mail.reply': { body } },
    ]);
    expect(does('draft a reply to Ana saying it’s fine')).toEqual([
      { 'mail.find': { from: 'ana@example.com' } },
      { 'mail.draft-reply': { body } },
    ]);
    expect(does('send an email to ana@example.com saying it’s fine')).toEqual([
      { 'mail.send': { to: ['ana@example.com'], subject: 'It’s fine', body } },
    ]);
    expect(does('draft an email to ana@example.com that it’s fine')).toEqual([
      { 'drafts.write': { to: ['ana@example.com'], subject: 'It’s fine', body } },
    ]);
  });

  it('says whose address came from memory', () => {
    const outcome = plan('email Ana that I’m late');
    const origins = outcome.kind === 'plan' ? outcome.plan.steps[0]?.origins : null;
    expect(origins).toMatchObject({ '/to/0': ['contact'] });
    expect(outcome).toMatchObject({ plan: { leftOut: [] } });
  });

  it('deletes no email, and says what it can do instead', () => {
    expect(plan('delete the email from Ana')).toMatchObject({
      kind: 'answer',
      examples: ['Archive the email from Ana'],
    });
  });
});

it('says honestly that it can’t while no account is connected', () => {
  for (const text of ['read the email from Ana', 'any new emails?', 'archive the newsletter from Shop']) {
    expect(makePlan(request(text)).kind).toBe('answer');
  }
});
