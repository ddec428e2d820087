import { z } from 'zod';

/** The open form, held in the URL; `on` names what it is about. */
export const OrdersSearch = z.object({
  form: z
    .enum([
      'recommendation',
      'order',
      'procedure',
      'referral',
      'result',
      'reading',
      'appointment',
      'cancel',
      'complication',
      'rest',
      'procedure-error',
      'order-error',
      'accepted',
      'answer',
    ])
    .optional()
    .catch(undefined),
  on: z.uuid().optional().catch(undefined),
});
export type OrdersSearch = z.infer<typeof OrdersSearch>;
