import { ordersApi } from '#shared/orders/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { acknowledgeResult, cancelOrder, enterResult, scheduleOrder } from './follow-order.ts';
import { changeRest, noteComplication } from './follow-procedure.ts';
import { answerReferral } from './follow-up.ts';
import { orderTest, recordProcedure, refer } from './place-by-hand.ts';
import { countInbox, findInbox } from './inbox-queries.ts';
import { findOrders, readOrderFacts } from './queries.ts';

export function ordersRoutes(binding: Binding): void {
  bind(binding, ordersApi.list, findOrders);
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
  bind(binding, ordersApi.refer, refer);
  bind(binding, ordersApi.answerReferral, answerReferral);
}
