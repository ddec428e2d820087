import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ordersApi } from '#shared/orders/contract.ts';
import { canOrder, canPerform, canRecommend, canRefer } from '#shared/orders/policy.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import type { Permission } from '#shared/platform/actor.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { EpisodeLinks } from '#client/ui/EpisodeLinks.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { ordersQuery } from '#client/clinical/order-preparation.ts';
import type { OrdersSearch } from './orders-search.ts';
import { OpenForm } from './OpenForm.tsx';
import { OrderTable } from './OrderTable.tsx';
import { ProcedureTable } from './ProcedureTable.tsx';
import { Recommendations } from './Recommendations.tsx';
import { ReferralTable } from './ReferralTable.tsx';

const route = getRouteApi('/shell/episodes/$episodeId/orders');

type Orders = Output<typeof ordersApi.list>;

/** Tests and procedures: what was ordered, done and asked elsewhere, and what still waits for an answer. */
export function OrdersPage() {
  const { episodeId } = route.useParams();
  const query = useQuery(ordersQuery(episodeId));
  return <QueryBoundary query={query}>{(orders) => <Lists orders={orders} />}</QueryBoundary>;
}

function Lists({ orders }: { orders: Orders }) {
  const { header, procedures, referrals } = orders;
  const actor = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: OrdersSearch) => void navigate({ search: next });
  return (
    <>
      <PatientBanner {...bannerOf(header)} chartOf={header.patientId} />
      <PageHeader
        title="Tests and procedures"
        tabTitle={`Tests and procedures, ${header.familyName}`}
        description={<EpisodeLinks episodeId={header.episodeId} current="orders" />}
      />
      <Box px="lg">
        {orders.recommendations.length === 0 && actor.role === 'physiatrist' ? null : (
          <FormSection
            title="Recommended by a therapist"
            actions={
              actor.role === 'physiatrist' ? undefined : (
                <New
                  label="Recommend a test or referral"
                  form="recommendation"
                  may={canRecommend}
                  orders={orders}
                  show={show}
                />
              )
            }
          >
            {orders.recommendations.length === 0 ? (
              <Text c="dimmed">No recommendation is waiting for a physiatrist.</Text>
            ) : (
              <Recommendations recommendations={orders.recommendations} />
            )}
          </FormSection>
        )}
        <FormSection
          title="Tests"
          actions={<New label="Order a test" form="order" may={canOrder} orders={orders} show={show} />}
        >
          {orders.orders.length === 0 ? (
            <EmptyState title="No test has been ordered." />
          ) : (
            <OrderTable orders={orders.orders} show={show} />
          )}
        </FormSection>
        <FormSection
          title="Procedures"
          description="Each opens a new phase: response is judged from its day on."
          actions={
            <New label="Record a procedure" form="procedure" may={canPerform} orders={orders} show={show} />
          }
        >
          {procedures.length === 0 ? (
            <EmptyState title="No procedure has been recorded." />
          ) : (
            <ProcedureTable procedures={procedures} isOpen={header.status === 'open'} show={show} />
          )}
        </FormSection>
        <FormSection
          title="Referrals"
          description={
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/episodes/$episodeId/surgical-opinion"
                  params={{ episodeId: header.episodeId }}
                  search={{}}
                />
              )}
            >
              Ask a surgeon: the question goes out with the record
            </Anchor>
          }
          actions={<New label="Refer" form="referral" may={canRefer} orders={orders} show={show} />}
        >
          {referrals.length === 0 ? (
            <EmptyState title="No referral has been made." />
          ) : (
            <ReferralTable referrals={referrals} show={show} />
          )}
        </FormSection>
      </Box>
      <OpenForm search={search} orders={orders} onClose={() => show({})} />
    </>
  );
}

interface NewProps {
  label: string;
  form: OrdersSearch['form'];
  may: (who: ReturnType<typeof useSession>) => Permission;
  orders: Orders;
  show: (search: OrdersSearch) => void;
}

/** The way to something new, with the reason where there is none. */
function New({ label, form, may, orders, show }: NewProps) {
  const permission = may(useSession());
  const reason =
    orders.header.status === 'closed'
      ? 'The episode of care is closed.'
      : permission.allowed
        ? undefined
        : permission.sentence;
  return (
    <Group data-no-print>
      <DisabledReason reason={reason}>
        <Button size="compact-sm" variant="default" onClick={() => show({ form })}>
          {label}
        </Button>
      </DisabledReason>
    </Group>
  );
}
