import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EDUCATION_TOPICS, topicsToRepeat } from '#shared/home-programme/education.ts';
import { stoppingHolds } from '#shared/sessions/limb-stop.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import type { SessionSheet } from '#shared/sessions/sheet.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { NumberField } from '#client/ui/NumberField.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { EducationRows } from './EducationRows.tsx';
import { teach, type SheetEdit } from './sheet-edits.ts';
import classes from './Sheet.module.css';

interface HomeSectionProps {
  sheet: SessionSheet;
  content: SessionContent;
  edit: (change: SheetEdit) => void;
}

/** How the home programme went since the last session, and what was taught today. */
export function HomeSection({ sheet, content, edit }: HomeSectionProps) {
  const set = (change: Partial<SessionContent>) => edit((old) => ({ ...old, ...change }));
  return (
    <>
      <ProgrammeLine sheet={sheet} />
      <div className={classes.vitals} role="group" aria-label="Home exercise since the last session">
        <NumberField
          label="Home days done"
          name="content.homeDaysDone"
          unit="days"
          width={112}
          min={0}
          max={60}
          value={content.homeDaysDone}
          error={homeProblem(content)?.homeDaysDone}
          onChange={(homeDaysDone) => set({ homeDaysDone })}
        />
        <NumberField
          label="of prescribed"
          name="content.homeDaysPrescribed"
          unit="days"
          width={104}
          min={0}
          max={60}
          value={content.homeDaysPrescribed}
          error={homeProblem(content)?.homeDaysPrescribed}
          onChange={(homeDaysPrescribed) => set({ homeDaysPrescribed })}
        />
        <NumberField
          label="Difficulty"
          name="content.homeDifficulty"
          unit="0-10"
          width={100}
          min={0}
          value={content.homeDifficulty ?? null}
          error={scaleError(content.homeDifficulty)}
          onChange={(homeDifficulty) => set({ homeDifficulty })}
        />
        <NumberField
          label="Pain at home"
          name="content.homePain"
          unit="0-10"
          width={110}
          min={0}
          value={content.homePain ?? null}
          error={scaleError(content.homePain)}
          onChange={(homePain) => set({ homePain })}
        />
      </div>
      <Education sheet={sheet} content={content} edit={edit} />
    </>
  );
}

/** What keeps the days from being signed, at the field it is about. */
function homeProblem({ homeDaysDone: done, homeDaysPrescribed: of }: SessionContent) {
  if (done === null) return undefined;
  if (of === null || of === 0) return { homeDaysPrescribed: 'Of how many?' };
  return done > of ? { homeDaysDone: `At most ${of}.` } : undefined;
}

const scaleError = (value: number | null | undefined): string | undefined =>
  value != null && (value < 0 || value > 10 || !Number.isInteger(value)) ? '0 to 10' : undefined;

function ProgrammeLine({ sheet: { homeCare, episode, gate } }: { sheet: SessionSheet }) {
  const { date, dateOf } = useClinicTime();
  const programme = homeCare?.programme;
  return (
    <>
      {programme != null && stoppingHolds(gate.holds).leg.some(({ closedAt }) => closedAt === null) ? (
        <Text size="sm" role="alert" c="var(--tone-danger-text)">
          <ToneIcon tone="danger" size={14} /> No exercise of the stopped leg at home either: tell the
          patient.
        </Text>
      ) : null}
      {programme?.noLongerFits.map(({ name, sentence }) => (
        <Text key={name} size="sm" role="alert" c="var(--tone-danger-text)">
          <ToneIcon tone="danger" size={14} /> {name} at home no longer fits: {sentence}
        </Text>
      ))}
      <Text size="sm">
        {programme == null
          ? 'No home programme yet. '
          : `Version ${programme.versionNumber} of ${date(dateOf(programme.signedAt))}: ${programme.exercises.join(', ') || 'nothing'}. `}
        <Anchor
          renderRoot={(props) => (
            <Link
              {...props}
              to="/episodes/$episodeId/home-programme"
              params={{ episodeId: episode.episodeId }}
            />
          )}
        >
          {programme == null ? 'Write it' : 'Open the programme'}
        </Anchor>
      </Text>
    </>
  );
}

function Education({ sheet, content, edit }: HomeSectionProps) {
  const given = content.education ?? [];
  const open = topicsToRepeat(sheet.homeCare?.taught ?? []).filter(
    (topic) => !given.some((one) => one.topic === topic),
  );
  return (
    <>
      {open.length === 0 ? null : (
        <Group gap="xs">
          <Text size="sm" c="var(--tone-warning-text)">
            Could not be taught back last time:
          </Text>
          {open.map((topic) => (
            <Button key={topic} size="compact-sm" variant="default" onClick={() => edit(teach(topic))}>
              Repeat: {EDUCATION_TOPICS[topic].en}
            </Button>
          ))}
        </Group>
      )}
      <EducationRows given={given} edit={edit} />
    </>
  );
}
