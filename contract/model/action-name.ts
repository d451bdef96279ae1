import { z } from 'zod';

/** `<connector>.<what-it-does>`, such as `calendar.create-event`. */
export const ActionNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'An action is named <connector>.<what-it-does>.');
export type ActionName = z.infer<typeof ActionNameSchema>;

export const connectorOf = (action: ActionName): string => action.slice(0, action.indexOf('.'));

/**
 * What an action promises when a request is cut in the middle. `exactly-once`: the service lets us
 * choose the id or find it again, so a crash never doubles it. `at-most-once`: it is never sent a
 * second time. `needs-a-check`: the person is asked what happened.
 */
export const DeliverySchema = z.enum(['exactly-once', 'at-most-once', 'needs-a-check']);
export type Delivery = z.infer<typeof DeliverySchema>;
