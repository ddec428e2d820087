import { Button, Group, Text } from '@mantine/core';
import { IconCornerUpRightDouble } from '@tabler/icons-react';
import type { CarriedSection } from '#shared/evaluations/model.ts';
import { carriedSectionLabel } from '#shared/evaluations/missing-sections.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import type { DraftAccess } from './use-evaluation-draft.ts';

/** Says that a section was copied from an earlier evaluation, until somebody confirms or changes it. */
export function CarriedMark({ draft, section }: { draft: DraftAccess; section: CarriedSection }) {
  const { date } = useClinicTime();
  const { from, sections } = draft.content.carried;
  if (from === null || !sections.includes(section)) return null;
  return (
    <Group gap="xs">
      <IconCornerUpRightDouble size={16} aria-hidden />
      <Text size="sm" fs="italic" c="dimmed">
        carried from {date(from.evaluatedOn)}, not confirmed
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        name={`content.carried.${section}`}
        aria-label={`Still right: ${carriedSectionLabel(section).toLowerCase()}`}
        onClick={() => draft.confirm(section)}
      >
        Still right
      </Button>
    </Group>
  );
}
