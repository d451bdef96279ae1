import type { ParsedMail } from 'mailparser';

/**
 * The one place where what somebody wrote into an email becomes the text that is shown and handed on. mailparser turns
 * HTML into text; nothing of it is loaded, run or followed.
 */
export const textOfMail = ({ text = '' }: Pick<ParsedMail, 'text'>): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
