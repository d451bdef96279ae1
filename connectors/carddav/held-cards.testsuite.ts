import { fingerprintOfCard } from '#connectors/sdk/contacts/read-card.ts';

/** What the trials of this connector find at the server. */
export const heldCards = { collection: 'people', ending: '.vcf', meaning: fingerprintOfCard };
