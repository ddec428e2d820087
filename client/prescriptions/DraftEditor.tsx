import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { PrescriptionDraft, type PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { DiagnosisSection } from './DiagnosisSection.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { DraftTools } from './DraftTools.tsx';
import { GoalSection } from './GoalSection.tsx';
import { InterventionSection } from './InterventionSection.tsx';
import { MeasureSection } from './MeasureSection.tsx';
import { memoSection } from './memo-section.ts';
import { PlanSection } from './PlanSection.tsx';
import { PrecautionSection } from './PrecautionSection.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SigningBar } from './SigningBar.tsx';
import { StaleDraft } from './StaleDraft.tsx';
import { usePrescriptionDraft } from './use-prescription-draft.ts';
import { WeightBearingSection } from './WeightBearingSection.tsx';
import { WordsSection } from './WordsSection.tsx';
import classes from './EditorSection.module.css';

interface DraftEditorProps {
  page: PrescriptionPage;
  draft: PrescriptionDraft;
  onTakeTheirs: (stored: PrescriptionDraft) => void;
}

const Diagnosis = memoSection('diagnosis', DiagnosisSection);
const Plan = memoSection('plan', PlanSection);
const Intervention = memoSection('interventions', InterventionSection, ['precautions', 'weightBearing']);
const WeightBearing = memoSection('weightBearing', WeightBearingSection);
const Precaution = memoSection('precautions', PrecautionSection);
const Goal = memoSection('goals', GoalSection, ['measures', 'startsOn', 'durationWeeks']);
const Measure = memoSection('measures', MeasureSection);
const Words = memoSection('words', WordsSection);

/** The next version being written, with the one before it beside it. */
export function DraftEditor({ page, draft, onTakeTheirs }: DraftEditorProps) {
  const { access, autosave, restoredAt, forget } = usePrescriptionDraft(page, draft);
  const { dateTime } = useClinicTime();
  const [asking, setAsking] = useState<{ sign: number } | 'discard'>();
  const { missing } = access;
  const request = page.requests.find((one) => one.changeRequestId === draft.changeRequestId);
  const sign = async () => {
    if (missing.length > 0) return;
    const { saved, version } = await autosave.saveNow();
    if (saved) setAsking({ sign: version });
  };
  useShortcuts('Prescription draft', [
    { keys: 'mod+Enter', does: 'Sign', run: () => void sign(), disabled: missing.length > 0 },
    { keys: 'mod+s', does: 'Save now', run: () => void autosave.saveNow() },
  ]);
  const stored = autosave.status.kind === 'stale' ? storedDraft(autosave.status.problem.current) : undefined;
  const close = () => setAsking(undefined);
  return (
    <>
      {restoredAt === undefined ? null : (
        <Alert mx="md" mt="xs" py="xs" role="status">
          Text left on this device at {dateTime(restoredAt)} is put back and being saved.
        </Alert>
      )}
      {request === undefined ? null : (
        <Alert mx="md" mt="xs" py="xs" color="orange">
          This draft answers the request of {request.requestedBy.name}: {request.reason}
        </Alert>
      )}
      <DraftTools access={access} />
      <ColumnHeads page={page} changes={access.differences.length} />
      <Diagnosis access={access} />
      <Plan access={access} />
      <Intervention access={access} />
      <WeightBearing access={access} />
      <Precaution access={access} />
      <Goal access={access} />
      <Measure access={access} />
      <Words access={access} />
      <SigningBar
        access={access}
        autosave={autosave}
        onSign={() => void sign()}
        onDiscard={() => setAsking('discard')}
      />
      {asking === 'discard' ? (
        <DiscardDialog
          episodeId={page.header.episodeId}
          save={autosave.saveNow}
          onDiscarded={() => {
            autosave.drop();
            forget();
          }}
          onClose={close}
        />
      ) : null}
      {asking !== undefined && asking !== 'discard' ? (
        <SignDialog
          access={access}
          draftVersion={asking.sign}
          request={request && { name: request.requestedBy.name, reason: request.reason }}
          onSigned={forget}
          onClose={close}
        />
      ) : null}
      {stored === undefined ? null : (
        <StaleDraft
          mine={access.content}
          stored={stored}
          onKeepMine={() => autosave.keepMine(stored.version)}
          onTakeTheirs={() => {
            forget();
            onTakeTheirs(stored);
          }}
        />
      )}
    </>
  );
}

const storedDraft = (current: unknown): PrescriptionDraft | undefined =>
  PrescriptionDraft.safeParse(current).data;

function ColumnHeads({ page, changes }: { page: PrescriptionPage; changes: number }) {
  const { date } = useClinicTime();
  const [previous] = page.versions;
  if (previous === undefined) return null;
  return (
    <div className={classes.columnHeads}>
      <Text size="sm" fw={650}>
        Version {previous.versionNumber}{' '}
        <Text span size="sm" c="dimmed">
          {previous.inForce ? `in force since ${date(previous.startsOn)}` : 'stopped'}
        </Text>
      </Text>
      <Text size="sm" fw={650}>
        Version {previous.versionNumber + 1}, draft{' '}
        <Text span size="sm" c="dimmed">
          {changes === 0 ? 'no changes yet' : changes === 1 ? '1 change' : `${changes} changes`}
        </Text>
      </Text>
    </div>
  );
}
