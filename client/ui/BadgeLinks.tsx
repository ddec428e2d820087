import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusBadge } from './StatusBadge.tsx';
import type { Tone } from './tone.ts';

interface BadgeLinksProps {
  badges: readonly { code: string; tone: Tone; label: string; href: string }[];
}

/** What waits, each leading to the page of the act that clears it. */
export function BadgeLinks({ badges }: BadgeLinksProps) {
  if (badges.length === 0) return null;
  return (
    <Group gap={6} wrap="wrap">
      {badges.map(({ code, tone, label, href }) => (
        <Link key={code} to={href}>
          <StatusBadge tone={tone}>{label}</StatusBadge>
        </Link>
      ))}
    </Group>
  );
}
