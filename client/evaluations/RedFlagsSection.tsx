import { stopsLimb } from '#shared/sessions/limb-stop.ts';
import { Checkbox, NativeSelect, SimpleGrid, Text, Textarea } from '@mantine/core';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { EvaluationContent, PresentRedFlag } from '#shared/evaluations/model.ts';
import {
  getRedFlag,
  opensHold,
  redFlagsIn,
  type RedFlag,
  type RedFlagLevel,
} from '#shared/sessions/red-flags.ts';
import { foundFlag, isSeriousEnough, SCORED_FLAG, withWells } from '#shared/sessions/scored-flag.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './Evaluation.module.css';
import { LegScore } from './LegScore.tsx';
import { memoSection } from './memo-section.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

const LEVELS: readonly RedFlagLevel[] = ['prompt', 'urgent', 'emergency'];

interface RedFlagsSectionProps {
  draft: DraftAccess;
  clinicValues: ClinicOverrides;
}

/** The red flags of rules.md section 5, at the clinic's levels. None found is never called safe. */
export const RedFlagsSection = memoSection(
  function RedFlagsSection({ draft, clinicValues }: RedFlagsSectionProps) {
    const { redFlags } = draft.content;
    const set = (part: Partial<typeof redFlags>) => draft.change({ redFlags: { ...redFlags, ...part } });
    const turn = (flag: RedFlag, found: boolean) =>
      set({
        present: found
          ? [...redFlags.present, foundFlag(flag, redFlags)]
          : redFlags.present.filter(({ code }) => code !== flag.code),
      });
    const edit = (code: string, part: Partial<PresentRedFlag>) =>
      set({ present: redFlags.present.map((one) => (one.code === code ? { ...one, ...part } : one)) });
    return (
      <FormSection
        id="redFlags"
        title="Red flags"
        description="Tick what you found. Nothing ticked means nothing found today, no more than that."
      >
        <Consequence present={redFlags.present} />
        <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing={6}>
          {redFlagsIn(clinicValues).map((flag) => {
            const index = redFlags.present.findIndex(({ code }) => code === flag.code);
            const present = redFlags.present[index];
            return (
              <div key={flag.code} className={classes.redFlag} data-found={present !== undefined}>
                <Checkbox
                  size="xs"
                  classNames={{ label: classes.finding, description: classes.action }}
                  label={flag.finding}
                  description={`At least ${flag.level}. ${flag.action}.`}
                  checked={present !== undefined}
                  onChange={(event) => turn(flag, event.currentTarget.checked)}
                />
                {present === undefined ? null : (
                  <FoundFlag
                    flag={flag}
                    present={present}
                    wells={redFlags.wells}
                    path={`content.redFlags.present.${index}`}
                    onChange={(part) => edit(flag.code, part)}
                  />
                )}
              </div>
            );
          })}
        </SimpleGrid>
        <LegScore
          redFlags={redFlags}
          onChange={(wells) => draft.change({ redFlags: withWells(redFlags, wells) })}
          onMark={() => {
            const flag = getRedFlag(SCORED_FLAG);
            if (flag) turn(flag, true);
          }}
        />
        <Checkbox
          label="All of these were asked about or looked for at this visit"
          name="content.redFlags.reviewed"
          checked={redFlags.reviewed}
          onChange={(event) => set({ reviewed: event.currentTarget.checked })}
        />
      </FormSection>
    );
  },
  ['redFlags'],
);

interface FoundFlagProps {
  flag: RedFlag;
  present: PresentRedFlag;
  wells: EvaluationContent['redFlags']['wells'];
  path: string;
  onChange: (part: Partial<PresentRedFlag>) => void;
}

function FoundFlag({ flag, present, wells, path, onChange }: FoundFlagProps) {
  const levels = LEVELS.filter((level) => isSeriousEnough(flag, level, { wells }));
  const also =
    flag.orLevel === undefined ? 'At least as the list says.' : `${flag.orLevel.level} ${flag.orLevel.when}.`;
  return (
    <div className={classes.found}>
      <NativeSelect
        size="xs"
        label="Level"
        classNames={{ description: classes.action }}
        description={also}
        name={path}
        data={levels}
        value={present.level}
        onChange={({ currentTarget: { value } }) =>
          onChange({ level: LEVELS.find((level) => level === value) ?? flag.level })
        }
      />
      <Textarea
        size="xs"
        label="What was found, and what was done"
        name={`${path}.note`}
        autosize
        minRows={1}
        required
        value={present.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  );
}

function Consequence({ present }: { present: readonly PresentRedFlag[] }) {
  if (present.some(({ level }) => level === 'emergency')) {
    return (
      <div role="alert">
        <StatusBadge tone="danger">Emergency</StatusBadge>{' '}
        <Text span fw={600}>
          Stop and call the emergency services now: this page does not call anybody.
        </Text>{' '}
        Signing also opens a safety hold.
      </div>
    );
  }
  if (present.some(({ level }) => opensHold(level))) {
    return (
      <div role="alert">
        <StatusBadge tone="danger">Urgent</StatusBadge> Signing opens a safety hold: no session starts until a
        physiatrist closes it. Reach the physiatrist today.
      </div>
    );
  }
  if (present.some(stopsLimb)) {
    return (
      <div role="alert">
        <StatusBadge tone="warning">Same day</StatusBadge> Signing stops treatment of the leg until a
        physiatrist clears it. Reach the physiatrist today.
      </div>
    );
  }
  return null;
}
