import { ordersApi } from '#shared/orders/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { acknowledgeResult, cancelOrder, enterResult } from './follow-order.ts';
import { answerReferral, noteComplication } from './follow-up.ts';
import { orderTest, recordProcedure, refer } from './place-by-hand.ts';
import { findOrders } from './queries.ts';

export function ordersRoutes(binding: Binding): void {
  bind(binding, ordersApi.list, findOrders);
  bind(binding, ordersApi.place, orderTest);
  bind(binding, ordersApi.enterResult, enterResult);
  bind(binding, ordersApi.acknowledge, acknowledgeResult);
  bind(binding, ordersApi.cancel, cancelOrder);
  bind(binding, ordersApi.perform, recordProcedure);
  bind(binding, ordersApi.noteComplication, noteComplication);
  bind(binding, ordersApi.refer, refer);
  bind(binding, ordersApi.answerReferral, answerReferral);
}
