import { Anchor, Box, Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { canAskForChange, canBeginDraft, isTreating } from '#shared/prescriptions/policy.ts';
import type { PrescriptionPage } from '#shared/prescriptions/page.ts';
import { DrugNotes } from '#client/clinical/DrugNotes.tsx';
import { useSession } from '#client/platform/session.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { ContractView } from './ContractView.tsx';
import { useBeginDraft } from './queries.ts';
import { StopDialog } from './StopDialog.tsx';
import { UnreadNotice } from './UnreadNotice.tsx';
import classes from './Toolbar.module.css';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** The version in force with what may be done about it, or why there is none. */
export function CurrentContract({ page }: { page: PrescriptionPage }) {
  const { header, versions, unread } = page;
  const { episodeId } = header;
  const current = versions.find((version) => version.inForce);
  const { role } = useSession();
  return (
    <>
      <div className={classes.actions} data-no-print>
        {role === 'physiatrist' ? <WriteButton page={page} /> : null}
        {isTreating(role) ? <AskButton inForce={current !== undefined} /> : null}
        {role === 'physiatrist' ? <StopButton page={page} /> : null}
        {current === undefined ? null : (
          <Button className={classes.end} variant="default" onClick={() => window.print()}>
            Print
          </Button>
        )}
      </div>
      {unread && current !== undefined ? (
        <UnreadNotice
          episodeId={episodeId}
          version={current}
          previous={versions.find((one) => one.prescriptionId === current.supersedesId)}
        />
      ) : null}
      <Box px="lg" pb={page.drugNotes?.length ? 'sm' : 0}>
        <DrugNotes notes={page.drugNotes} />
      </Box>
      {current === undefined ? <NothingInForce page={page} /> : <ContractView version={current} />}
    </>
  );
}

function WriteButton({ page }: { page: PrescriptionPage }) {
  const { header, consultSigned, draft, versions } = page;
  const { role } = useSession();
  const navigate = route.useNavigate();
  const begin = useBeginDraft(header.episodeId);
  const permission = canBeginDraft({ role }, { status: header.status, consultSigned });
  const next = (versions[0]?.versionNumber ?? 0) + 1;
  const toDraft = () => void navigate({ search: { view: 'draft' } });
  const write = () => (draft === null ? begin.mutate(undefined, { onSuccess: toDraft }) : toDraft());
  useShortcuts('Prescription', [
    { keys: 'e', does: `Write version ${next}`, run: write, disabled: !permission.allowed },
  ]);
  return (
    <Stack gap="xs">
      <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
        <Button onClick={write} loading={begin.isPending} rightSection={<KeyHint keys="e" />}>
          {draft === null ? `Write version ${next}` : `Go on with version ${next}`}
        </Button>
      </DisabledReason>
      <ProblemAlert error={begin.error} />
    </Stack>
  );
}

function AskButton({ inForce }: { inForce: boolean }) {
  const { role } = useSession();
  const navigate = route.useNavigate();
  const permission = canAskForChange({ role }, { inForce });
  const ask = () => void navigate({ search: (old) => ({ ...old, ask: true }) });
  useShortcuts('Prescription', [
    { keys: 'a', does: 'Ask for a change', run: ask, disabled: !permission.allowed },
  ]);
  return (
    <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
      <Button variant="default" onClick={ask} rightSection={<KeyHint keys="a" />}>
        Ask for a change
      </Button>
    </DisabledReason>
  );
}

function StopButton({ page: { header, versions } }: { page: PrescriptionPage }) {
  const [opened, dialog] = useDisclosure(false);
  const current = versions.find((version) => version.inForce);
  if (current === undefined) return null;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Stop
      </Button>
      {opened ? <StopDialog episodeId={header.episodeId} version={current} onClose={dialog.close} /> : null}
    </>
  );
}

function NothingInForce({ page: { header, versions, consultSigned } }: { page: PrescriptionPage }) {
  const [last] = versions;
  if (last !== undefined) {
    return (
      <EmptyState title={`Version ${last.versionNumber} was stopped.`}>
        {last.endReason}. No session can start until the next version is signed.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing has been prescribed yet."
      action={
        consultSigned ? undefined : (
          <Anchor
            renderRoot={(props) => (
              <Link
                {...props}
                to="/episodes/$episodeId/evaluations"
                params={{ episodeId: header.episodeId }}
              />
            )}
          >
            To the evaluations
          </Anchor>
        )
      }
    >
      {consultSigned
        ? 'The consult is signed. No session can start until a prescription is.'
        : 'A prescription follows from a signed consult, and no session can start without both.'}
    </EmptyState>
  );
}
