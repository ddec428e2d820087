import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { complianceApi } from '#shared/compliance/contract.ts';
import type { DischargeNoteRecord, DocumentationPage } from '#shared/compliance/documentation.ts';
import { closeReasonWords } from '#shared/compliance/discharge-summary-document.ts';
import { GOAL_STATUS_LABEL } from '#shared/compliance/model.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { canAddendReport, canWriteDischargeNote } from '#shared/compliance/policy.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { SignedAddenda } from '#client/clinical/SignedAddenda.tsx';
import { addressOf } from '#client/platform/call.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { DocumentActions } from '#client/ui/DocumentActions.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useAddendDischargeNote } from './queries.ts';
import { DischargePanel } from './DischargePanel.tsx';
import classes from './Documentation.module.css';

interface DischargeSectionProps {
  page: DocumentationPage;
  opened: boolean;
  banner: ReactNode;
  onOpen: () => void;
  onClose: () => void;
}

/** The discharge note: written once when the episode is closed; with it the summary is complete. */
export function DischargeSection({ page, opened, banner, onOpen, onClose }: DischargeSectionProps) {
  const session = useSession();
  const { date } = useClinicTime();
  const { facts, dischargeNote, dischargeBasis, episode } = page;
  const isClosed = facts.status === 'closed';
  const permission = canWriteDischargeNote(session, {
    status: facts.status,
    treated: facts.firstTreatmentOn !== null,
    noteSigned: facts.dischargeNoteOn !== null,
  });
  return (
    <FormSection
      title="Discharge"
      description={
        isClosed
          ? `Closed ${facts.closedOn === null ? '' : date(facts.closedOn)}. ${closeReasonWords(episode.closeReason)}`
          : 'The episode is open. When the physiatrist discharges, the note is written here.'
      }
      actions={
        dischargeNote !== null || !isClosed ? undefined : (
          <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
            <Button size="compact-sm" onClick={onOpen}>
              Write the discharge note
            </Button>
          </DisabledReason>
        )
      }
    >
      {dischargeNote === null ? null : (
        <SignedNote note={dischargeNote} episodeId={episode.episodeId} banner={banner} />
      )}
      {isClosed ? (
        <DocumentActions
          name="Discharge summary"
          address={addressOf(complianceApi.dischargeSummary, { params: { episodeId: episode.episodeId } })}
          size="compact-sm"
        />
      ) : null}
      {opened && dischargeBasis !== null ? (
        <DischargePanel
          episodeId={episode.episodeId}
          basis={dischargeBasis}
          asksForGoals={rulePackOn(facts.payerProfile, page.today).progressReport?.assessesEachGoal === true}
          banner={banner}
          onClose={onClose}
        />
      ) : null}
    </FormSection>
  );
}

interface SignedNoteProps extends Pick<DischargeSectionProps, 'banner'> {
  note: DischargeNoteRecord;
  episodeId: EpisodeId;
}

function SignedNote({ note, episodeId, banner }: SignedNoteProps) {
  const { date, dateTime } = useClinicTime();
  return (
    <article aria-label="Discharge note">
      <Text size="sm" c="dimmed">
        Signed by {note.author}, {dateTime(note.signedAt)}, for {date(note.periodFrom)} to{' '}
        {date(note.dischargedOn)}
      </Text>
      <dl className={classes.pairs}>
        {note.goals.map((goal) => (
          <div key={`${goal.measureCode} ${goal.target}`}>
            <dt>{goal.description}</dt>
            <dd>{[GOAL_STATUS_LABEL[goal.status], goal.comment].filter(Boolean).join('. ')}</dd>
          </div>
        ))}
        <div>
          <dt>Summary</dt>
          <dd>{note.summary}</dd>
        </div>
        <div>
          <dt>After discharge</dt>
          <dd>{note.planAfter}</dd>
        </div>
      </dl>
      <SignedAddenda
        what="discharge note"
        subjectId={note.dischargeNoteId}
        banner={banner}
        addenda={note.addenda}
        permission={canAddendReport(useSession())}
        add={useAddendDischargeNote(episodeId)}
      />
    </article>
  );
}
