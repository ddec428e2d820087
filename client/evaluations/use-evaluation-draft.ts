import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { z } from 'zod';
import { confirmSection } from '#shared/evaluations/carry-forward.ts';
import { type EvaluationDetail, StoredEvaluationDraft } from '#shared/evaluations/contract.ts';
import { type EvaluationDays, wrongDates } from '#shared/evaluations/date-rules.ts';
import { dateDoubts, type Doubt, unconfirmedDoubts } from '#shared/evaluations/doubts.ts';
import { codingIssues } from '#shared/evaluations/evaluation-codes.ts';
import { missingSections } from '#shared/evaluations/missing-sections.ts';
import {
  type CarriedSection,
  emptyEvaluation,
  EvaluationContent,
  type EvaluationKind,
} from '#shared/evaluations/model.ts';
import { type EvaluationText, fromStorable, toStorable } from '#shared/evaluations/storable.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { ClientProblem } from '#client/platform/client-problem.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { useAutosave } from '#client/platform/use-autosave.ts';
import { saveEvaluation } from './queries.ts';
import { scoreIssues } from './score-issues.ts';

/** What a section of the form gets: the words, a way to change them, and what is wrong with them. */
export interface DraftAccess {
  kind: EvaluationKind;
  content: EvaluationContent;
  /** Writing in a section that was carried over confirms it. Stable, so that parts which did not change are not drawn again. */
  change: (part: ContentChange) => void;
  confirm: (section: CarriedSection) => void;
  /** Says that something unlikely is right, or takes that back. */
  confirmDoubt: (sentence: string, isRight: boolean) => void;
  /** Why a value cannot be right, by its path. */
  errors: ReadonlyMap<string, string>;
}

/** Some of the content, or how to make it from what is there. */
type ContentChange =
  Partial<EvaluationContent> | ((content: EvaluationContent) => Partial<EvaluationContent>);

/** Text kept on this device may hold a number that cannot be right yet: only its shape is checked. */
const KeptText = z.object({
  version: z.number().int(),
  evaluatedOn: z.string(),
  content: z.custom<EvaluationContent>((value) => {
    const whole = emptyEvaluation();
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(whole).every(([name, part]) => typeof Reflect.get(value, name) === typeof part)
    );
  }),
});

/** Two texts that read the same once stored have the same one. */
const fingerprint = ({ evaluatedOn, content }: EvaluationText): string =>
  JSON.stringify([evaluatedOn, EvaluationContent.safeParse(content).data ?? content]);

/** What the page was opened with, as it stood on the screen. */
const onScreen = ({ evaluatedOn, content }: EvaluationDetail): EvaluationText =>
  fromStorable({ evaluatedOn, content });

/** What is stored now, when a save was refused as stale. */
export function staleDraftOf(problem: unknown): StoredEvaluationDraft | undefined {
  if (!(problem instanceof ClientProblem) || problem.code !== 'stale-version') return undefined;
  return StoredEvaluationDraft.safeParse(problem.current).data;
}

const CARRIED_PARTS: Partial<Record<keyof EvaluationContent, CarriedSection>> = {
  history: 'history',
  symptoms: 'symptoms',
  bodyChart: 'symptoms',
  function: 'function',
  diagnoses: 'diagnoses',
  movementDiagnosis: 'diagnoses',
  plan: 'plan',
};

