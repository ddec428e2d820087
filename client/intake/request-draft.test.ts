import { expect, test } from 'vitest';
import { RequestForm } from '#shared/intake/model.ts';
import {
  emptyDraft,
  firstIncomplete,
  keyFor,
  missingIn,
  stepOfIssue,
  toRequestForm,
  type RequestDraft,
} from './request-draft.ts';

const TODAY = '2026-11-22';
const KEY = '6f0d6b0e-6a53-4d5e-9a55-0d2c1a4b7e11';

const filled = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  ...emptyDraft(KEY, 'riverside'),
  noEmergency: true,
  noWarning: true,
  concern: 'Knee pain on stairs',
  bodyRegion: 'knee',
  side: 'right',
  place: 'one-place',
  severity: 4,
  trend: 'stable',
  hadSurgery: 'no',
  diagnosisKnown: 'no',
  seenHere: 'no',
  wants: ['therapy'],
  submitter: 'patient',
  familyName: 'Haddad',
  birthDate: '1964-02-29',
  sex: 'female',
  phone: '212 555 0142',
  ...change,
});

test('a blank form begins with the danger signs, and silence about them is not an answer', () => {
  const draft = emptyDraft(KEY, '');

  expect(firstIncomplete(draft, TODAY)).toBe(0);
  expect(missingIn(0, draft, TODAY).map(({ field }) => field)).toEqual(['noEmergency', 'noWarning']);
  expect(missingIn(0, { ...draft, redFlags: ['chest-pain'], noWarning: true }, TODAY)).toEqual([]);
});

test('a complete draft becomes a form that the server takes', () => {
  expect(RequestForm.safeParse(toRequestForm(filled(), TODAY)).success).toBe(true);
});

test.each([
  ['a shoulder without a side', { bodyRegion: 'shoulder' as const, side: null }, 1],
  ['severity left out', { severity: null }, 1],
  ['an operation without its day', { hadSurgery: 'yes' as const }, 2],
  ['a beginning in the future', { startedOn: '2027-05-05' }, 1],
  ['an operation in the future', { hadSurgery: 'yes' as const, surgeryOn: '2028-01-01' }, 2],
  ['a birth date in the future', { birthDate: '2030-01-01' }, 3],
  ['a birth date of 1850', { birthDate: '1850-01-01' }, 3],
  ['a beginning before the birth', { startedOn: '1950-01-01' }, 3],
  ['a telephone number without digits', { phone: 'abc' }, 3],
  ['an e-mail address without a place', { email: 'lena' }, 3],
  ['nobody to reach', { phone: '' }, 3],
  ['a referrer without a name', { submitter: 'referrer' as const }, 3],
])('%s is asked for in its step', (_case, change, step) => {
  expect(firstIncomplete(filled(change), TODAY)).toBe(step);
  expect(toRequestForm(filled(change), TODAY)).toBeUndefined();
});

test('what no longer applies is not sent: a side of the neck, the date of an operation that was none', () => {
  const form = toRequestForm(
    filled({ bodyRegion: 'neck', surgeryOn: '2026-01-01', submitterName: 'Somebody' }),
    TODAY,
  );

  expect(form).toMatchObject({ side: null, submitterName: '', answers: { surgeryOn: null } });
});

test('"hard to say" is sent as not known, also after a number was chosen', () => {
  expect(toRequestForm(filled({ severity: 7, severityUnknown: true }), TODAY)?.answers.severity).toBeNull();
});

test('a retry of the same text keeps its key; changed text is another request', () => {
  const newKey = () => 'another';
  const draft = filled();
  const form = toRequestForm(draft, TODAY);
  if (form === undefined) throw new Error('the draft is complete');
  const first = keyFor(draft, form, newKey);

  expect(first.submissionKey).toBe(KEY);
  expect(keyFor({ ...draft, ...first }, form, newKey).submissionKey).toBe(KEY);
  expect(keyFor({ ...draft, ...first }, { ...form, concern: 'Hip' }, newKey).submissionKey).toBe('another');
});

test('what the server refuses leads back to its step', () => {
  expect(stepOfIssue('form.answers.surgeryOn')).toBe(2);
  expect(stepOfIssue('form.phone')).toBe(3);
  expect(stepOfIssue('clinicSlug')).toBe(3);
});
