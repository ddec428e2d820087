import { complianceApi } from '#shared/compliance/contract.ts';
import { bindDocument } from '#server/documents/index.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { addendDischargeNote, addendReport } from './addend.ts';
import { certifyPlan } from './certify-plan.ts';
import { enterAmount } from './enter-amount.ts';
import { markAmountError, markSendingError } from './mark-in-error.ts';
import { readDocumentation, readTherapyAmounts } from './queries.ts';
import { readDischargeSummary, readPlanOfCare, readProgressReport } from './read-documents.ts';
import { recordSending } from './record-sending.ts';
import { signDischargeNote } from './sign-discharge-note.ts';

export function complianceRoutes(binding: Binding): void {
  bind(binding, complianceApi.documentation, readDocumentation);
  bind(binding, complianceApi.recordSending, recordSending);
  bind(binding, complianceApi.certify, certifyPlan);
  bind(binding, complianceApi.markSendingError, markSendingError);
  bind(binding, complianceApi.signDischargeNote, signDischargeNote);
  bind(binding, complianceApi.addendReport, addendReport);
  bind(binding, complianceApi.addendDischargeNote, addendDischargeNote);
  bind(binding, complianceApi.therapyAmounts, readTherapyAmounts);
  bind(binding, complianceApi.enterAmount, enterAmount);
  bind(binding, complianceApi.markAmountError, markAmountError);
  bindDocument(binding, complianceApi.planOfCare, readPlanOfCare);
  bindDocument(binding, complianceApi.progressReport, readProgressReport);
  bindDocument(binding, complianceApi.dischargeSummary, readDischargeSummary);
}
