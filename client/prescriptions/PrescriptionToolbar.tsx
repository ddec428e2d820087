import { Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { PrescriptionPage } from '#shared/prescriptions/page.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { VIEWS, type PrescriptionView } from './view.ts';
import classes from './Toolbar.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** The page's name and its parts: what is in force, the draft, requests, history. */
export function PrescriptionToolbar({ page, view }: { page: PrescriptionPage; view: PrescriptionView }) {
  const navigate = route.useNavigate();
  const { versions, draft, requests, header } = page;
  const current = versions.find((version) => version.inForce);
  const open = requests.filter((request) => request.status === 'open').length;
  const next = (versions[0]?.versionNumber ?? 0) + 1;
  usePageTitle(`Prescription, ${header.familyName}`);
  const openView = (chosen: string | null) =>
    void navigate({ search: { view: VIEWS.find((one) => one === chosen) } });
  return (
    <div className={classes.toolbar} data-no-print>
      <Title order={1} tabIndex={-1}>
        Prescription
      </Title>
      <Tabs value={view} onChange={openView} activateTabWithKeyboard={false} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="contract">
            {current === undefined ? 'In force: none' : `Version ${current.versionNumber}, in force`}
          </Tabs.Tab>
          {draft === null ? null : <Tabs.Tab value="draft">Version {next}, draft</Tabs.Tab>}
          <Tabs.Tab value="requests">Requests{open === 0 ? '' : `: ${open} open`}</Tabs.Tab>
          <Tabs.Tab value="history">History ({versions.length})</Tabs.Tab>
        </Tabs.List>
      </Tabs>
    </div>
  );
}
