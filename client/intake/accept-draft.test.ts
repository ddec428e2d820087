import { expect, test } from 'vitest';
import { RequestDetail } from '#shared/intake/queue.ts';
import { RunningEpisode } from '#shared/intake/running-episode.ts';
import { PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { acceptDraftOf, courseOf, missingToAccept, toAcceptance, withTeamOf } from './accept-draft.ts';

const id = (last: string) => `01930000-0000-7000-8000-0000000000${last}`;
const PHYSIATRIST = StaffMemberId.parse(id('b1'));

const request = (changes: Record<string, unknown> = {}): RequestDetail =>
  RequestDetail.parse({
    careRequestId: id('01'),
    reference: 'R-7K3MM-9QXPA',
    createdAt: '2026-11-20T10:00:00Z',
    clinicName: 'Riverside',
    timeZone: 'America/New_York',
    submittedVia: 'public',
    familyName: 'Haddad',
    givenName: 'Lena',
    birthDate: '1964-02-29',
    sex: 'female',
    concern: 'Knee pain',
    triageRoute: 'CONSULT_THEN_PT',
    triageRule: 'T9',
    why: 'Diagnosis known',
    near: [],
    overriddenRoute: null,
    status: 'new',
    ownerId: null,
    ownerName: null,
    decidedAt: null,
    version: 2,
    clinicId: id('c1'),
    submitter: 'patient',
    submitterName: null,
    submitterContact: null,
    createdBy: null,
    phone: '+1 212 555 0142',
    email: null,
    bodyRegion: 'knee',
    side: 'right',
    narrative: null,
    answers: {
      redFlags: [],
      symptoms: [],
      startedOn: null,
      place: 'one-place',
      severity: 4,
      trend: 'stable',
      surgeryOn: null,
      neuroInjuries: [],
      diagnosisKnown: 'yes',
      diagnosis: '',
      wants: ['therapy'],
      seenHere: 'no',
      therapyPrescribed: 'no',
    },
    added: [],
    triageVersion: 'triage-1',
    triageInput: {
      redFlag: 'none',
      newNeuroDeficit: false,
      neuroInjury: false,
      daysSinceSurgery: null,
      severity: 4,
      trend: 'stable',
      needsPhysicianService: false,
      hasDiagnosis: true,
      presentationClear: true,
      consultCompleted: false,
      activePrescription: false,
    },
    overrideReason: null,
    informationAsked: null,
    decidedBy: null,
    declineReason: null,
    patientId: null,
    episodeId: null,
    possiblePatients: [],
    possibleRequests: [],
    ...changes,
  });

const twin = {
  patientId: id('a1'),
  mrn: '004417',
  familyName: 'Hadad',
  givenName: 'Lena',
  birthDate: '1964-02-29',
  sex: 'female',
  clinicName: 'Riverside',
  deceasedOn: null,
  openEpisodes: [],
  phone: null,
  email: null,
  likeness: { strength: 'likely', agrees: ['similar name', 'birth date'] },
};

const withPhysiatrist = (of: RequestDetail) => ({
  ...acceptDraftOf(of),
  team: [{ role: 'physiatrist' as const, staffMemberId: PHYSIATRIST }],
});

test('a request of a stranger needs only somebody who sees them first', () => {
  const stranger = request();

  expect(missingToAccept(acceptDraftOf(stranger), stranger)).toMatch(/Choose the physiatrist/);
  expect(toAcceptance(withPhysiatrist(stranger), stranger)).toMatchObject({
    patient: { kind: 'new', identity: { familyName: 'Haddad' } },
    team: [{ role: 'physiatrist', staffMemberId: PHYSIATRIST }],
    expectedVersion: 2,
  });
});

test('with somebody alike in the register, nobody is chosen beforehand and a new person needs a word', () => {
  const alike = request({ possiblePatients: [twin] });
  const draft = withPhysiatrist(alike);

  expect(missingToAccept(draft, alike)).toBe('Say who it is.');
  expect(missingToAccept({ ...draft, isNew: true }, alike)).toMatch(/another person/);
  expect(missingToAccept({ ...draft, isNew: true, duplicatesReviewed: true }, alike)).toBeUndefined();
});

test('an emergency needs the word that the patient was told', () => {
  const emergency = request({
    triageRoute: 'EMERGENCY',
    triageRule: 'T1',
    overriddenRoute: 'PHYSIATRIST_URGENT',
  });

  expect(missingToAccept(withPhysiatrist(emergency), emergency)).toMatch(/emergency services/);
  expect(toAcceptance(withPhysiatrist(emergency), emergency)).toBeUndefined();
});

test('on the way straight to therapy the therapist comes first', () => {
  const direct = request({ triageRoute: 'PT_DIRECT', triageRule: 'T4' });

  expect(acceptDraftOf(direct).team[0]?.role).toBe('physical-therapist');
  expect(missingToAccept(withPhysiatrist(direct), direct)).toMatch(
    /therapy cannot begin before a physiatrist/,
  );
});

test('a request of rule T4 goes into the episode in therapy unless a new one is chosen, with its therapist', () => {
  const course = RunningEpisode.parse({
    episodeId: id('e1'),
    clinicId: id('c1'),
    concern: 'Knee pain',
    bodyRegion: 'knee',
    side: 'right',
    openedOn: '2026-09-01',
    consultSigned: true,
    prescriptionInForce: true,
    team: [{ staffMemberId: id('b2'), role: 'physical-therapist' }],
  });
  const asked = request({ triageRoute: 'PT_DIRECT', triageRule: 'T4' });
  const draft = { ...acceptDraftOf(asked), existing: PatientId.parse(id('a1')), isNew: false };

  expect(courseOf(draft, asked, [course])).toEqual(course);
  expect(toAcceptance(withTeamOf(draft, course), asked, course)).toMatchObject({
    episode: null,
    runningEpisodeId: id('e1'),
    team: [{ role: 'physical-therapist', staffMemberId: id('b2') }],
  });
  expect(courseOf({ ...draft, course: 'new' }, asked, [course])).toBeUndefined();
  expect(missingToAccept(draft, asked)).toContain('no prescription yet');
});
