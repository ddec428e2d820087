export { rebuildBoard } from './recheck-episodes.ts';
export { refreshEpisode } from './refresh-episode.ts';
