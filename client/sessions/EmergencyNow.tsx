import { Alert, List } from '@mantine/core';
import { IconAmbulance } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmergencyNowProps {
  /** What the red flag itself asks for: "Emergency department, no further testing". */
  action: string;
  /** Whom to telephone. */
  children?: ReactNode;
}

/** What to do now in an emergency: a message in Tandem calls nobody (rules.md section 5). */
export function EmergencyNow({ action, children }: EmergencyNowProps) {
  return (
    <Alert color="red" icon={<IconAmbulance aria-hidden />} title="Call the emergency services now">
      <List size="sm" spacing={2}>
        <List.Item>Stop treatment and stay with the patient. Tandem calls nobody.</List.Item>
        <List.Item>{action}.</List.Item>
        <List.Item>Note the time, and telephone the physiatrist and the supervisor. {children}</List.Item>
      </List>
    </Alert>
  );
}
