import { Anchor, Button, Group, Select, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EpisodeId } from '#shared/platform/ids.ts';
import type { ScorePlace } from '#shared/outcomes/check-place.ts';
import type { StoredScore } from '#shared/outcomes/model.ts';
import { canMarkError } from '#shared/outcomes/policy.ts';
import { getMeasure, valueWithUnit } from '#shared/outcomes/registry.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ErrorMark } from '#client/clinical/StruckOut.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { CorrectScore } from './CorrectScore.tsx';
import classes from './Scores.module.css';

interface ScoreHistoryProps {
  episodeId: EpisodeId;
  scores: readonly StoredScore[];
  place: ScorePlace;
  measure: string | undefined;
  onMeasure: (measure: string | undefined) => void;
}

const SOURCE: Record<StoredScore['source'], string> = {
  session: 'session',
  evaluation: 'evaluation',
  entry: 'entered by itself',
  imported: 'imported',
};

/** Every value, newest first; one entered in error is struck out and says who, when and why. */
export function ScoreHistory({ episodeId, scores, place, measure, onMeasure }: ScoreHistoryProps) {
  const [correcting, setCorrecting] = useState<StoredScore>();
  const codes = [...new Set(scores.map(({ measureCode }) => measureCode))];
  const shown = scores.filter(({ measureCode }) => measure === undefined || measureCode === measure);
  return (
    <FormSection
      title="Scores"
      actions={
        codes.length < 2 ? null : (
          <Select
            size="xs"
            w={220}
            aria-label="Show one measure"
            placeholder="All measures"
            clearable
            data={codes.map((code) => ({ value: code, label: getMeasure(code)?.abbreviation ?? code }))}
            value={measure ?? null}
            onChange={(code) => onMeasure(code ?? undefined)}
          />
        )
      }
    >
      {scores.length === 0 ? (
        <EmptyState title="No score yet.">
          The verdict cannot be made before two measurements of a prescribed measure.
        </EmptyState>
      ) : (
        <Table aria-label="Scores" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Measured</Table.Th>
              <Table.Th>Measure</Table.Th>
              <Table.Th ta="right">Value</Table.Th>
              <Table.Th>Condition</Table.Th>
              <Table.Th>Where</Table.Th>
              <Table.Th>Entered</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((score) => (
              <ScoreRow
                key={score.outcomeScoreId}
                score={score}
                replacement={scores.find(({ correctsId }) => correctsId === score.outcomeScoreId)}
                onCorrect={() => setCorrecting(score)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {correcting === undefined ? null : (
        <CorrectScore
          key={correcting.outcomeScoreId}
          episodeId={episodeId}
          score={correcting}
          scores={scores}
          place={place}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </FormSection>
  );
}

interface ScoreRowProps {
  score: StoredScore;
  replacement: StoredScore | undefined;
  onCorrect: () => void;
}

function ScoreRow({ score, replacement, onCorrect }: ScoreRowProps) {
  const actor = useSession();
  const { date, dateTime } = useClinicTime();
  const { error, sessionId } = score;
  const measure = getMeasure(score.measureCode) ?? { unit: '' };
  return (
    <Table.Tr className={classes.score} data-error={error !== null}>
      <Table.Td>{date(score.measuredOn)}</Table.Td>
      <Table.Th scope="row">{seriesName(score)}</Table.Th>
      <Table.Td ta="right">
        {valueWithUnit(score.value, measure)}
        {score.warningConfirmed === null ? null : (
          <Text size="xs" c="dimmed">
            unusual, confirmed
          </Text>
        )}
      </Table.Td>
      <Table.Td>{score.condition ?? ''}</Table.Td>
      <Table.Td>
        {sessionId === null ? (
          SOURCE[score.source]
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/sessions/$sessionId" params={{ sessionId }} />}
          >
            session
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {score.recordedBy ?? 'import'}, {dateTime(score.recordedAt)}
        </Text>
        <ErrorMark mark={error} />
        {replacement === undefined ? null : (
          <Text size="sm" c="dimmed">
            replaced by {replacement.value}
          </Text>
        )}
        {score.correctsId === null ? null : (
          <Text size="xs" c="dimmed">
            corrects an earlier entry
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {canMarkError(actor, score).allowed ? (
          <Group justify="flex-end">
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={onCorrect}
              aria-label={`Wrong: ${seriesName(score)} ${score.value}`}
            >
              Wrong?
            </Button>
          </Group>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
