import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EPISODE_PAGES, type EpisodePage } from './episode-pages.ts';

interface EpisodeLinksProps {
  episodeId: string;
  /** The page the reader is on. */
  current: EpisodePage;
}

/** The pages about one episode, the same on each of them. */
export function EpisodeLinks({ episodeId, current }: EpisodeLinksProps) {
  return (
    <Group component="nav" aria-label="Pages of this episode" gap="0.375rem 0.75rem" pb={4} data-no-print>
      {EPISODE_PAGES.map(({ id, label }) =>
        id === current ? (
          <Text key={id} component="strong" size="sm" fw={700} c="bright" aria-current="page">
            {label}
          </Text>
        ) : (
          <Anchor key={id} component={Link} to={`/episodes/${episodeId}/${id}`} size="sm">
            {label}
          </Anchor>
        ),
      )}
    </Group>
  );
}
