import { RED_FLAG_QUESTIONS } from '#shared/intake/red-flags.ts';
import { NOTHING_TO_WATCH } from './safety-answers.ts';
import { anAcceptance, aRequestForm } from './intake-requests.ts';
import { aFilledSheet } from './sessions-factory.ts';
import type { TestClinic } from './a-clinic.ts';
import { aProcedure } from './a-procedure.ts';

/** An act as a call: which act of the matrix, by which endpoint, as which column. */
export interface ScopeCall {
  act: string;
  endpoint: string;
  column: string;
}

const order = (kind: string) => ({
  kind,
  bodyRegion: 'Lumbar spine',
  side: null,
  indication: 'Pain in the left leg',
  urgency: 'routine',
  safety: NOTHING_TO_WATCH,
});

const referral = (clinic: TestClinic) => ({
  service: 'orthopaedics',
  specialty: 'Orthopaedics',
  surgicalOpinion: false,
  question: 'A brace?',
  toStaffId: null,
  toName: 'Dr Osei',
  answerDueOn: clinic.day(14),
  teamUntil: null,
});

const procedure = (clinic: TestClinic) =>
  aProcedure(clinic.today(), { restDays: 0, restrictedDays: null, restriction: null });

/** What an act is called with where the smallest sample of its contract would not be the act: valid in every field. */
export function scopeBody(clinic: TestClinic, { act, endpoint, column }: ScopeCall): object | undefined {
  const expectedVersion = 1;
  const today = clinic.today();
  switch (endpoint) {
    case 'intake.create-request':
    case 'intake.submit-request': {
      // The way in which a patient, or whoever takes their call, reports a danger sign.
      const answers =
        act === 'raise-flag'
          ? {
              redFlags: RED_FLAG_QUESTIONS.filter(({ level }) => level === 'emergency').map(({ key }) => key),
            }
          : {};
      const form = { ...aRequestForm(), answers: { ...aRequestForm().answers, ...answers } };
      return endpoint === 'intake.submit-request'
        ? { clinicSlug: clinic.clinicSlug, form }
        : { clinicId: clinic.clinicId, form };
    }
    case 'intake.accept-request':
      return anAcceptance(clinic);
    case 'sessions.plan':
      return {
        date: clinic.day(3),
        time: { physiatrist: '08:00', 'physical-therapist': '10:00' }[column] ?? '13:00',
        durationMinutes: 30,
        therapistId: clinic.staff.therapist.id,
      };
    case 'care-teams.assign-member':
      return {
        ...{ staffMemberId: clinic.staff['second-therapist'].id, role: 'physical-therapist', kind: 'member' },
        ...{ from: today, to: null, reason: '' },
      };
    case 'care-teams.end-membership':
      return { lastDay: null, reason: 'Leaves', expectedVersion };
    case 'patients.add-condition':
      return { category: 'diagnosis', code: 'M54.16', display: 'Lumbar radiculopathy' };
    case 'evaluations.start':
      return { kind: column === 'physiatrist' ? 'follow-up' : 'pt-evaluation' };
    case 'orders.place':
      return order(act === 'emg' ? 'emg-ncs' : 'mri');
    case 'orders.schedule':
      return { scheduledOn: clinic.day(2), scheduledAt: null, expectedVersion };
    case 'orders.enter-result':
      return { resultOn: today, reportText: 'No fracture.', flag: null, expectedVersion };
    case 'orders.send-referral':
      return referral(clinic);
    case 'orders.note-acceptance':
      return { acceptedOn: today, toName: 'Dr Osei', teamUntil: null, expectedVersion };
    case 'orders.answer-referral':
      return { status: 'answered', answeredOn: today, answer: 'A brace.', expectedVersion };
    case 'orders.send-surgical-evaluation':
      return { how: 'letter', expectedVersion };
    case 'orders.decide-surgical-evaluation':
      return { decision: 'conservative', note: 'Therapy first.', decidedOn: today, expectedVersion };
    case 'orders.perform-procedure':
      return procedure(clinic);
    case 'orders.change-therapy-rest':
      return { restDays: 1, restrictedDays: null, restriction: null, reason: 'Sore', expectedVersion };
    case 'medications.change':
      return {
        ...{ dose: '600 mg', route: 'by-mouth', frequency: 'at night', stopOn: null },
        ...{ why: 'Too little', expectedVersion },
      };
    case 'medications.stop':
      return { stoppedOn: today, why: 'Drowsy', expectedVersion };
    case 'prescriptions.ask-for-change':
      return {
        proposal: { edits: [{ code: 'bridge', from: null, to: 'stop' }] },
        reason: 'Pain after it',
      };
    case 'patients.change-condition-status':
      return { status: 'resolved', reason: 'No longer', expectedVersion };
    case 'compliance.record-plan-sending':
      return { sentOn: today, sentTo: 'Dr Osei', method: 'fax', evidence: null };
    case 'sessions.raise-red-flag':
      return { code: 'RF-CES', level: 'emergency', note: 'Numb saddle' };
    case 'sessions.report-danger-sign':
      return { sign: 'between-the-legs', said: 'Numb since this morning, says the patient' };
    case 'sessions.save-draft':
      return { content: aFilledSheet(), expectedVersion };
    default:
      return undefined;
  }
}
