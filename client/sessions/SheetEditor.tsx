import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { listName } from '#shared/patients/model.ts';
import { askGate } from '#shared/sessions/gate-facts.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { prescriptionOfDay } from '#shared/sessions/prescription-of-day.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { canSign, canWriteNote } from '#shared/sessions/policy.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { useSession } from '#client/platform/session.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { DrugNotes } from '#client/clinical/DrugNotes.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { DraftNotice } from '#client/ui/DraftNotice.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { AskChangePanel } from './AskChangePanel.tsx';
import { ExerciseGrid } from './ExerciseGrid.tsx';
import { GatePanel } from './GatePanel.tsx';
import { MeasuresSection } from './MeasuresSection.tsx';
import { NoteSection } from './NoteSection.tsx';
import { HomeSection } from './HomeSection.tsx';
import { goToField, obstacles } from './obstacles.ts';
import { sheetQuery } from './queries.ts';
import { PrecautionsToday } from './PrecautionsToday.tsx';
import { QueuedNotice } from './QueuedNotice.tsx';
import { RedFlagPanel } from './RedFlagPanel.tsx';
import type { StoredSheet } from './save-draft.ts';
import { SheetRules } from './SessionBanner.tsx';
import { SheetFooter } from './SheetFooter.tsx';
import { SheetHead } from './SheetHead.tsx';
import { useQueuedSignatures } from './sign-queue.ts';
import { SuggestedFlags } from './SuggestedFlags.tsx';
import { StaleSheet } from './StaleSheet.tsx';
import { UnitsWorking } from './UnitsWorking.tsx';
import { UnreadVersion } from './UnreadVersion.tsx';
import { DiscardSheet } from './DiscardSheet.tsx';
import { useSessionSheet, type OpenSheet } from './use-session-sheet.ts';
import { useSignSheet } from './use-sign-sheet.ts';
import { gateQuestion, whyNotBegun } from './sheet-gate.ts';
import { VitalsSection } from './VitalsSection.tsx';
import classes from './Sheet.module.css';

interface SheetEditorProps {
  sheet: OpenSheet;
  /** Drops what is typed here for what is stored. */
  onTakeTheirs: (stored: StoredSheet) => void;
}

const route = getRouteApi('/shell/sessions/$sessionId');

