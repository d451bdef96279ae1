import { z } from 'zod';

/** The parts of a life that a step can belong to. A step that names none belongs to `everyday`. */
export const DomainSchema = z.enum([
  'career',
  'finance',
  'health',
  'family',
  'home',
  'travel',
  'communication',
  'shopping-food',
  'legal-admin',
  'creator-business',
  'everyday',
]);
export type Domain = z.infer<typeof DomainSchema>;
