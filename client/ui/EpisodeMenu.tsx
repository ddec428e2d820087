import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EPISODE_PAGES, type EpisodePage } from './episode-pages.ts';

interface EpisodeMenuProps {
  episodeId: string;
  /** The page the reader is on, and those that have a link of their own beside the menu. */
  without: readonly EpisodePage[];
}

/** The pages about one episode where there is no room for a line of links. */
export function EpisodeMenu({ episodeId, without }: EpisodeMenuProps) {
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" data-no-print>
          More pages
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Pages of this episode">
        {EPISODE_PAGES.filter(({ id }) => !without.includes(id)).map(({ id, label }) => (
          <Menu.Item key={id} component={Link} to={`/episodes/${episodeId}/${id}`}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
