import { useState } from 'react';
import { z } from 'zod';
import {
  delayOfSignature,
  unsaidOfDelay,
  type CertificationDelay,
  type DelayWords,
} from '#shared/compliance/delayed-certification.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { asksFor } from './CertifyStatement.tsx';

/** What is typed in a dialog that signs; it survives the closed dialog, also where the signature was refused. */
const Typed = z.object({ note: z.string(), reason: z.string(), involvement: z.string() });

export interface Certifying {
  /** Why the version changes. */
  note: string;
  setNote: (note: string) => void;
  certifiesPlan: boolean;
  setCertifies: (certifiesPlan: boolean) => void;
  /** How late the signature certifies, where it certifies at all. */
  delay: CertificationDelay | undefined;
  words: DelayWords;
  say: (part: Partial<DelayWords>) => void;
  /** What is still missing of a late certification. */
  unsaid: string | undefined;
  /** What goes with the signature. */
  body: { certifiesPlan: boolean; certifiedLate: DelayWords | null };
  /** Forgets what was typed; call it when the version is signed. */
  clear: () => void;
}

/** What a signature says about certification, and why it comes late where it does (CERT-7): one for every dialog that signs a version. */
export function useCertifying(
  page: PrescriptionPage,
  content: PrescriptionDraftContent,
  { draftKey, note: given }: { draftKey: string; note: string },
): Certifying {
  const draft = useStoredDraft(draftKey, Typed);
  const [typed, setTyped] = useState(draft.stored?.value ?? { note: given, reason: '', involvement: '' });
  const [chosen, setCertifies] = useState(true);
  const change = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    draft.keep(next);
  };
  const certifiesPlan = asksFor(page.payerProfile) && chosen;
  const delay = certifiesPlan ? delayOf(page, content) : undefined;
  const isLate = delay?.isLate === true;
  return {
    note: typed.note,
    setNote: (note) => change({ note }),
    certifiesPlan: chosen,
    setCertifies,
    delay,
    words: typed,
    say: ({ reason, involvement }) =>
      change({ reason: reason ?? typed.reason, involvement: involvement ?? typed.involvement }),
    unsaid: delay && unsaidOfDelay(delay, typed)[0]?.sentence,
    body: {
      certifiesPlan,
      certifiedLate: isLate
        ? { reason: typed.reason.trim() || null, involvement: typed.involvement.trim() || null }
        : null,
    },
    clear: draft.clear,
  };
}

const delayOf = (
  { certification, header }: PrescriptionPage,
  { startsOn, durationWeeks }: PrescriptionDraftContent,
): CertificationDelay | undefined =>
  certification === null
    ? undefined
    : delayOfSignature(
        certification,
        { signedOn: header.today, startsOn: startsOn ?? header.today, durationWeeks: durationWeeks ?? 1 },
        documentationOf(header.clinicValues),
      );
