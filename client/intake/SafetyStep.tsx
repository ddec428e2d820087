import { Stack, Text } from '@mantine/core';
import { RED_FLAG_QUESTIONS, worstLevel, type RedFlagKey } from '#shared/intake/red-flags.ts';
import { CheckList } from './CheckList.tsx';
import { EmergencyNotice } from './EmergencyNotice.tsx';
import type { StepProps } from './step.ts';

const EMERGENCIES = RED_FLAG_QUESTIONS.filter(({ level }) => level === 'emergency');
const WARNINGS = RED_FLAG_QUESTIONS.filter(({ level }) => level !== 'emergency');

/** The danger signs, before everything else. */
export function SafetyStep({ draft, change, errorOf, forStaff }: StepProps) {
  const isEmergency = worstLevel(draft.redFlags) === 'emergency';
  const isIn = (list: typeof EMERGENCIES) => (key: RedFlagKey) =>
    list.some((question) => question.key === key);
  const emergencies = draft.redFlags.filter(isIn(EMERGENCIES));
  const warnings = draft.redFlags.filter(isIn(WARNINGS));
  return (
    <Stack gap="lg">
      <Text>
        {forStaff
          ? 'Read these to the caller first. Tick what is true now.'
          : 'These come first because some of them cannot wait. Tick what is true for the patient now.'}
      </Text>
      {isEmergency ? (
        <EmergencyNotice redFlags={draft.redFlags} reader={forStaff ? 'on-the-phone' : 'patient'} />
      ) : null}
      <CheckList
        label="Is any of this true now?"
        name="noEmergency"
        choices={EMERGENCIES}
        chosen={emergencies}
        onChange={(next) => change({ redFlags: [...next, ...warnings], noEmergency: false })}
        none={{
          words: 'None of these',
          isChosen: draft.noEmergency,
          onChange: (noEmergency) => change({ noEmergency, ...(noEmergency ? { redFlags: warnings } : {}) }),
        }}
        error={errorOf('noEmergency')}
      />
      <CheckList
        label="And any of this?"
        name="noWarning"
        choices={WARNINGS}
        chosen={warnings}
        onChange={(next) => change({ redFlags: [...emergencies, ...next], noWarning: false })}
        none={{
          words: 'None of these',
          isChosen: draft.noWarning,
          onChange: (noWarning) => change({ noWarning, ...(noWarning ? { redFlags: emergencies } : {}) }),
        }}
        error={errorOf('noWarning')}
      />
    </Stack>
  );
}
