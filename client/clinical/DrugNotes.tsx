import { List, Text } from '@mantine/core';

/** What the patient's drugs change in therapy beyond the precautions. */
export const DrugNotes = ({ notes = [] }: { notes?: readonly string[] | undefined }) =>
  notes.length === 0 ? null : (
    <section aria-label="What drugs change">
      <Text size="sm" fw={600}>
        What these drugs change (policy, to be confirmed by the clinic)
      </Text>
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </section>
  );
