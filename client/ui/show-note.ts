import { notifications } from '@mantine/notifications';

/** A toast: it confirms what worked. What went wrong stays where it happened, in a `ProblemAlert`. */
export function showNote(message: string): void {
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': 'Close' } });
}
