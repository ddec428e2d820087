import { Button, Group, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import type { EvaluationDetail, StoredEvaluationDraft } from '#shared/evaluations/contract.ts';
import { EVALUATION_KIND_LABEL } from '#shared/evaluations/model.ts';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { DraftNotice } from '#client/ui/DraftNotice.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SaveState } from '#client/ui/SaveState.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { ChangesSection } from './ChangesSection.tsx';
import { CodingSection } from './CodingSection.tsx';
import { DiscardEvaluation } from './DiscardEvaluation.tsx';
import { DoubtBoxes } from './DoubtBoxes.tsx';
import { EpisodeBanner } from './EpisodeBanner.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { JudgementSections } from './JudgementSections.tsx';
import { MissingList } from './MissingList.tsx';
import { useSignEvaluation } from './queries.ts';
import { ReadableEvaluation } from './ReadableEvaluation.tsx';
import { ClinicNorms } from './clinic-norms.ts';
import { RedFlagsSection } from './RedFlagsSection.tsx';
import { ReviewedSection } from './ReviewedSection.tsx';
import { ScoresSection } from './ScoresSection.tsx';
import { SectionList } from './SectionList.tsx';
import { goToField } from './sections.ts';
import { SignDialog } from './SignDialog.tsx';
import { StorySections } from './StorySections.tsx';
import { staleDraftOf, useEvaluationDraft } from './use-evaluation-draft.ts';
import classes from './Evaluation.module.css';

interface EvaluationEditorProps {
  evaluation: EvaluationDetail;
  /** Drops what is typed here for what is stored. */
  onTakeTheirs: (stored: StoredEvaluationDraft) => void;
}

/** The author's draft: one long form, saved by itself, signed when nothing is missing. */
export function EvaluationEditor({ evaluation, onTakeTheirs }: EvaluationEditorProps) {
  const { header, kind, evaluationId } = evaluation;
  const { today, date } = useClinicTime();
  const draft = useEvaluationDraft(evaluation, today);
  const { text, access, missing, autosave } = draft;
  const sign = useSignEvaluation({ episodeId: header.episodeId, evaluationId });
  const [asking, setAsking] = useState<'nothing' | 'missing' | 'signature'>('nothing');
  const ask = () => setAsking(missing.length > 0 ? 'missing' : 'signature');
  const signNow = async () => {
    const { saved, version } = await autosave.saveNow();
    if (!saved) {
      setAsking('nothing');
      return;
    }
    sign.mutate(version, {
      onSuccess: ({ holdsOpened }) => {
        draft.forget();
        showNote(holdsOpened === 0 ? 'Signed.' : 'Signed. A safety hold is open.');
      },
      onError: () => setAsking('nothing'),
    });
  };
  useShortcuts(EVALUATION_KIND_LABEL[kind], [
    { keys: 'mod+s', does: 'Save now', run: () => void autosave.saveNow() },
    { keys: 'mod+Enter', does: 'Sign', run: ask },
  ]);
  const { from } = text.content.carried;
  return (
    <>
      <EpisodeBanner header={header} />
      <PageHeader
        title={EVALUATION_KIND_LABEL[kind]}
        tabTitle={`${EVALUATION_KIND_LABEL[kind]}, ${header.familyName}`}
        description={
          from === null
            ? 'Draft: only you see it until you sign.'
            : `Draft: only you see it until you sign. Begun with what was written on ${date(from.evaluatedOn)}.`
        }
        actions={
          <div className={classes.date}>
            <PlainDateField
              label="Date of the evaluation"
              name="evaluatedOn"
              min={header.birthDate}
              max={today}
              value={text.evaluatedOn}
              error={draft.dateError}
              onChange={draft.setDate}
            />
            <DoubtBoxes
              doubts={draft.dateDoubts}
              confirmed={text.content.confirmed}
              onConfirm={draft.confirmDoubt}
            />
          </div>
        }
      />
      {draft.restoredAt === undefined ? null : (
        <div className={classes.restored}>
          <DraftNotice
            savedAt={draft.restoredAt}
            onDiscard={() => {
              draft.forget();
              onTakeTheirs(evaluation);
            }}
          />
        </div>
      )}
      <div className={classes.layout}>
        <SectionList kind={kind} missing={missing} />
        <div>
          <ProblemAlert
            error={sign.error}
            onIssue={({ path }) => goToField(path.replace(/^content\./, ''))}
          />
          <ChangesSection changes={evaluation.changes} />
          <StorySections draft={access} today={today} />
          <ReviewedSection draft={access} evaluation={evaluation} />
          <RedFlagsSection draft={access} clinicValues={header.clinicValues} />
          <ClinicNorms value={header.clinicValues}>
            <FindingsSection draft={access} bodyRegion={header.bodyRegion} baseline={evaluation.baseline} />
          </ClinicNorms>
          <ScoresSection draft={access} doubts={doubtsOf(sign.error)} />
          <JudgementSections draft={access} side={header.side} />
          {evaluation.day === null ? null : (
            <CodingSection draft={access} day={evaluation.day} evaluatedOn={text.evaluatedOn} />
          )}
        </div>
      </div>
      <div className={classes.bar} data-no-print>
        <SaveState status={autosave.status} onRetry={() => void autosave.saveNow()} />
        <Group gap="md">
          <DiscardEvaluation evaluation={evaluation} save={autosave.saveNow} onDiscarded={draft.forget} />
          <Text size="sm" c="dimmed">
            {stateOf(missing.length, draft.wrong)}
          </Text>
          <Popover
            opened={asking === 'missing' && missing.length > 0}
            onChange={(isOpen) => (isOpen ? undefined : setAsking('nothing'))}
            position="top-end"
            width={420}
            trapFocus
          >
            <Popover.Target>
              <Button onClick={ask}>Sign</Button>
            </Popover.Target>
            <Popover.Dropdown>
              <MissingList missing={missing} onLeave={() => setAsking('nothing')} />
            </Popover.Dropdown>
          </Popover>
        </Group>
      </div>
      <SignDialog
        opened={asking === 'signature'}
        kind={kind}
        content={text.content}
        day={evaluation.day}
        busy={sign.isPending}
        onClose={() => setAsking('nothing')}
        onSign={() => void signNow()}
      />
      <StaleDraft draft={draft} evaluation={evaluation} onTakeTheirs={onTakeTheirs} />
    </>
  );
}

/** Nothing is called complete while something on the screen is not stored as it stands there. */
function stateOf(missing: number, wrong: number): string {
  if (missing === 0) return 'Complete';
  if (wrong === 0) return `${missing} missing before signing`;
  const others = missing - wrong;
  return others > 0
    ? `${wrong} to correct, not stored; ${others} missing before signing`
    : `${wrong} to correct, not stored`;
}

/** What the server wants confirmed before it takes an unusual score. */
function doubtsOf(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ClientProblem) || error.code !== 'score-needs-confirmation') return new Map();
  return new Map(error.issues.map(({ path, message }) => [path, message]));
}

interface StaleDraftProps extends EvaluationEditorProps {
  draft: ReturnType<typeof useEvaluationDraft>;
}

/** The draft was saved in another tab or on another device: both are shown, one is chosen. */
function StaleDraft({ draft, evaluation, onTakeTheirs }: StaleDraftProps) {
  const { dateTime } = useClinicTime();
  const { status } = draft.autosave;
  const data = status.kind === 'stale' ? staleDraftOf(status.problem) : undefined;
  if (data === undefined) return null;
  return (
    <StaleVersionDialog
      opened
      isOwn
      changedBy={`in another tab or on another device, ${dateTime(data.updatedAt)},`}
      mine={<ReadableEvaluation kind={evaluation.kind} content={draft.text.content} compact />}
      theirs={<ReadableEvaluation kind={evaluation.kind} content={data.content} compact />}
      onKeepMine={() => draft.autosave.keepMine(data.version)}
      onTakeTheirs={() => {
        draft.forget();
        onTakeTheirs(data);
      }}
    />
  );
}