/** The session sheet: opened pre-filled, saved by itself, signed when nothing is missing. */
export function SheetEditor({ sheet: loaded, onTakeTheirs }: SheetEditorProps) {
  const { session, episode, patient } = loaded;
  const actor = useSession();
  const { panel, flag } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<string>();
  const queued = useQueuedSignatures(actor.staffMemberId).find((one) => one.sessionId === session.sessionId);
  const writing = canWriteNote(actor, session);
  const signing = canSign(actor, session, actor.today);
  const state = useSessionSheet(loaded, {
    enabled: writing.allowed && queued === undefined,
    held: queued !== undefined,
  });
  const { content, edit, autosave } = state;
  const sheet = useSheetOfDay(loaded, content, actor.today);
  const { prescription } = sheet;
  const sign = useSignSheet({ sheet, content, autosave, forget: state.forget });
  const gate = askGate(gateQuestion(sheet, content, actor.today));
  const closedBecause = whyNotBegun(sheet, actor.today);
  const missing = obstacles(sheet, content, gate, actor);
  const keepMine = useRef(autosave.keepMine);
  keepMine.current = autosave.keepMine;
  const onArrived = useCallback((version: number) => keepMine.current(version), []);
  const openRedFlag = () => void navigate({ search: { panel: 'red-flag' } });
  const closePanel = () => void navigate({ search: {}, replace: true });
  usePageTitle(`Session, ${listName(patient)}`);
  useShortcuts('Session sheet', [
    { keys: 'mod+s', does: 'Save now', run: () => void autosave.saveNow() },
    { keys: 'f', does: 'Raise a red flag', run: openRedFlag },
  ]);
  const banner = (
    <>
      <PatientBanner {...bannerOf(sheet.header)} />
      <SheetRules prescription={prescription} />
      <DrugNotes notes={sheet.drugNotes} />
    </>
  );
  return (
    <>
      <div className={classes.sticky}>
        <SheetHead sheet={sheet} onArrived={onArrived} closedBecause={closedBecause} />
      </div>
      <div className={classes.page}>
        <UnreadVersion sheet={sheet} />
        {queued === undefined ? null : <QueuedNotice queued={queued} />}
        {state.restoredAt === undefined || queued !== undefined ? null : (
          <DraftNotice
            savedAt={state.restoredAt}
            onDiscard={() => {
              state.forget();
              onTakeTheirs({ session, content: sheet.content });
            }}
          />
        )}
        <GatePanel
          gate={gate}
          episodeId={episode.episodeId}
          hasBegun={session.status === 'arrived' && closedBecause === undefined}
        />
        <ProblemAlert error={sign.error} onIssue={({ path }) => goToField(path)} />
        <fieldset disabled={!writing.allowed || queued !== undefined} className={classes.fields}>
          <VitalsSection
            content={content}
            orders={
              prescription === null
                ? undefined
                : { ...prescription.content, clinicValues: episode.clinicValues }
            }
            lastInr={sheet.gate.inr ?? undefined}
            sessionDate={session.sessionDate}
            lowersGlucose={sheet.lowersGlucose}
            edit={edit}
          />
          <SuggestedFlags
            content={content}
            last={sheet.history[0]}
            clinicValues={episode.clinicValues}
            onRaise={(flag) => void navigate({ search: { panel: 'red-flag', flag } })}
          />
          <PrecautionsToday
            precautions={prescription?.content.precautions ?? []}
            interventions={content.interventions}
            acknowledged={content.acknowledged}
            edit={edit}
          />
          <FormSection title="Exercises">
            <ExerciseGrid sheet={sheet} interventions={content.interventions} edit={edit} onAsk={setAsking} />
            <UnitsWorking sheet={sheet} content={content} edit={edit} />
          </FormSection>
          <FormSection title="Measures">
            <MeasuresSection sheet={sheet} scores={content.scores} edit={edit} />
          </FormSection>
          <FormSection title="Home programme and education">
            <HomeSection sheet={sheet} content={content} edit={edit} />
          </FormSection>
          <FormSection title="Note">
            <NoteSection sheet={sheet} content={content} edit={edit} />
          </FormSection>
        </fieldset>
      </div>
      <SheetFooter
        sheet={sheet}
        missing={missing}
        status={autosave.status}
        onRetry={() => void autosave.saveNow()}
        onRedFlag={openRedFlag}
        onSign={() => sign.mutate()}
        busy={sign.isPending}
        refusal={signing.allowed ? undefined : signing.sentence}
        queued={queued !== undefined}
        discard={
          writing.allowed && queued === undefined ? (
            <DiscardSheet
              sheet={sheet}
              save={autosave.saveNow}
              forget={() => {
                autosave.drop();
                state.forget();
              }}
              onEmptied={onTakeTheirs}
            />
          ) : null
        }
      />
      {panel === 'red-flag' ? (
        <RedFlagPanel key={flag} episode={episode} banner={banner} suggested={flag} onClose={closePanel} />
      ) : null}
      {asking === undefined ? null : (
        <AskChangePanel
          key={asking}
          code={asking}
          sheet={sheet}
          typed={content.interventions.find(({ code }) => code === asking)?.dose ?? {}}
          banner={banner}
          edit={edit}
          onClose={() => setAsking(undefined)}
        />
      )}
      <StaleSheet
        status={autosave.status}
        content={content}
        onKeepMine={autosave.keepMine}
        onTakeTheirs={(stored) => {
          state.forget();
          void queryClient.invalidateQueries({ queryKey: sheetQuery(session.sessionId).queryKey });
          onTakeTheirs(stored);
        }}
      />
    </>
  );
}

/** The sheet with what the day makes of the precautions: the INR of today or the last one known, and a leg that is not treated. */
function useSheetOfDay(
  sheet: OpenSheet,
  { vitals: { inr, inrOn }, startedTime }: Pick<SessionContent, 'vitals' | 'startedTime'>,
  today: PlainDate,
): OpenSheet {
  return useMemo(() => {
    const { prescription, gate: basis, session, episode } = sheet;
    if (prescription === null) return sheet;
    const { timeZone, clinicValues } = episode;
    const moment = { ...session, startedTime, timeZone, today };
    const day = { basis, moment, vitals: { inr, inrOn }, clinicValues };
    return { ...sheet, prescription: prescriptionOfDay(prescription, day) };
  }, [sheet, inr, inrOn, startedTime, today]);
}
