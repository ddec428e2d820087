import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { templatesApi } from '#shared/prescriptions/template-contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { acknowledgeVersion } from './acknowledge-version.ts';
import { beginDraftOfEpisode } from './begin-draft.ts';
import { askForChange } from './create-change-request.ts';
import { approveChange, declineChange, withdrawChange } from './decide-change-request.ts';
import { changeTemplate, saveTemplate } from './keep-template.ts';
import { openChangeDraft } from './open-change-draft.ts';
import { readPage, readStatus } from './queries.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import { signPrescription } from './sign-prescription.ts';
import { stopPrescription } from './stop-prescription.ts';
import { readEarlier, readTemplates } from './template-queries.ts';
import { listWaitingRequests } from './waiting-requests.ts';

export function prescriptionsRoutes(binding: Binding): void {
  bind(binding, prescriptionsApi.page, (ctx, input) => readPage(ctx, input));
  bind(binding, prescriptionsApi.status, (ctx, input) => readStatus(ctx, input));
  bind(binding, prescriptionsApi.waiting, (ctx) => listWaitingRequests(ctx));
  bind(binding, prescriptionsApi.beginDraft, (ctx, input) => beginDraftOfEpisode(ctx, input));
  bind(binding, prescriptionsApi.saveDraft, (ctx, input) => saveDraft(ctx, input));
  bind(binding, prescriptionsApi.discardDraft, (ctx, input) => discardDraft(ctx, input));
  bind(binding, prescriptionsApi.sign, (ctx, input) => signPrescription(ctx, input));
  bind(binding, prescriptionsApi.stop, (ctx, input) => stopPrescription(ctx, input));
  bind(binding, prescriptionsApi.acknowledge, (ctx, input) => acknowledgeVersion(ctx, input));
  bind(binding, prescriptionsApi.askForChange, (ctx, input) => askForChange(ctx, input));
  bind(binding, prescriptionsApi.approve, (ctx, input) => approveChange(ctx, input));
  bind(binding, prescriptionsApi.approveWithChanges, (ctx, input) => openChangeDraft(ctx, input));
  bind(binding, prescriptionsApi.decline, (ctx, input) => declineChange(ctx, input));
  bind(binding, prescriptionsApi.withdraw, (ctx, input) => withdrawChange(ctx, input));
  bind(binding, templatesApi.list, (ctx) => readTemplates(ctx));
  bind(binding, templatesApi.earlier, (ctx, input) => readEarlier(ctx, input));
  bind(binding, templatesApi.save, (ctx, input) => saveTemplate(ctx, input));
  bind(binding, templatesApi.change, (ctx, input) => changeTemplate(ctx, input));
}
