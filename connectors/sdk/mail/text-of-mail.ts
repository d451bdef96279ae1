import type { ParsedMail } from 'mailparser';
import { cleanHtml } from '#connectors/sdk/outside-text/clean-html.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import type { CleanText } from '#connectors/sdk/outside-text/finding.ts';

/**
 * The one place where what somebody wrote into an email becomes the text that is shown and handed on: what a person who
 * opens it would see, so the HTML where there is one. Nothing of it is loaded, run or followed.
 */
export const textOfMail = ({ text = '', html }: Pick<ParsedMail, 'text' | 'html'>): CleanText =>
  html ? cleanHtml(html) : cleanText(text);
