import type { CallInput } from '#shared/platform/endpoint.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic, type PersonName } from './a-clinic.ts';
import { aPrescription, aSignedConsult } from './prescriptions-factory.ts';

type Ask = CallInput<typeof prescriptionsApi.askForChange>['body'];

/** Two kilograms more of traction than the limit. */
export const HEAVIER: Ask = {
  proposal: { edits: [{ code: 'lumbar-traction', from: { tractionKg: 10 }, to: { tractionKg: 12 } }] },
  reason: '10 kg for two weeks without pain',
};

/** An episode under a version with a limit of 10 kg, its page, and a therapist who asks. */
export async function anEpisodeInTherapy() {
  const clinic = await aClinic();
  const { episodeId, patientId } = await clinic.anEpisode({ bodyRegion: 'lower-back' });
  await aSignedConsult(clinic, episodeId);
  const { prescriptionId } = await aPrescription(clinic, episodeId);
  const page = async (person: PersonName = 'physiatrist') =>
    (await clinic.as(person).call(prescriptionsApi.page, { params: { episodeId } })).body;
  const ask = (body: Ask = HEAVIER, person: PersonName = 'therapist') =>
    clinic.as(person).call(prescriptionsApi.askForChange, { params: { prescriptionId }, body });
  return { clinic, episodeId, patientId, prescriptionId, page, ask };
}
