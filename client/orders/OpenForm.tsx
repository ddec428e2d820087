import type { ordersApi } from '#shared/orders/contract.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { AcceptOutsideForm } from './AcceptOutsideForm.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { CancelForm, ComplicationForm, ReadingForm } from './FollowForms.tsx';
import { MarkOrderError, MarkProcedureError } from './MarkErrorDialogs.tsx';
import { OrderForm } from './OrderForm.tsx';
import type { OrdersSearch } from './orders-search.ts';
import { ProcedureForm } from './ProcedureForm.tsx';
import { RecommendationForm } from './RecommendationForm.tsx';
import { ReferralForm } from './ReferralForm.tsx';
import { RestForm } from './RestForm.tsx';
import { ResultForm } from './ResultForm.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';

interface OpenFormProps {
  search: OrdersSearch;
  orders: Output<typeof ordersApi.list>;
  onClose: () => void;
}

/** The form that the URL names, if what it is about is there. */
export function OpenForm({ search: { form, on }, orders, onClose }: OpenFormProps) {
  const common = { header: orders.header, onClose };
  const order = orders.orders.find(({ diagnosticOrderId }) => diagnosticOrderId === on);
  const procedure = orders.procedures.find(({ procedureId }) => procedureId === on);
  const referral = orders.referrals.find(({ referralId }) => referralId === on);
  switch (form) {
    case undefined:
      return null;
    case 'recommendation':
      return <RecommendationForm {...common} />;
    case 'order':
      return <OrderForm {...common} />;
    case 'procedure':
      return <ProcedureForm {...common} series={orders.series} />;
    case 'referral':
      return <ReferralForm {...common} colleagues={orders.colleagues} />;
    case 'result':
      return order === undefined ? null : <ResultForm {...common} order={order} />;
    case 'reading':
      return order === undefined ? null : <ReadingForm {...common} order={order} />;
    case 'appointment':
      return order === undefined ? null : <ScheduleForm {...common} order={order} />;
    case 'cancel':
      return order === undefined ? null : <CancelForm {...common} order={order} />;
    case 'complication':
      return procedure === undefined ? null : <ComplicationForm {...common} procedure={procedure} />;
    case 'rest':
      return procedure === undefined ? null : <RestForm {...common} procedure={procedure} />;
    case 'procedure-error':
      return procedure === undefined ? null : <MarkProcedureError {...common} procedure={procedure} />;
    case 'order-error':
      return order === undefined ? null : <MarkOrderError {...common} order={order} />;
    case 'accepted':
      return referral === undefined ? null : <AcceptOutsideForm {...common} referral={referral} />;
    case 'answer':
      return referral === undefined ? null : <AnswerForm {...common} referral={referral} />;
    default:
      return form satisfies never;
  }
}
