import type { DocumentContent } from '#shared/documents/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { addendaSection } from './addenda-section.ts';
import type { ProgressReportFacts } from './document-facts.ts';
import { goalTable, measureTable, paragraphs, patientBlock } from './document-parts.ts';
import { PLAN_KIND_LABEL } from './model.ts';

/**
 * A signed progress report (rules.md PR-5), for those who treat: function first. One page, two when much is measured.
 * `signedAt` is the moment in words.
 */
export function progressReportDocument(facts: ProgressReportFacts, signedAt: string): DocumentContent {
  const { report, treatmentDates, treatedBy, episode } = facts;
  const [name = '', ...credentials] = report.author.split(', ');
  const days = treatmentDates.length;
  return {
    title: 'Progress report',
    subtitle: `Period ${shortDate(report.periodFrom)} to ${shortDate(report.reportedOn)}`,
    pages: { min: 1, max: 2 },
    patient: patientBlock(facts, report.reportedOn),
    sections: [
      {
        title: 'Function now',
        blocks: [
          measureTable(report.measures, {
            now: 'Now',
            withLastReport: report.measures.some(({ lastReport }) => lastReport !== null),
          }),
        ],
      },
      { title: 'Goals', blocks: [goalTable(report.goals)] },
      { title: 'Assessment', blocks: paragraphs(report.assessment) },
      {
        title: 'Plan',
        blocks: [
          { kind: 'paragraph', style: 'lead', text: PLAN_KIND_LABEL[report.planKind] },
          ...paragraphs(report.plan),
        ],
      },
      {
        title: 'Treatment in this period',
        blocks: [
          {
            kind: 'key-values',
            columns: 1,
            pairs: [
              { label: 'Diagnosis', value: episode.diagnosis ?? episode.concern },
              {
                label: 'Treatment days',
                value:
                  days === 0
                    ? 'none'
                    : `${days}: ${treatmentDates.map((date) => shortDate(date)).join(', ')}`,
              },
              { label: 'Treated by', value: treatedBy.join('; ') || 'nobody' },
            ],
          },
        ],
      },
      {
        blocks: [
          {
            kind: 'signature',
            statement: `Written and signed for the period ending ${shortDate(report.reportedOn)}`,
            name,
            credentials: credentials.join(', '),
            signedOn: signedAt,
          },
        ],
      },
      ...addendaSection(report.addenda ?? [], facts),
    ],
  };
}
