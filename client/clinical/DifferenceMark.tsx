import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react';
import { AREA_WORDS, type Difference } from '#shared/prescriptions/difference.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

const ICONS = { added: IconPlus, removed: IconMinus, changed: IconArrowsExchange } as const;
const TONES = { added: 'ok', removed: 'danger', changed: 'info' } as const;

/** The mark of a changed line: a sign, a word and a colour: "dose changed", "removed", "added". */
export function DifferenceMark({
  difference: { kind, area },
}: {
  difference: Pick<Difference, 'kind' | 'area'>;
}) {
  const Icon = ICONS[kind];
  return (
    <StatusBadge tone={TONES[kind]} variant="plain" icon={<Icon size={13} aria-hidden />}>
      {kind === 'changed' ? (area === 'other' ? 'changed' : AREA_WORDS[area]) : kind}
    </StatusBadge>
  );
}
