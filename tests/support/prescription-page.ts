import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { PrescriptionPage, PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { aCompletePrescription } from './prescriptions-factory.ts';

export const EPISODE = '01930000-0000-7000-8000-00000000e001';
const id = (last: number) => `01930000-0000-7000-8000-00000000${String(last).padStart(4, '0')}`;
const RIVERA = { staffMemberId: id(1), name: 'Amara Rivera, MD', role: 'physiatrist' } as const;

/** One signed version as a page shows it, in force unless told otherwise. */
export const aVersion = (
  versionNumber: number,
  changes: Partial<Omit<PrescriptionVersion, 'content'>> & { content?: PrescriptionContent } = {},
): PrescriptionVersion =>
  PrescriptionVersion.parse({
    prescriptionId: id(100 + versionNumber),
    versionNumber,
    supersedesId: versionNumber === 1 ? null : id(99 + versionNumber),
    reason: versionNumber === 1 ? null : 'Symptoms worse under load',
    signedBy: RIVERA,
    signedAt: '2026-10-09T14:00:00Z',
    startsOn: '2026-10-09',
    endsOn: '2026-11-19',
    reEvaluationOn: '2026-11-06',
    visitsPrescribed: 18,
    opensPhase: true,
    inForce: true,
    endedOn: null,
    endReason: null,
    content: aCompletePrescription('2026-10-09'),
    acknowledgements: [],
    ...changes,
  });

/** A draft of the next version with this content. */
export const aDraftOf = (content: PrescriptionContent, changes: object = {}) => ({
  draftId: id(50),
  content,
  version: 3,
  author: RIVERA,
  basedOnId: id(101),
  changeRequestId: null,
  createdAt: '2026-11-21T10:00:00Z',
  updatedAt: '2026-11-21T10:00:00Z',
  ...changes,
});

/** The answer of the prescription page: Grace Okafor with version 1 in force, unless told otherwise. */
export const aPrescriptionPage = (changes: object = {}): PrescriptionPage =>
  PrescriptionPage.parse({
    header: {
      patientId: id(2),
      familyName: 'Okafor',
      givenName: 'Grace',
      birthDate: '1968-06-08',
      sex: 'female',
      mrn: '004417',
      episodeId: EPISODE,
      concern: 'Low back pain',
      bodyRegion: 'lower-back',
      side: 'left',
      onset: { on: '2026-08-10', from: 'registration', versionNumber: null },
      status: 'open',
      today: '2026-11-21',
      clinicValues: {},
      conditions: [],
    },
    payerProfile: 'none',
    certification: null,
    clinicName: 'Riverside',
    consultSigned: true,
    versions: [aVersion(1)],
    draft: null,
    requests: [],
    proposedPrecautions: [],
    precautionBasis: [],
    unreadConditions: [],
    diagnoses: [],
    latestScores: [],
    thresholdChoices: [],
    unread: false,
    ...changes,
  });
