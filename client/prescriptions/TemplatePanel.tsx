import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plainDate } from '#shared/platform/time.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { differenceBetween } from '#shared/prescriptions/difference.ts';
import { applyTemplate, TEMPLATE_PARTS, type TemplatePart } from '#shared/prescriptions/template.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import type { DraftAccess } from './draft-access.ts';
import { earlierQuery, templatesQuery } from './template-queries.ts';
import { sourceGroups, type TemplateSource } from './template-sources.ts';
import { TemplateChoices } from './TemplateChoices.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import classes from './Template.module.css';

interface TemplatePanelProps {
  access: DraftAccess;
  /** The starting point that is looked at, held in the address. */
  chosen: string | undefined;
  onChoose: (key: string) => void;
  onApply: (content: PrescriptionDraftContent, title: string) => void;
  onClose: () => void;
}

/** Chooses what the draft starts from and shows what it would change, before it does. */
export function TemplatePanel({ access, chosen, onChoose, onApply, onClose }: TemplatePanelProps) {
  const { header } = access.page;
  const templates = useQuery(templatesQuery);
  const earlier = useQuery(earlierQuery(header.episodeId));
  const [query, setQuery] = useState('');
  const [parts, setParts] = useState<readonly TemplatePart[]>(TEMPLATE_PARTS);
  const groups = sourceGroups(templates.data?.templates ?? [], earlier.data?.prescriptions ?? [], {
    codes: access.content.diagnoses.map(({ code }) => code),
    bodyRegion: header.bodyRegion,
    query,
  });
  const source = groups.flatMap(({ sources }) => sources).find(({ key }) => key === chosen);
  const applied = source && appliedTo(access, source, parts);
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title="Start from a template or an earlier prescription"
      banner={<PatientBanner {...bannerOf(header)} />}
      width={68}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Leave the draft as it is
          </Button>
          <Button
            disabled={applied === undefined || applied.differences.length === 0}
            onClick={() => applied && source && onApply(applied.content, source.title)}
          >
            {applied === undefined
              ? 'Choose one first'
              : applied.differences.length === 1
                ? 'Put in 1 change'
                : `Put in ${applied.differences.length} changes`}
          </Button>
        </>
      }
    >
      <QueryBoundary query={templates}>
        {() => (
          <div className={classes.panel}>
            <div className={classes.sources}>
              <TextInput
                aria-label="Find a template"
                placeholder="Find by name, problem, phase"
                size="sm"
                value={query}
                onChange={({ currentTarget }) => setQuery(currentTarget.value)}
              />
              <TemplateChoices groups={groups} chosen={chosen} onChoose={onChoose} />
            </div>
            {source === undefined || applied === undefined ? (
              <p className={classes.hint}>
                Choose one on the left: what it would change in the draft stands here before anything is
                changed. Diagnoses, precautions, vital signs and dates of the patient stay.
              </p>
            ) : (
              <TemplatePreview
                key={source.key}
                access={access}
                source={source}
                parts={parts}
                onParts={setParts}
                differences={applied.differences}
                leftOut={applied.leftOut}
              />
            )}
          </div>
        )}
      </QueryBoundary>
    </SideWorkspace>
  );
}

/** The draft with the chosen parts in it, and what that would change. */
function appliedTo(
  { content, page, today }: DraftAccess,
  source: TemplateSource,
  parts: readonly TemplatePart[],
) {
  const { bodyRegion, side } = page.header;
  const result = applyTemplate(content, source.content, { bodyRegion, side, today: plainDate(today) }, parts);
  return { ...result, differences: differenceBetween(content, result.content) };
}
