import { sessionsApi } from '#shared/sessions/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { acknowledgeHold, closeHold } from './answer-hold.ts';
import { addendSession } from './addend-session.ts';
import { arrive } from './arrive.ts';
import { cosignSession, listAwaitingCosignature } from './cosign-session.ts';
import { moveSession } from './move-session.ts';
import { cancelSession, missSession, reopenSession } from './note-attendance.ts';
import { planSession } from './plan-session.ts';
import {
  listHolds,
  listOpenHolds,
  listSessions,
  readPlannable,
  readProgressReports,
  readSheet,
  readToday,
} from './queries.ts';
import { raiseRedFlag } from './raise-red-flag.ts';
import { reportDangerSign } from './report-danger-sign.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import { signProgressReport } from './sign-progress-report.ts';
import { signSession } from './sign-session.ts';

export function sessionsRoutes(binding: Binding): void {
  bind(binding, sessionsApi.today, readToday);
  bind(binding, sessionsApi.plannable, readPlannable);
  bind(binding, sessionsApi.list, listSessions);
  bind(binding, sessionsApi.sheet, readSheet);
  bind(binding, sessionsApi.plan, planSession);
  bind(binding, sessionsApi.move, moveSession);
  bind(binding, sessionsApi.arrive, arrive);
  bind(binding, sessionsApi.miss, missSession);
  bind(binding, sessionsApi.cancel, cancelSession);
  bind(binding, sessionsApi.reopen, reopenSession);
  bind(binding, sessionsApi.saveDraft, saveDraft);
  bind(binding, sessionsApi.discardDraft, discardDraft);
  bind(binding, sessionsApi.sign, signSession);
  bind(binding, sessionsApi.cosign, cosignSession);
  bind(binding, sessionsApi.addend, addendSession);
  bind(binding, sessionsApi.awaitingCosignature, listAwaitingCosignature);
  bind(binding, sessionsApi.raiseRedFlag, raiseRedFlag);
  bind(binding, sessionsApi.reportDangerSign, reportDangerSign);
  bind(binding, sessionsApi.holds, listHolds);
  bind(binding, sessionsApi.openHolds, listOpenHolds);
  bind(binding, sessionsApi.acknowledgeHold, acknowledgeHold);
  bind(binding, sessionsApi.closeHold, closeHold);
  bind(binding, sessionsApi.progressReports, readProgressReports);
  bind(binding, sessionsApi.signProgressReport, signProgressReport);
}
