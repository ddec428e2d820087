import { Text } from '@mantine/core';
import type { Addendum } from '#shared/corrections/addendum.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import classes from './AddendumList.module.css';

/** What was added after signing, in order: who, when, why. */
export function AddendumList({ addenda }: { addenda: readonly Addendum[] }) {
  const { dateTime } = useClinicTime();
  return (
    <ol className={classes.list}>
      {addenda.map((addendum) => (
        <li key={addendum.id} className={classes.addendum}>
          <Text size="sm" c="dimmed">
            {dateTime(addendum.createdAt)}, {addendum.authorName}, {ROLE_LABEL[addendum.authorRole]}. Reason:{' '}
            {addendum.reason}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {addendum.text}
          </Text>
        </li>
      ))}
    </ol>
  );
}
