import { createContext } from 'react';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** What the episode's clinic has set: the usual ranges beside an examination, however deep its row is drawn. */
export const ClinicNorms = createContext<ClinicOverrides>({});
