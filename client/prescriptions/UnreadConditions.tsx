import { Alert, List } from '@mantine/core';

/** Imported conditions from which no precaution follows because their code cannot be read, by name, before signing. */
export function UnreadConditions({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const one = names.length === 1;
  return (
    <Alert
      color="yellow"
      title={`${names.length} imported ${one ? 'condition is' : 'conditions are'} not coded for precautions`}
    >
      Nothing is proposed for {one ? 'it' : 'them'}. Read {one ? 'it' : 'them'}, and add what follows as your
      own precaution, or code the condition in ICD-10-CM on the chart.
      <List size="sm" mt={4}>
        {names.map((name) => (
          <List.Item key={name}>{name}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
