import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

const PAGES = [
  { id: 'review', label: 'Review' },
  { id: 'evaluations', label: 'Evaluations' },
  { id: 'prescription', label: 'Prescription' },
  { id: 'sessions', label: 'Sessions' },
  { id: 'home-programme', label: 'Home programme' },
  { id: 'orders', label: 'Tests and procedures' },
  { id: 'medications', label: 'Medication' },
  { id: 'scores', label: 'Scores' },
  { id: 'holds', label: 'Safety holds' },
  { id: 'documentation', label: 'Documentation' },
] as const;

interface EpisodeLinksProps {
  episodeId: string;
  /** The page the reader is on. */
  current: (typeof PAGES)[number]['id'];
}

/** The pages about one episode, the same on each of them. */
export function EpisodeLinks({ episodeId, current }: EpisodeLinksProps) {
  return (
    <Group component="nav" aria-label="Pages of this episode" gap="md" wrap="wrap" data-no-print>
      {PAGES.map(({ id, label }) =>
        id === current ? (
          <strong key={id} aria-current="page">
            {label}
          </strong>
        ) : (
          <Anchor key={id} component={Link} to={`/episodes/${episodeId}/${id}`} size="sm">
            {label}
          </Anchor>
        ),
      )}
    </Group>
  );
}
