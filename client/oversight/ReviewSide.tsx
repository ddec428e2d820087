import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { hasExpectedEffect } from '#shared/orders/procedure-kinds.ts';
import { placeWords } from '#shared/orders/procedure.ts';
import { judgeResponse } from '#shared/orders/procedure-response.ts';
import { daysOverdue } from '#shared/orders/referral.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { RESPONSE_TONE } from '#client/clinical/response-tone.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { effectWords } from './effect-words.ts';
import { ReviewBlock as Block } from './ReviewBlock.tsx';
import { sessionDifferences } from './session-differences.ts';
import { ResultsToRead } from './ResultsToRead.tsx';
import { testState, testWords, waitsToBeRead } from './test-words.ts';
import { OpenRequests } from './OpenRequests.tsx';
import { AskedTests } from './AskedTests.tsx';
import classes from './Review.module.css';

const SESSIONS_SHOWN = 3;

/** What was done and what waits: holds, requests, sessions as differences, tests, decisions. */
export function ReviewSide({ review }: { review: Review }) {
  const { date } = useClinicTime();
  const { verdict, home, visits, holds, episodeId } = review;
  return (
    <section className={`${classes.column} ${classes.side}`} aria-label="Sessions, requests and decisions">
      {holds.map((hold) => (
        <Block
          key={hold.safetyHoldId}
          title={hold.level === 'prompt' ? 'Treatment of the limb stopped' : 'Safety hold'}
        >
          <StatusBadge tone="danger">{flagWords(hold.redFlagCode)}</StatusBadge>
          {hold.level === 'prompt' ? (
            <Text size="sm">Other therapy goes on. It cannot end in a discharge before it is cleared.</Text>
          ) : null}
          <Text size="sm">{hold.note}</Text>
          <Text size="xs" c="dimmed">
            opened {date(hold.openedOn)} by {hold.openedByName}
          </Text>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/episodes/$episodeId/holds" params={{ episodeId }} />}
          >
            Acknowledge or close
          </Anchor>
        </Block>
      ))}
      <ResultsToRead review={review} />
      <OpenRequests review={review} />
      <Sessions review={review} />
      <Block title="Attendance">
        <Text size="sm">
          {verdict.attendance
            ? `${verdict.attendance.attended} of ${verdict.attendance.prescribedToDate} visits due in this phase`
            : 'nothing prescribed yet'}
          {visits.prescribed === null ? '' : `; ${visits.used} of ${visits.prescribed} used`}
        </Text>
        <Text size="sm">
          {home
            ? `Home exercise ${home.daysDone} of ${home.daysPrescribed} days in two weeks`
            : 'Home exercise not recorded'}
        </Text>
      </Block>
      <Tests review={review} />
      <Decisions review={review} />
    </section>
  );
}

function Sessions({ review }: { review: Review }) {
  const { date } = useClinicTime();
  const differences = sessionDifferences(review.sessions, SESSIONS_SHOWN);
  return (
    <Block title="Last three sessions">
      {differences.length === 0 ? (
        <Text size="sm" c="dimmed">
          No session yet.
        </Text>
      ) : null}
      <ul className={classes.sessions}>
        {differences.map((session) => (
          <li key={session.sessionId}>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link {...props} to="/sessions/$sessionId" params={{ sessionId: session.sessionId }} />
              )}
            >
              {date(session.sessionDate)}
            </Anchor>
            <span>{[...session.lines, session.pain].filter((line) => line !== null).join('; ')}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Tests({ review }: { review: Review }) {
  const { date } = useClinicTime();
  const { procedures, referrals, episodeId, today } = review;
  const tests = review.tests.filter((test) => !waitsToBeRead(test));
  return (
    <Block title="Tests, procedures, referrals">
      {tests.length + procedures.length + referrals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {tests.length === review.tests.length ? 'None.' : 'Nothing else.'}
        </Text>
      ) : null}
      {tests.map((test) => (
        <Text size="sm" key={test.diagnosticOrderId}>
          {testWords(test)}, {date(test.resultOn ?? test.orderedOn)}: {testState(test)}
        </Text>
      ))}
      {procedures.map((procedure) => (
        <Fragment key={procedure.procedureId}>
          <Text size="sm">
            {[procedure.display, placeWords(procedure), date(procedure.performedOn)]
              .filter(Boolean)
              .join(', ')}
          </Text>
          {hasExpectedEffect(procedure.kind) ? (
            <Text size="xs" mb={4}>
              <StatusBadge tone={RESPONSE_TONE[judgeResponse(procedure, today).state].tone} variant="plain">
                {RESPONSE_TONE[judgeResponse(procedure, today).state].words}
              </StatusBadge>{' '}
              {effectWords(procedure, today)}
            </Text>
          ) : null}
        </Fragment>
      ))}
      {referrals.map((referral) => (
        <Text size="sm" key={referral.referralId}>
          {referral.surgicalOpinion ? 'Surgical opinion' : referral.specialty}, {date(referral.sentOn)}:{' '}
          {referral.answer ?? referral.status}
          {daysOverdue(referral, today) > 0 ? `, answer ${daysOverdue(referral, today)} d overdue` : ''}
        </Text>
      ))}
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/episodes/$episodeId/orders" params={{ episodeId }} />}
      >
        All orders and results
      </Anchor>
    </Block>
  );
}

const OUTCOME: Record<string, string> = {
  met: 'happened',
  'not-met': 'did not happen',
  'not-measured': 'not measured',
};

/** The ledger: what each decision expected, and whether it came. */
function Decisions({ review }: { review: Review }) {
  const { date } = useClinicTime();
  return (
    <Block title="Decisions">
      {review.decisions.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      ) : null}
      {review.decisions.map((decision) => (
        <details key={decision.decisionId} className={classes.decision}>
          <summary>
            {date(decision.decidedOn)} {decision.kind.replace('-', ' ')}
            <span className={classes.dim}>
              {' '}
              {decision.outcome === null
                ? `look again ${date(decision.reviewOn)}`
                : OUTCOME[decision.outcome]}
            </span>
          </summary>
          <Text size="xs">Why: {decision.why}</Text>
          <Text size="xs">
            Expected: {decision.expectation.replace(/[.\s]+$/, '')}, by {date(decision.reviewOn)}
          </Text>
          {decision.outcomeDetail === null ? null : <Text size="xs">{decision.outcomeDetail}</Text>}
          <Text size="xs" c="dimmed">
            {decision.decidedByName}
          </Text>
          <AskedTests review={review} decisionId={decision.decisionId} />
        </details>
      ))}
    </Block>
  );
}
