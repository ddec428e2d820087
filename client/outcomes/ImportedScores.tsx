import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#shared/platform/endpoint.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import type { ImportedScore } from '#shared/outcomes/model.ts';
import { canTakeImported } from '#shared/outcomes/policy.ts';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';
import { TakeImported } from './TakeImported.tsx';
import classes from './Scores.module.css';

type Scores = Output<typeof outcomesApi.list>;

const shownAtFirst = 5;

/** What another record measured of the patient. Nothing of it is judged before a clinician takes it into an episode. */
export function ImportedScores({ screen }: { screen: Scores }) {
  const [isWhole, setWhole] = useState(false);
  const [taking, setTaking] = useState<ImportedScore>();
  const { imported, episode } = screen;
  if (imported.length === 0) return null;
  const shown = isWhole ? imported : imported.slice(0, shownAtFirst);
  return (
    <FormSection
      title="From other records"
      description="Imported for the patient. A value counts in this episode once you take it over."
    >
      <Table aria-label="Scores from other records" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Measured</Table.Th>
            <Table.Th>Measure</Table.Th>
            <Table.Th ta="right">Value</Table.Th>
            <Table.Th>Counts in</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((score) => (
            <ImportedRow
              key={score.outcomeScoreId}
              score={score}
              here={episode.episodeId}
              onTake={episode.status === 'open' ? () => setTaking(score) : undefined}
            />
          ))}
        </Table.Tbody>
      </Table>
      {shown.length === imported.length ? null : (
        <TextButton onClick={() => setWhole(true)}>Show all {imported.length}</TextButton>
      )}
      {taking === undefined ? null : (
        <TakeImported
          key={taking.outcomeScoreId}
          screen={screen}
          score={taking}
          onClose={() => setTaking(undefined)}
        />
      )}
    </FormSection>
  );
}

interface ImportedRowProps {
  score: ImportedScore;
  here: EpisodeId;
  /** Absent where the episode takes no scores. */
  onTake: (() => void) | undefined;
}

function ImportedRow({ score, here, onTake }: ImportedRowProps) {
  const actor = useSession();
  const { date, dateTime } = useClinicTime();
  const { takenInto } = score;
  const measure = getMeasure(score.measureCode);
  const name = measure?.abbreviation ?? score.measureCode;
  return (
    <Table.Tr className={classes.score}>
      <Table.Td>{date(score.measuredOn)}</Table.Td>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td ta="right">
        <span className={classes.value}>{`${score.value} ${unitLabel(measure ?? { unit: '' })}`.trim()}</span>
      </Table.Td>
      <Table.Td>
        {takenInto === null ? (
          <Text size="sm" c="dimmed">
            no episode
          </Text>
        ) : (
          <Text size="sm" c="dimmed">
            {takenInto.episodeId === here ? (
              'this episode'
            ) : (
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/episodes/$episodeId/scores"
                    params={{ episodeId: takenInto.episodeId }}
                  />
                )}
              >
                {takenInto.concern}
              </Anchor>
            )}
            , taken over by {takenInto.by ?? 'unknown'}, {dateTime(takenInto.at)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {onTake !== undefined && canTakeImported(actor, score).allowed ? (
          <Group justify="flex-end">
            <Button
              size="compact-xs"
              variant="default"
              onClick={onTake}
              aria-label={`Take over: ${name} ${score.value}, ${date(score.measuredOn)}`}
            >
              Take over
            </Button>
          </Group>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
