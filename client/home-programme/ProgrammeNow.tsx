import { Button, Group, Text } from '@mantine/core';
import { generalCautions } from '#shared/home-programme/check-exercise.ts';
import type { ProgrammePage } from '#shared/home-programme/contract.ts';
import { noLongerFits } from '#shared/home-programme/fit.ts';
import { askedInWords } from '#shared/home-programme/dose-in-words.ts';
import type { ProgrammeExercise } from '#shared/home-programme/model.ts';
import { weightBearingInFull } from '#shared/prescriptions/words.ts';
import type { Permission } from '#shared/platform/actor.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DocumentNews } from '#client/ui/DocumentNews.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useDocument } from '#client/ui/use-document.ts';
import { ExerciseFindings } from './ExerciseFindings.tsx';
import { ExercisePicture } from './ExercisePicture.tsx';
import { LimbStopNotice } from './LimbStopNotice.tsx';
import { MisfitNotice } from './MisfitNotice.tsx';
import { HandoutButtons } from './HandoutButtons.tsx';
import classes from './HomeProgramme.module.css';

interface ProgrammeNowProps {
  page: ProgrammePage;
  permission: Permission;
  onEdit: () => void;
}

/** The version in force, as it was handed out. */
export function ProgrammeNow({ page, permission, onEdit }: ProgrammeNowProps) {
  const { current, prescription, header } = page;
  const { date, dateOf } = useClinicTime();
  const document = useDocument();
  const exercises = current?.content.exercises ?? [];
  return (
    <FormSection
      title="At home"
      description={
        current === null
          ? undefined
          : `Version ${current.versionNumber}, ${date(dateOf(current.signedAt))}, ${current.author}`
      }
      actions={
        <Group gap="sm" data-no-print>
          {current === null || exercises.length === 0 ? null : (
            <HandoutButtons
              document={document}
              episodeId={header.episodeId}
              versionNumber={current.versionNumber}
              language={page.language}
              content={current.content}
              limbStopped={page.limbStopped}
              misfits={prescription === null ? [] : noLongerFits(exercises, prescription.limits)}
            />
          )}
          <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
            <Button size="compact-md" onClick={onEdit}>
              {current === null ? 'Write the programme' : 'Change the programme'}
            </Button>
          </DisabledReason>
        </Group>
      }
    >
      <DocumentNews document={document} />
      {page.limbStopped ? <LimbStopNotice /> : null}
      <MisfitNotice page={page} />
      <Wishes page={page} />
      {exercises.length === 0 ? (
        <EmptyState title={current === null ? 'No home programme yet.' : 'Nothing is asked for at home.'}>
          Exercises come from the library, in English and Spanish, each with its picture.
        </EmptyState>
      ) : (
        <ol className={classes.list} aria-label="Exercises at home">
          {exercises.map((exercise) => (
            <Item
              key={`${exercise.code} ${exercise.side ?? ''}`}
              exercise={exercise}
              limits={prescription?.limits}
            />
          ))}
        </ol>
      )}
      {current === null ? null : <Notes said={current.content} label="For the patient" />}
    </FormSection>
  );
}

/** What the prescription says about home, and the precautions about any exercise. */
function Wishes({ page: { prescription } }: { page: ProgrammePage }) {
  if (prescription === null) return null;
  const { limits, versionNumber } = prescription;
  const cautions = generalCautions(limits);
  const borne = limits.weightBearing.filter(({ status }) => status !== 'FWB');
  return (
    <>
      {limits.homeProgramme === null || limits.homeProgramme === '' ? null : (
        <Text size="sm">
          Prescription v{versionNumber}: {limits.homeProgramme}
        </Text>
      )}
      {borne.length === 0 ? null : (
        <Text size="sm">Weight bearing: {borne.map((one) => weightBearingInFull(one)).join('; ')}</Text>
      )}
      {cautions.length === 0 ? null : (
        <Text size="sm" c="var(--tone-warning-text)">
          Any exercise: {cautions.join('; ')}
        </Text>
      )}
    </>
  );
}

/** What the therapist wrote by hand, in the languages it is there in. */
function Notes({ said, label }: { said: { note: string; noteEs: string }; label?: string }) {
  return (
    <>
      {said.note === '' ? null : (
        <Text size="sm" c="dimmed">
          {label === undefined ? said.note : `${label}: ${said.note}`}
        </Text>
      )}
      {said.noteEs === '' ? null : (
        <Text size="sm" c="dimmed" lang="es">
          {label === undefined ? said.noteEs : `${label}, in Spanish: ${said.noteEs}`}
        </Text>
      )}
    </>
  );
}

interface ItemProps {
  exercise: ProgrammeExercise;
  limits: NonNullable<ProgrammePage['prescription']>['limits'] | undefined;
}

function Item({ exercise, limits }: ItemProps) {
  const { content } = exercise;
  return (
    <li className={classes.item}>
      <ExercisePicture code={content.picture} label="" small />
      <div className={classes.words}>
        <Text fw={600}>{content.name.en}</Text>
        <Text size="sm">{askedInWords(exercise, 'en')}</Text>
        <Notes said={exercise} />
        <ExerciseFindings exercise={exercise} limits={limits} />
      </div>
    </li>
  );
}
