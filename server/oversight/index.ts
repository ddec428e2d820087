export { refreshEpisode } from './refresh-episode.ts';
