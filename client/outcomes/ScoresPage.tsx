import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { EnterScore } from './EnterScore.tsx';
import { ImportedScores } from './ImportedScores.tsx';
import { scoresQuery } from './queries.ts';
import { ScoreHistory } from './ScoreHistory.tsx';
import { Thresholds } from './Thresholds.tsx';
import classes from './Scores.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/scores');

/** The outcome scores of an episode: enter one, read all, correct mistakes, see which thresholds judge them. */
export function ScoresPage() {
  const { episodeId } = route.useParams();
  const { measure } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(scoresQuery(episodeId));
  return (
    <QueryBoundary query={query}>
      {(screen) => {
        const { patient, episode, scores, prescribed } = screen;
        const codes = [...new Set([...prescribed, ...scores].map(({ measureCode }) => measureCode))];
        const valid = scores.filter(({ error }) => error === null).length;
        return (
          <>
            <PatientBanner {...bannerOf(screen.header)} chartOf={patient.patientId} />
            <PageHeader
              title="Outcome scores"
              tabTitle={`Scores, ${patient.familyName}`}
              description={`${valid} ${valid === 1 ? 'score' : 'scores'}${valid === scores.length ? '' : `, ${scores.length - valid} entered in error`}`}
            />
            <div className={classes.page}>
              <EpisodeLinks episodeId={episodeId} current="scores" />
              {episode.status === 'closed' ? (
                <EmptyState title="The episode is closed; it takes no new scores." />
              ) : (
                <div data-no-print>
                  <EnterScore screen={screen} measure={measure} />
                </div>
              )}
              <ScoreHistory
                episodeId={episode.episodeId}
                scores={scores}
                place={{ side: episode.side, openedOn: episode.openedOn, prescribed: screen.prescribed }}
                measure={measure}
                onMeasure={(code) => void navigate({ search: (before) => ({ ...before, measure: code }) })}
              />
              <ImportedScores screen={screen} />
              <Thresholds clinicId={episode.clinicId} codes={codes} />
            </div>
          </>
        );
      }}
    </QueryBoundary>
  );
}
