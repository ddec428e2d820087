import { expect, test } from 'vitest';
import { patientsApi } from '#shared/patients/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import {
  aNextVersion,
  aPlannedSession,
  aTreatedEpisode,
  somePermitted,
} from '#tests/support/sessions-factory.ts';

test('the sheet and the chart say what a therapist has not read, until it is marked as read', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  await aNextVersion(clinic, episode, { interventions: somePermitted().slice(1) });
  const { sessionId } = await aPlannedSession(clinic, episode);
  const seen = async () => {
    const sheet = await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId } });
    const chart = await clinic
      .as('therapist')
      .call(patientsApi.chart, { params: { patientId: episode.patientId } });
    return { prescription: sheet.body.prescription, chart: chart.body.episodes[0]?.prescription };
  };

  const { prescription, chart } = await seen();

  expect(prescription).toMatchObject({ versionNumber: 2, acknowledged: false, unread: { since: 1 } });
  expect(prescription?.unread?.differences).toContainEqual(
    expect.objectContaining({ kind: 'removed', area: 'method' }),
  );
  expect(chart).toMatchObject({ versionNumber: 2, acknowledged: false });
  const { prescriptionId } = prescription ?? {};
  if (prescriptionId === undefined) throw new Error('no version governs the day');
  await clinic.as('therapist').call(prescriptionsApi.acknowledge, { params: { prescriptionId } });
  const after = await seen();
  expect(after.prescription).toMatchObject({ acknowledged: true, unread: null });
  expect(after.chart).toMatchObject({ acknowledged: true });
  const office = await clinic
    .as('administrator')
    .call(patientsApi.chart, { params: { patientId: episode.patientId } });
  expect(office.body.episodes[0]?.prescription ?? null).toBeNull();
});
