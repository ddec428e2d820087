import { Text } from '@mantine/core';
import { complianceBadges } from '#shared/compliance/badges.ts';
import { isOnTeamOutside } from '#shared/orders/referral.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { plainDate } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { BadgeLinks } from '#client/ui/BadgeLinks.tsx';
import { ReviewBlock as Block } from './ReviewBlock.tsx';
import classes from './Review.module.css';

/** What stands beside the verdict: the payer's clocks and the team. */
export function ReviewStanding({ review }: { review: Review }) {
  const { date, dateOf } = useClinicTime();
  const { team } = review;
  return (
    <div className={classes.standing}>
      <Documentation review={review} />
      <Block title="Team">
        {team.map((member) => (
          <Text size="xs" key={member.staffMemberId + member.role}>
            {member.name}{' '}
            <span className={classes.dim}>
              {member.role.replaceAll('-', ' ')}
              {member.kind === 'cover' ? ', cover' : ''}
              {member.validTo === null ? '' : `, until ${date(dateOf(member.validTo))}`}
            </span>
          </Text>
        ))}
        {review.referrals
          .filter((referral) => isOnTeamOutside(referral, review.today))
          .map((referral) => (
            <Text size="xs" key={referral.referralId}>
              {referral.toName}{' '}
              <span className={classes.dim}>
                {referral.teamRole?.replaceAll('-', ' ')}, outside
                {referral.teamUntil === null ? '' : `, until ${date(referral.teamUntil)}`}
              </span>
            </Text>
          ))}
      </Block>
    </div>
  );
}

/** What the payer's rules wait for; nothing where nothing waits. */
function Documentation({ review: { compliance, episodeId, patientId, today } }: { review: Review }) {
  if (compliance === null) return null;
  const badges = complianceBadges(compliance, { episodeId, patientId }, plainDate(today));
  return badges.length === 0 ? null : (
    <Block title="Documentation">
      <BadgeLinks badges={badges} />
    </Block>
  );
}
