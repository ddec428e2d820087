import { Checkbox, Group } from '@mantine/core';
import type { Difference } from '#shared/prescriptions/difference.ts';
import {
  TEMPLATE_PART_WORDS,
  TEMPLATE_PARTS,
  type Applied,
  type TemplatePart,
} from '#shared/prescriptions/template.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import type { DraftAccess } from './draft-access.ts';
import { TemplateKeeping } from './TemplateKeeping.tsx';
import type { TemplateSource } from './template-sources.ts';
import classes from './Template.module.css';

interface TemplatePreviewProps {
  access: DraftAccess;
  source: TemplateSource;
  parts: readonly TemplatePart[];
  onParts: (parts: readonly TemplatePart[]) => void;
  differences: readonly Difference[];
  leftOut: Applied['leftOut'];
}

/** What a template would change in this draft, part by part, and what this patient may not get of it. */
export function TemplatePreview({
  access,
  source,
  parts,
  onParts,
  differences,
  leftOut,
}: TemplatePreviewProps) {
  return (
    <section className={classes.preview} aria-label={source.title}>
      <h3 className={classes.previewTitle}>{source.title}</h3>
      <p className={classes.hint}>{source.basis}</p>
      <Group gap="sm" role="group" aria-label="Take over">
        {TEMPLATE_PARTS.map((part) => (
          <Checkbox
            key={part}
            size="xs"
            label={TEMPLATE_PART_WORDS[part]}
            checked={parts.includes(part)}
            onChange={({ currentTarget }) =>
              onParts(
                TEMPLATE_PARTS.filter((one) => (one === part ? currentTarget.checked : parts.includes(one))),
              )
            }
          />
        ))}
      </Group>
      {leftOut.length === 0 ? null : (
        <ul className={classes.leftOut}>
          {leftOut.map(({ name, why }) => (
            <li key={name}>
              <ToneIcon tone="danger" /> {name} is left out, {why}
            </li>
          ))}
        </ul>
      )}
      <DifferenceList
        label="What it changes in the draft"
        differences={differences}
        none="The draft says all of this already."
      />
      {source.template === undefined ? null : <TemplateKeeping template={source.template} access={access} />}
    </section>
  );
}
