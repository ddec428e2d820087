import { Text } from '@mantine/core';
import type { VersionSummary } from '#shared/home-programme/contract.ts';
import { doseInWords, oftenInWords } from '#shared/home-programme/dose-in-words.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { DocumentNews } from '#client/ui/DocumentNews.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { useDocument } from '#client/ui/use-document.ts';
import { HandoutButtons } from './HandoutButtons.tsx';
import classes from './HomeProgramme.module.css';

interface VersionListProps {
  episodeId: string;
  language: string | null;
  versions: readonly VersionSummary[];
}

/** Earlier versions, newest first, each with what it asked for and as it was handed out. */
export function VersionList({ episodeId, language, versions }: VersionListProps) {
  const { date, dateOf } = useClinicTime();
  const document = useDocument();
  return (
    <FormSection title="Earlier versions">
      <DocumentNews document={document} />
      {versions.map(({ versionNumber, signedAt, author, exercises }) => (
        <details key={versionNumber}>
          <summary>
            Version {versionNumber}, {date(dateOf(signedAt))}, {author}: {exercises.length}{' '}
            {exercises.length === 1 ? 'exercise' : 'exercises'}
          </summary>
          <ul className={classes.steps}>
            {exercises.map(({ code, name, side, dose }, index) => (
              <li key={`${code} ${index}`}>
                <Text size="sm">
                  {name}: {doseInWords(dose, 'en')}
                  {side === null ? '' : `, ${side}`}, {oftenInWords(dose, 'en')}
                </Text>
              </li>
            ))}
          </ul>
          {exercises.length === 0 ? null : (
            <HandoutButtons
              document={document}
              episodeId={episodeId}
              versionNumber={versionNumber}
              language={language}
              earlier
            />
          )}
        </details>
      ))}
    </FormSection>
  );
}
