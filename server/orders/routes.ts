import { ordersApi } from '#shared/orders/contract.ts';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import { bindDocument } from '#server/documents/index.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { acknowledgeResult, cancelOrder, enterResult, scheduleOrder } from './follow-order.ts';
import { changeRest, noteComplication } from './follow-procedure.ts';
import { acceptOutside, acceptReferral, answerReferral, declineReferral } from './follow-referral.ts';
import { orderTest, recordProcedure, refer } from './place-by-hand.ts';
import { markOrderError, markProcedureError } from './mark-in-error.ts';
import { countInbox, findInbox } from './inbox-queries.ts';
import { findOfferedReferrals } from './referral-queries.ts';
import {
  beginSurgical,
  decideSurgical,
  discardSurgical,
  saveSurgical,
  sendSurgical,
  signSurgical,
} from './surgical-evaluation.ts';
import { findSurgicalEvaluations, readSurgicalLetter } from './surgical-queries.ts';
import { findOrders, readOrderFacts } from './queries.ts';
import { recommend } from './recommend.ts';

export function ordersRoutes(binding: Binding): void {
  bind(binding, ordersApi.list, findOrders);
  bind(binding, ordersApi.recommend, recommend);
  bind(binding, ordersApi.prepare, readOrderFacts);
  bind(binding, ordersApi.inbox, findInbox);
  bind(binding, ordersApi.countInbox, countInbox);
  bind(binding, ordersApi.place, orderTest);
  bind(binding, ordersApi.schedule, scheduleOrder);
  bind(binding, ordersApi.enterResult, enterResult);
  bind(binding, ordersApi.acknowledge, acknowledgeResult);
  bind(binding, ordersApi.cancel, cancelOrder);
  bind(binding, ordersApi.perform, recordProcedure);
  bind(binding, ordersApi.noteComplication, noteComplication);
  bind(binding, ordersApi.changeRest, changeRest);
  bind(binding, ordersApi.markProcedureError, markProcedureError);
  bind(binding, ordersApi.markOrderError, markOrderError);
  bind(binding, ordersApi.refer, refer);
  bind(binding, ordersApi.answerReferral, answerReferral);
  bind(binding, ordersApi.acceptOutside, acceptOutside);
  bind(binding, ordersApi.offered, (ctx) => findOfferedReferrals(ctx));
  bind(binding, ordersApi.accept, acceptReferral);
  bind(binding, ordersApi.decline, declineReferral);
  bind(binding, surgicalApi.list, findSurgicalEvaluations);
  bind(binding, surgicalApi.begin, beginSurgical);
  bind(binding, surgicalApi.save, saveSurgical);
  bind(binding, surgicalApi.discard, discardSurgical);
  bind(binding, surgicalApi.sign, signSurgical);
  bind(binding, surgicalApi.send, sendSurgical);
  bind(binding, surgicalApi.decide, decideSurgical);
  bindDocument(binding, surgicalApi.letter, readSurgicalLetter);
}
