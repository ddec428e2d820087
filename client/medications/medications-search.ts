import { z } from 'zod';

/** The open form, held in the URL; `on` names the drug or the INR it is about. `past` shows what is no longer taken. */
export const MedicationsSearch = z.object({
  form: z.enum(['order', 'change', 'stop', 'error', 'inr', 'inr-error']).optional().catch(undefined),
  on: z.uuid().optional().catch(undefined),
  past: z.boolean().optional().catch(undefined),
});
export type MedicationsSearch = z.infer<typeof MedicationsSearch>;
