import { Checkbox } from '@mantine/core';

interface ConfirmUnusualProps {
  /** What is unusual; it ends by asking for a confirmation, which is this box. */
  sentence: string;
  name?: string;
  confirmed: boolean;
  onChange: (confirmed: boolean) => void;
}

/** An unusual value is stored once a person has read why it is unusual and says that it is right. */
export function ConfirmUnusual({ sentence, name, confirmed, onChange }: ConfirmUnusualProps) {
  return (
    <Checkbox
      name={name}
      label={`${sentence.replace(/ Confirm (it|the date)\./g, '')} It is right.`}
      checked={confirmed}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