/** The draft on screen: typed text, saved soon after, kept on this device until the server has it. */
export function useEvaluationDraft(evaluation: EvaluationDetail, today: string) {
  const queryClient = useQueryClient();
  const { evaluationId, header, kind } = evaluation;
  const kept = useStoredDraft(`evaluation:${evaluationId}`, KeptText);
  const [text, setText] = useState<EvaluationText>(() => onScreen(evaluation));
  const days = { birthDate: header.birthDate, today };
  const storedOn = useRef<string>(evaluation.evaluatedOn);
  const base = useRef(kept.stored?.value.version ?? evaluation.version);
  // Texts that were sent from here, whether or not the answer arrived.
  const sent = useRef(
    new Set(
      kept.stored === undefined
        ? []
        : [fingerprint(toStorable(kept.stored.value, days, evaluation.evaluatedOn))],
    ),
  );
  const autosave = useAutosave(
    text,
    async (typed, expectedVersion) => {
      const value = toStorable(typed, days, storedOn.current);
      const place = { episodeId: header.episodeId, evaluationId };
      const save = (version: number) => saveEvaluation(queryClient, place, value, version);
      const mine = new Set(sent.current);
      sent.current.add(fingerprint(value));
      base.current = await save(expectedVersion).catch((problem: unknown) => {
        // A save whose answer was lost is no other person's: go on from it.
        const stored = staleDraftOf(problem);
        if (stored === undefined || !mine.has(fingerprint(stored))) throw problem;
        return save(stored.version);
      });
      storedOn.current = value.evaluatedOn;
      return base.current;
    },
    {
      version: base.current,
      draft: { keep: (value) => kept.keep({ version: base.current, ...value }), clear: kept.clear },
    },
  );
  // What was left unsaved here is put back as a change to what is stored, so that it is saved like one.
  const [leftHere] = useState(kept.stored);
  const [isPutBack, setPutBack] = useState(leftHere === undefined);
  if (!isPutBack && leftHere !== undefined) {
    setPutBack(true);
    setText({ evaluatedOn: leftHere.value.evaluatedOn, content: leftHere.value.content });
  }

  const change = useCallback(
    (part: ContentChange) =>
      setText((old) => {
        const next = typeof part === 'function' ? part(old.content) : part;
        return { ...old, content: changed(old.content, next) };
      }),
    [],
  );
  const confirmDoubt = useCallback(
    (sentence: string, isRight: boolean) =>
      change(({ confirmed }) => ({
        confirmed: isRight ? [...confirmed, sentence] : confirmed.filter((one) => one !== sentence),
      })),
    [change],
  );
  const confirm = useCallback(
    (section: CarriedSection) =>
      setText((old) => ({ ...old, content: confirmSection(old.content, section) })),
    [],
  );
  const { status } = autosave;
  const refusal = status.kind === 'failed' ? status.problem : undefined;
  const check = checkText(evaluation, text, days, refusal);
  const access: DraftAccess = {
    kind,
    content: text.content,
    change,
    confirm,
    confirmDoubt,
    errors: check.errors,
  };
  return {
    text,
    access,
    missing: check.missing,
    /** Fields whose content is not stored as it stands on the screen, or cannot be right. */
    wrong: check.wrong,
    dateError: check.errors.get('evaluatedOn'),
    dateDoubts: check.dateDoubts,
    autosave,
    confirmDoubt,
    restoredAt: leftHere?.savedAt,
    forget: kept.clear,
    setDate: (evaluatedOn: string) => setText((old) => ({ ...old, evaluatedOn })),
  };
}

function changed(content: EvaluationContent, part: Partial<EvaluationContent>): EvaluationContent {
  const touched = Object.keys(part).flatMap((name) => {
    const section = Object.entries(CARRIED_PARTS).find(([one]) => one === name)?.[1];
    return section === undefined ? [] : [section];
  });
  return touched.reduce(confirmSection, { ...content, ...part });
}

const NO_ERRORS: ReadonlyMap<string, string> = new Map();

interface TextCheck {
  errors: ReadonlyMap<string, string>;
  missing: ProblemIssue[];
  wrong: number;
  dateDoubts: Doubt[];
}

const inContent = ({ path, ...issue }: ProblemIssue): ProblemIssue => ({
  ...issue,
  path: path.replace(/^content\./, ''),
});

/** The same checks as the server's: what cannot be right, by field, and what signing still asks for. */
function checkText(
  { kind, openedOn, day }: EvaluationDetail,
  { evaluatedOn, content }: EvaluationText,
  days: EvaluationDays,
  refusal: ClientProblem | undefined,
): TextCheck {
  const parsed = EvaluationContent.safeParse(content);
  const unreadable = (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
    message: issue.message,
  }));
  const dates =
    evaluatedOn === ''
      ? [
          {
            path: 'evaluatedOn',
            code: 'missing',
            message: 'The date of the evaluation is missing. Enter it.',
          },
        ]
      : wrongDates({ evaluatedOn, onsetOn: content.symptoms.onsetOn }, days).map(inContent);
  const here = [...unreadable, ...dates];
  // A day that cannot be is corrected, not confirmed.
  const doubted = dates.some(({ path }) => path === 'evaluatedOn') ? [] : dateDoubts(evaluatedOn, openedOn);
  const known = new Set(here.map(({ path }) => path));
  const refused = (refusal?.issues ?? []).map(inContent).filter(({ path }) => !known.has(path));
  const wrong = [...here, ...refused];
  const scores = scoreIssues(content.scores);
  return {
    errors: wrong.length === 0 ? NO_ERRORS : new Map(wrong.map(({ path, message }) => [path, message])),
    dateDoubts: doubted,
    missing: [
      ...wrong,
      ...unconfirmedDoubts(doubted, content.confirmed),
      ...scores,
      ...missingSections(kind, parsed.data ?? content),
      ...codingIssues(kind, content.coding, day?.earlierOn ?? null),
    ],
    wrong: wrong.length + content.unread.length + scores.filter(({ code }) => code === 'refused').length,
  };
}
