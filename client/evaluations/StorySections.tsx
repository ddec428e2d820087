import { TextInput } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import { plainDate } from '#shared/platform/time.ts';
import { BodyChartSection } from './BodyChartSection.tsx';
import { CarriedMark } from './CarriedMark.tsx';
import { DraftTextarea } from './DraftTextarea.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

const SEVERITY = { min: 0, max: 10 };

/** What the patient tells: why they come, how it began, what they feel, what they cannot do. */
export function StorySections({ draft, today }: { draft: DraftAccess; today: string }) {
  const { content, change, errors } = draft;
  return (
    <>
      <FormSection id="reason" title="Reason for the visit">
        <DraftTextarea
          label="In the patient’s words"
          path="reason"
          value={content.reason}
          error={errors.get('reason')}
          onChange={(reason) => change({ reason })}
        />
      </FormSection>
      <HistorySection draft={draft} />
      <SymptomsSection draft={draft} today={today} />
      <BodyChartSection draft={draft} />
      <FunctionSection draft={draft} />
    </>
  );
}

const HistorySection = memoSection(
  function HistorySection({ draft }: { draft: DraftAccess }) {
    const { content, change, errors, kind } = draft;
    const field = (name: keyof typeof content.history, label: string, minRows: number) => (
      <DraftTextarea
        label={label}
        path={`history.${name}`}
        minRows={minRows}
        value={content.history[name]}
        error={errors.get(`history.${name}`)}
        onChange={(value) => change({ history: { ...content.history, [name]: value } })}
      />
    );
    return (
      <FormSection id="history" title="History" actions={<CarriedMark draft={draft} section="history" />}>
        {field('present', kind === 'follow-up' ? 'Since the last visit' : 'Present problem', 3)}
        <EarlierHistory
          history={content.history}
          fields={[
            ['past', 'Past illnesses'],
            ['surgery', 'Surgery, with dates'],
            ['priorTherapy', 'Therapy before, and what it did'],
          ]}
          field={(name, label) => field(name, label, 1)}
        />
      </FormSection>
    );
  },
  ['history'],
);

type HistoryText = EvaluationContent['history'];

interface EarlierHistoryProps {
  history: HistoryText;
  fields: readonly (readonly [keyof HistoryText, string])[];
  field: (name: keyof HistoryText, label: string) => ReactNode;
}

/** Texts of evaluations from before history was kept with the patient; an evaluation without any has its facts on the chart. */
function EarlierHistory({ history, fields, field }: EarlierHistoryProps) {
  const [kept] = useState(() => fields.filter(([name]) => history[name] !== ''));
  if (kept.length === 0) return null;
  return (
    <FieldRow minWidth={12}>
      {kept.map(([name, label]) => (
        <Fragment key={name}>{field(name, label)}</Fragment>
      ))}
    </FieldRow>
  );
}

const SymptomsSection = memoSection(
  function SymptomsSection({ draft, today }: { draft: DraftAccess; today: string }) {
    const { content, change, errors } = draft;
    const { symptoms } = content;
    const set = (part: Partial<typeof symptoms>) => change({ symptoms: { ...symptoms, ...part } });
    return (
      <FormSection id="symptoms" title="Symptoms" actions={<CarriedMark draft={draft} section="symptoms" />}>
        <FieldRow minWidth={9}>
          <TextInput
            label="Where"
            name="content.symptoms.location"
            value={symptoms.location}
            error={errors.get('symptoms.location')}
            onChange={(event) => set({ location: event.currentTarget.value })}
          />
          <TextInput
            label="What kind"
            placeholder="burning, dull, numb"
            name="content.symptoms.quality"
            value={symptoms.quality}
            error={errors.get('symptoms.quality')}
            onChange={(event) => set({ quality: event.currentTarget.value })}
          />
          <PlainDateField
            label="Since"
            name="content.symptoms.onsetOn"
            max={today}
            value={symptoms.onsetOn ?? ''}
            error={errors.get('symptoms.onsetOn')}
            onChange={(value) => set({ onsetOn: value === '' ? null : plainDate(value) })}
          />
          <NumberField
            label="Severity now"
            name="content.symptoms.severity"
            unit="0-10"
            {...SEVERITY}
            value={symptoms.severity}
            error={errors.get('symptoms.severity')}
            onChange={(severity) => set({ severity })}
          />
        </FieldRow>
        <FieldRow minWidth={12}>
          {(
            [
              ['aggravating', 'Worse with'],
              ['easing', 'Better with'],
              ['dailyPattern', 'Over 24 hours'],
            ] as const
          ).map(([name, label]) => (
            <DraftTextarea
              key={name}
              label={label}
              path={`symptoms.${name}`}
              minRows={1}
              value={symptoms[name]}
              error={errors.get(`symptoms.${name}`)}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
        </FieldRow>
      </FormSection>
    );
  },
  ['symptoms'],
);

const FunctionSection = memoSection(
  function FunctionSection({ draft }: { draft: DraftAccess }) {
    const { content, change, errors } = draft;
    return (
      <FormSection id="function" title="Function" actions={<CarriedMark draft={draft} section="function" />}>
        <FieldRow minWidth={12}>
          {(
            [
              ['limits', 'What they cannot do, in plain activities'],
              ['work', 'Work and daily life'],
              ['patientGoals', 'What the patient wants to do again'],
            ] as const
          ).map(([name, label]) => (
            <DraftTextarea
              key={name}
              label={label}
              path={`function.${name}`}
              value={content.function[name]}
              error={errors.get(`function.${name}`)}
              onChange={(value) => change({ function: { ...content.function, [name]: value } })}
            />
          ))}
        </FieldRow>
      </FormSection>
    );
  },
  ['function'],
);
