import { Select, Table, Text, TextInput } from '@mantine/core';

export interface Judged {
  status: string | null;
  comment: string;
}

interface JudgedListProps {
  /** Names the table: "Goals". */
  label: string;
  rows: readonly { key: string; title: string; detail: string }[];
  choices: readonly { value: string; label: string }[];
  value: Readonly<Record<string, Judged>>;
  onChange: (key: string, judged: Judged) => void;
}

const UNJUDGED: Judged = { status: null, comment: '' };

/** A word and a remark on each of a few things. */
export function JudgedList({ label, rows, choices, value, onChange }: JudgedListProps) {
  return (
    <Table aria-label={label} maw={1100} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{label}</Table.Th>
          <Table.Th w={180}>Assessment</Table.Th>
          <Table.Th>Remark</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, title, detail }) => {
          const judged = value[key] ?? UNJUDGED;
          return (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {title}
                <Text size="sm" c="dimmed">
                  {detail}
                </Text>
              </Table.Th>
              <Table.Td>
                <Select
                  aria-label={`Assessment: ${title}`}
                  name="goals"
                  data={[...choices]}
                  value={judged.status}
                  placeholder="Choose"
                  onChange={(status) => onChange(key, { ...judged, status })}
                />
              </Table.Td>
              <Table.Td>
                <TextInput
                  aria-label={`Remark: ${title}`}
                  value={judged.comment}
                  onChange={(event) => onChange(key, { ...judged, comment: event.currentTarget.value })}
                />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
