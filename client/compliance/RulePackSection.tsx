import { Text } from '@mantine/core';
import type { DocumentationValues } from '#shared/compliance/documentation-values.ts';
import { citedRules, type RulePack } from '#shared/compliance/rule-packs.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import classes from './Documentation.module.css';

/** Which rules apply and where each comes from: switched off is said, never silent. */
export function RulePackSection({ pack, values }: { pack: RulePack; values: DocumentationValues }) {
  const { date } = useClinicTime();
  const since = pack.effectiveFrom === null ? '' : `, in effect from ${date(pack.effectiveFrom)}`;
  const until = pack.effectiveTo === null ? '' : ` to ${date(pack.effectiveTo)}`;
  return (
    <FormSection title="Rules applied" description={`${pack.label}${since}${until}`}>
      {pack.rules.length === 0 ? (
        <Text>
          No payer rules: certification, progress reports and the KX threshold are not asked for in this
          episode. The session sheet only says, and stops nothing, when the plan is older than Medicare would
          certify. The payer is chosen on the patient’s chart.
        </Text>
      ) : (
        <details>
          <summary>
            Each rule with its source. [S] was read in its source; [M] and [P] are for the clinic to confirm
          </summary>
          <ul className={classes.rules}>
            {citedRules(pack, values).map(({ code, sentence, source }) => (
              <li key={code}>
                <strong>{code}</strong> {sentence}{' '}
                <Text span c="dimmed">
                  {source}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </FormSection>
  );
}
