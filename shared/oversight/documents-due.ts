import { addDays, plainDate } from '#shared/platform/time.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { progressReport } from '#shared/compliance/progress-report.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { certificationOf } from './board-standing.ts';
import type { EpisodeFacts } from './episode-facts.ts';

/** Documentation that the payer waits for: work of somebody, with the day it is due. */
export interface DocumentDue {
  title: string;
  dueOn: string;
}

/** Both of an open episode, on a day; nothing where the payer asks for nothing (rules.md 1.2, 1.3). */
export function documentsDue(
  facts: EpisodeFacts,
  lastReportOn: string | null,
  asOf: string,
): { report: DocumentDue | undefined; certification: DocumentDue | undefined } {
  if (facts.status === 'closed') return { report: undefined, certification: undefined };
  return { report: reportDue(facts, lastReportOn, asOf), certification: certificationDue(facts, asOf) };
}

/** Due on the tenth treatment day since the last one (PR-1): that day stays its date while treatment goes on. */
function reportDue(facts: EpisodeFacts, lastReportOn: string | null, asOf: string): DocumentDue | undefined {
  const asked = rulePackOn(facts.payerProfile, plainDate(asOf)).progressReport;
  if (asked === null) return undefined;
  const treated = facts.sessions
    .filter(({ status }) => status === 'completed')
    .map(({ date }) => plainDate(date));
  const last = lastReportOn === null ? null : plainDate(lastReportOn);
  const { status } = progressReport(
    { treatmentDates: treated, lastProgressReportDate: last, asOf: plainDate(asOf) },
    documentationOf(facts.clinicValues),
  );
  if (status !== 'DUE' && status !== 'OVERDUE') return undefined;
  const days = [...new Set(treated)].filter((date) => last === null || date > last).sort();
  return {
    title: `Progress report due after ${asked.everyTreatmentDays} treatment days`,
    dueOn: days[asked.everyTreatmentDays - 1] ?? asOf,
  };
}

/** As many days ahead as the clinic is warned of a recertification: what is due is asked for before it is late. */
function certificationDue(facts: EpisodeFacts, asOf: string): DocumentDue | undefined {
  const found = certificationOf(facts, asOf);
  if (found === undefined) return undefined;
  const { recertificationWarnDays } = documentationOf(facts.clinicValues);
  const isNear = asOf >= addDays(found.initialDueOn, -recertificationWarnDays);
  if (found.initial === 'OVERDUE' || (found.initial === 'PENDING' && isNear))
    return { title: 'Certify the plan of care', dueOn: found.initialDueOn };
  return found.recertification === null || found.recertification === 'OK'
    ? undefined
    : { title: 'Recertify the plan of care: sign its next version', dueOn: found.certifiedThrough };
}
