import { Button, Group, List, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClinicId } from '#shared/platform/ids.ts';
import type { ThresholdChoice } from '#shared/outcomes/contract.ts';
import { canChooseThreshold } from '#shared/outcomes/policy.ts';
import {
  getMeasure,
  unitLabel,
  type OutcomeMeasure,
  type PublishedThreshold,
} from '#shared/outcomes/registry.ts';
import { rowForTag } from '#shared/outcomes/thresholds.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { thresholdsQuery, useChooseThreshold } from './queries.ts';
import classes from './Scores.module.css';

interface ThresholdsProps {
  clinicId: ClinicId;
  /** The measures shown: those of the episode. */
  codes: readonly string[];
}

/** Which published numbers judge in this clinic: measurement error and important change, with population and citation. */
export function Thresholds({ clinicId, codes }: ThresholdsProps) {
  const query = useQuery(thresholdsQuery(clinicId));
  const [choosing, setChoosing] = useState<OutcomeMeasure>();
  const measures = codes.flatMap((code) => getMeasure(code) ?? []);
  const permission = canChooseThreshold(useSession());
  return (
    <FormSection
      title="What change counts"
      description={`The clinic’s choice of published thresholds. A prescription may name another population; verdicts already made keep what they used.${permission.allowed ? '' : ` ${permission.sentence}`}`}
    >
      <QueryBoundary query={query}>
        {({ clinicName, choices }) => {
          const chosen = (code: string) => choices.find(({ measureCode }) => measureCode === code);
          return (
            <>
              {measures.length === 0 ? (
                <Text size="sm" c="dimmed">
                  No measure in this episode yet.
                </Text>
              ) : (
                <Table aria-label={`Thresholds of ${clinicName}`} verticalSpacing={4}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Measure</Table.Th>
                      <Table.Th>Measurement error (MDC)</Table.Th>
                      <Table.Th>Important change (MCID)</Table.Th>
                      <Table.Td />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {measures.map((measure) => (
                      <ThresholdRow
                        key={measure.code}
                        measure={measure}
                        choice={chosen(measure.code)}
                        onChoose={() => setChoosing(measure)}
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              )}
              {choosing === undefined ? null : (
                <ChooseThreshold
                  key={`${choosing.code} ${chosen(choosing.code)?.version ?? 0}`}
                  clinicId={clinicId}
                  clinicName={clinicName}
                  measure={choosing}
                  choice={chosen(choosing.code)}
                  onClose={() => setChoosing(undefined)}
                />
              )}
            </>
          );
        }}
      </QueryBoundary>
    </FormSection>
  );
}

interface ThresholdRowProps {
  measure: OutcomeMeasure;
  choice: ThresholdChoice | undefined;
  onChoose: () => void;
}

function ThresholdRow({ measure, choice, onChoose }: ThresholdRowProps) {
  const permission = canChooseThreshold(useSession());
  const { dateTime } = useClinicTime();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {measure.abbreviation}
        {choice === undefined ? null : (
          <Text size="xs" c="dimmed" fw={400}>
            chosen by {choice.chosenBy ?? 'unknown'}
            {choice.chosenAt === null ? '' : `, ${dateTime(choice.chosenAt)}`}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <Published row={rowForTag(measure.mdc, choice?.mdcTag)} measure={measure} />
      </Table.Td>
      <Table.Td>
        <Published row={rowForTag(measure.mcid, choice?.mcidTag)} measure={measure} />
      </Table.Td>
      <Table.Td ta="right">
        {permission.allowed ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={onChoose}
            aria-label={`Choose the thresholds of ${measure.abbreviation}`}
          >
            Choose
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

function Published({ row, measure }: { row: PublishedThreshold | undefined; measure: OutcomeMeasure }) {
  if (row === undefined) {
    return (
      <Text size="sm" c="dimmed">
        no published value: not judged by it
      </Text>
    );
  }
  const unit = unitLabel(measure);
  return (
    <div className={classes.citation}>
      <Text size="sm">
        <strong>
          {row.value}
          {unit === '' ? '' : ` ${unit}`}
        </strong>{' '}
        {row.level}, {row.population}{' '}
        <StatusBadge tone={row.verified ? 'ok' : 'watch'} variant="plain">
          {row.verified ? 'seen in its source' : 'not verified'}
        </StatusBadge>
      </Text>
      <Text size="xs" c="dimmed">
        {row.citation}
      </Text>
    </div>
  );
}

interface ChooseThresholdProps {
  clinicId: ClinicId;
  clinicName: string;
  measure: OutcomeMeasure;
  choice: ThresholdChoice | undefined;
  onClose: () => void;
}

function ChooseThreshold({ clinicId, clinicName, measure, choice, onClose }: ChooseThresholdProps) {
  const [mdcTag, setMdcTag] = useState(choice?.mdcTag ?? null);
  const [mcidTag, setMcidTag] = useState(choice?.mcidTag ?? null);
  const choose = useChooseThreshold(clinicId, measure.code);
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={`Thresholds of ${measure.abbreviation}`}
      width={40}
      footer={
        <Group>
          <Button
            loading={choose.isPending}
            onClick={() =>
              choose.mutate(
                { mdcTag, mcidTag, expectedVersion: choice?.version ?? 0 },
                {
                  onSuccess: () => {
                    showNote('Chosen. Verdicts made from now on use it.');
                    onClose();
                  },
                },
              )
            }
          >
            Use these in {clinicName}
          </Button>
        </Group>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={choose.error} />
        <TagField
          label="Measurement error (MDC)"
          name="mdcTag"
          rows={measure.mdc}
          measure={measure}
          value={mdcTag}
          onChange={setMdcTag}
        />
        <TagField
          label="Important change (MCID)"
          name="mcidTag"
          rows={measure.mcid}
          measure={measure}
          value={mcidTag}
          onChange={setMcidTag}
        />
        <List size="sm" spacing={2}>
          <List.Item>When the important change is smaller than the error, the error governs both.</List.Item>
          <List.Item>
            A value that was not seen in its source lowers the confidence of each verdict.
          </List.Item>
        </List>
      </Stack>
    </SideWorkspace>
  );
}

interface TagFieldProps {
  label: string;
  name: string;
  rows: readonly PublishedThreshold[];
  measure: OutcomeMeasure;
  value: string | null;
  onChange: (tag: string | null) => void;
}

function TagField({ label, name, rows, measure, value, onChange }: TagFieldProps) {
  const unit = unitLabel(measure);
  const tags = [...new Set(rows.map(({ populationTag }) => populationTag))];
  if (tags.length === 0) return <Text size="sm">{label}: no published value.</Text>;
  return (
    <div>
      <Select
        label={label}
        name={name}
        allowDeselect
        placeholder="The default"
        clearable
        data={tags.map((tag) => {
          const row = rowForTag(rows, tag);
          const written =
            row === undefined
              ? tag
              : `${row.value}${unit === '' ? '' : ` ${unit}`} ${row.level}: ${row.population}`;
          return { value: tag, label: written };
        })}
        value={value}
        onChange={onChange}
      />
      <Published row={rowForTag(rows, value)} measure={measure} />
    </div>
  );
}
