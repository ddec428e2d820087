import { useState } from 'react';
import { z } from 'zod';
import { ChartEpisode, type PatientChart } from '#shared/patients/chart.ts';
import { hasSides } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { showNote } from '#client/ui/show-note.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { AddPanel } from './AddPanel.tsx';
import { EPISODE_LABEL, episodeForm, EpisodeForm, episodeInWords } from './episode-form.ts';
import { EpisodeFields } from './EpisodeFields.tsx';
import { FieldDifference } from './FieldDifference.tsx';
import { useChangeEpisode } from './queries.ts';
import { storedNow } from './stored-now.ts';

interface EpisodePanelProps {
  chart: PatientChart;
  episode: ChartEpisode;
  onClose: () => void;
}

const Draft = z.object({ fields: EpisodeForm, version: z.number().int() });

/** Corrects what an episode is about. */
export function EpisodePanel({ chart, episode, onClose }: EpisodePanelProps) {
  const form = useDraftForm(`episode:${episode.episodeId}`, Draft, {
    fields: episodeForm(episode),
    version: episode.version,
  });
  const { fields, version } = form.value;
  const [tried, setTried] = useState(false);
  const change = useChangeEpisode(chart.patient.patientId, episode.episodeId);
  const stored = storedNow(change.error, ChartEpisode);
  const submit = (expectedVersion: number) => {
    setTried(true);
    const { bodyRegion, onsetOn } = fields;
    if (bodyRegion === null) return;
    change.mutate(
      {
        ...fields,
        bodyRegion,
        side: hasSides(bodyRegion) ? fields.side : null,
        onsetOn: PlainDate.safeParse(onsetOn).data ?? null,
        expectedVersion,
      },
      {
        onSuccess: () => {
          form.clear();
          showNote('The episode is corrected.');
          onClose();
        },
      },
    );
  };
  const compared = (shown: EpisodeForm, other: EpisodeForm) => (
    <FieldDifference labels={EPISODE_LABEL} shown={episodeInWords(shown)} other={episodeInWords(other)} />
  );
  return (
    <>
      <AddPanel
        chart={chart}
        title="Correct the episode"
        submitLabel="Save episode"
        onSubmit={() => submit(version)}
        onClose={onClose}
        busy={change.isPending}
        error={stored === undefined ? change.error : null}
        keepsDraft={form.hasDraft}
      >
        <EpisodeFields
          value={fields}
          onChange={(part) => form.change({ fields: { ...fields, ...part } })}
          errorOf={fieldErrorsOf(change.error)}
          regionMissing={tried && fields.bodyRegion === null}
        />
      </AddPanel>
      {stored === undefined ? null : (
        <StaleVersionDialog
          opened
          mine={compared(fields, episodeForm(stored))}
          theirs={compared(episodeForm(stored), fields)}
          busy={change.isPending}
          onKeepMine={() => submit(stored.version)}
          onTakeTheirs={() => {
            form.change({ fields: episodeForm(stored), version: stored.version });
            change.reset();
          }}
        />
      )}
    </>
  );
}
