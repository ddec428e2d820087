import { z } from 'zod';

export const ORDER_KINDS = ['x-ray', 'mri', 'ct', 'ultrasound', 'emg-ncs', 'laboratory'] as const;
export const OrderKind = z.enum(ORDER_KINDS, { error: 'Choose a test.' });
export type OrderKind = z.infer<typeof OrderKind>;

export const ORDER_KIND_LABEL: Record<OrderKind, string> = {
  'x-ray': 'X-ray',
  mri: 'MRI',
  ct: 'CT',
  ultrasound: 'Ultrasound',
  'emg-ncs': 'EMG and nerve conduction',
  laboratory: 'Laboratory',
};
