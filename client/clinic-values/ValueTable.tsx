import { Button, Table, Text, Title } from '@mantine/core';
import { canKeepValue } from '#shared/clinic-values/policy.ts';
import { sourceWords, TAG_WORDS, type ValueSection } from '#shared/clinic-values/model.ts';
import { valueWords } from '#shared/clinic-values/value-words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { RowCursor } from '#client/ui/use-row-cursor.ts';
import { ACT_WORDS } from './act-words.ts';
import type { KeptValue } from './kept-values.ts';
import classes from './Values.module.css';

interface ValueTableProps {
  values: readonly KeptValue[];
  cursor: RowCursor;
  onOpen: (key: string) => void;
}

/** The values, section by section: one row each. */
export function ValueTable({ values, cursor, onOpen }: ValueTableProps) {
  const sections = [...new Set(values.map(({ section }) => section))];
  return sections.map((section) => (
    <section key={section.id} aria-label={section.title} className={classes.group}>
      <SectionHeading section={section} />
      <Table aria-label={section.title} verticalSpacing={4} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Value</Table.Th>
            <Table.Th className={classes.inForce}>In force</Table.Th>
            <Table.Th className={classes.source}>Where it comes from</Table.Th>
            <Table.Th className={classes.who}>Set or confirmed</Table.Th>
            <Table.Td className={classes.act} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {values
            .filter((one) => one.section === section)
            .map((kept) => (
              <ValueRow key={kept.about.key} kept={kept} cursor={cursor} onOpen={onOpen} />
            ))}
        </Table.Tbody>
      </Table>
    </section>
  ));
}

function SectionHeading({ section }: { section: ValueSection }) {
  const permission = canKeepValue(useSession(), section);
  const others = canKeepValue(useSession(), { keeper: 'clinic' });
  return (
    <div className={classes.heading}>
      <Title order={2} size="h3">
        {section.title}
      </Title>
      <Text size="sm" c="dimmed">
        Used in: {section.usedIn}
        {others.allowed && !permission.allowed ? ` ${permission.sentence}` : ''}
      </Text>
    </div>
  );
}

function ValueRow({ kept, cursor, onOpen }: { kept: KeptValue } & Omit<ValueTableProps, 'values'>) {
  const { about, section, value, isChanged } = kept;
  const permission = canKeepValue(useSession(), section);
  return (
    <Table.Tr {...cursor.rowProps(about.key)} className={classes.row}>
      <Table.Th scope="row" fw={400}>
        <Text span size="sm" fw={600}>
          {about.title}
        </Text>{' '}
        <Text span size="xs" c="dimmed">
          {about.explanation}
        </Text>
      </Table.Th>
      <Table.Td>
        <Text size="sm" fw={600} className={classes.number}>
          {valueWords(about, value)}
        </Text>
        {isChanged ? (
          <Text size="xs" c="var(--tone-info-text)">
            default {valueWords(about, about.default)}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <StatusBadge tone={about.tag === 'M' ? 'watch' : 'neutral'} variant="plain">
          {TAG_WORDS[about.tag]}
        </StatusBadge>{' '}
        <Text span size="xs" c="dimmed">
          {sourceWords(about.source)}
        </Text>
      </Table.Td>
      <Table.Td>
        <LastAct kept={kept} />
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onOpen(about.key)}
          aria-label={`${permission.allowed ? 'Change or confirm' : 'History of'} ${about.title}`}
        >
          {permission.allowed ? 'Change' : 'History'}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function LastAct({ kept: { last } }: { kept: KeptValue }) {
  const { date, dateOf } = useClinicTime();
  if (last === undefined) {
    return (
      <Text size="sm" c="dimmed">
        Nobody yet
      </Text>
    );
  }
  return (
    <>
      <Text size="sm">
        {ACT_WORDS[last.act]} by {last.by}, {date(dateOf(last.at))}
      </Text>
      {last.reason === '' ? null : (
        <Text size="xs" c="dimmed">
          {last.reason}
        </Text>
      )}
    </>
  );
}
