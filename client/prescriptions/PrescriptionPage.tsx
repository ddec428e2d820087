import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { PrescriptionPage as Page } from '#shared/prescriptions/page.ts';
import { canPrescribe } from '#shared/prescriptions/policy.ts';
import { useSession } from '#client/platform/session.ts';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { AskForChange } from './AskForChange.tsx';
import { CurrentContract } from './CurrentContract.tsx';
import { DraftView } from './DraftView.tsx';
import { HistoryView } from './HistoryView.tsx';
import { PrescriptionBanner } from './PrescriptionBanner.tsx';
import { PrescriptionToolbar } from './PrescriptionToolbar.tsx';
import { prescriptionQuery } from '#client/clinical/prescription-acts.ts';
import { RequestsView } from './RequestsView.tsx';
import type { PrescriptionView } from './view.ts';
import classes from './EditorSection.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** The prescription of an episode: the contract in force, the next version being written, requests, history. */
export function PrescriptionPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(prescriptionQuery(episodeId));
  return <QueryBoundary query={query}>{(page) => <LoadedPage page={page} />}</QueryBoundary>;
}

function LoadedPage({ page }: { page: Page }) {
  const search = route.useSearch();
  const { role } = useSession();
  const writes = canPrescribe({ role }).allowed;
  const view = viewOf(page, search.view, writes);
  const current = page.versions.find((version) => version.inForce);
  const { ref, height } = useElementSize();
  // While the next version is written, who it is for stays in sight; the heads of the columns stand below it.
  const isWriting = view === 'draft';
  return (
    <Box __vars={{ '--banner-height': isWriting ? `${height}px` : '0px' }}>
      <div ref={ref} className={isWriting ? classes.stays : undefined}>
        <PrescriptionBanner page={page} />
      </div>
      <PrescriptionToolbar page={page} view={view} />
      {view === 'contract' ? <CurrentContract page={page} /> : null}
      {view === 'draft' ? <DraftView page={page} /> : null}
      {view === 'requests' ? <RequestsView page={page} /> : null}
      {view === 'history' ? <HistoryView versions={page.versions} /> : null}
      {search.ask === true && current !== undefined ? <AskForChange page={page} version={current} /> : null}
    </Box>
  );
}

/** What the address asks for; without it a physiatrist meets the draft, everybody else the contract. */
function viewOf(page: Page, asked: PrescriptionView | undefined, writes: boolean): PrescriptionView {
  if (asked === 'draft' && (!writes || page.draft === null)) return 'contract';
  return asked ?? (writes && page.draft !== null ? 'draft' : 'contract');
}
