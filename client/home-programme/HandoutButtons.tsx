import { Button, Menu } from '@mantine/core';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { handoutLanguage, LANGUAGE_LABEL } from '#shared/home-programme/library-words.ts';
import { LANGUAGES, type Language } from '#shared/home-programme/model.ts';

interface HandoutButtonsProps {
  episodeId: string;
  /** The patient's language as it is recorded. */
  language: string | null;
}

const addressOf = (episodeId: string, language: Language, format: 'pdf' | 'html'): string =>
  `${homeProgrammeApi.handout.path.replace(':episodeId', episodeId)}?format=${format}&language=${language}&largeType=yes`;

/** The programme to take home: in the patient's language first. */
export function HandoutButtons({ episodeId, language }: HandoutButtonsProps) {
  const own = handoutLanguage(language);
  const inOrder = [own, ...LANGUAGES.filter((one) => one !== own)];
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-md" variant="default">
            Print or PDF
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {inOrder.map((one) => (
            <Menu.Item key={one} component="a" href={addressOf(episodeId, one, 'pdf')} target="_blank">
              PDF in {LANGUAGE_LABEL[one]}
            </Menu.Item>
          ))}
          {inOrder.map((one) => (
            <Menu.Item key={one} component="a" href={addressOf(episodeId, one, 'html')} target="_blank">
              Print view in {LANGUAGE_LABEL[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
