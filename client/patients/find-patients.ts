import { patientsApi } from '#shared/patients/contract.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { call } from '#client/platform/call.ts';
import type { SearchHit } from '#client/platform/shell-slots.ts';

const HITS = 8;

/** Patients for the search box, with what tells two people of one name apart. */
export async function findPatients(search: string, signal: AbortSignal): Promise<SearchHit[]> {
  const { patients } = await call(patientsApi.search, { query: { search, limit: HITS } }, { signal });
  return patients.map((patient) => ({
    id: patient.patientId,
    label: listName(patient),
    description: [
      `${SEX_LETTER[patient.sex]}, born ${shortDate(patient.birthDate)}`,
      `MRN ${patient.mrn}`,
      ...patient.openEpisodes.slice(0, 1).map(({ concern }) => concern),
    ].join(' · '),
    href: `/patients/${patient.patientId}`,
  }));
}
