import { ActionIcon, Group, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import {
  EDUCATION_METHODS,
  EDUCATION_TOPIC_CODES,
  EDUCATION_TOPICS,
  EducationGiven,
  METHOD_WORDS,
  TEACH_BACK_RESULTS,
  TEACH_BACK_WORDS,
} from '#shared/home-programme/education.ts';
import { editEducation, notTaught, teach, type SheetEdit } from './sheet-edits.ts';

interface EducationRowsProps {
  given: readonly EducationGiven[];
  edit: (change: SheetEdit) => void;
}

const { topic: Topic, method: Method, teachBack: TeachBack } = EducationGiven.shape;

/** What was taught today: topic, how, and whether the patient could teach it back. */
export function EducationRows({ given, edit }: EducationRowsProps) {
  const left = EDUCATION_TOPIC_CODES.filter((topic) => !given.some((one) => one.topic === topic));
  return (
    <>
      {given.map((one, index) => (
        <EducationRow key={one.topic} one={one} place={index} edit={edit} />
      ))}
      <Select
        label="Education given"
        placeholder="Add a topic"
        searchable
        w={360}
        maw="100%"
        data={left.map((value) => ({ value, label: EDUCATION_TOPICS[value].en }))}
        value={null}
        onChange={(value) => {
          const topic = Topic.safeParse(value).data;
          if (topic !== undefined) edit(teach(topic));
        }}
      />
    </>
  );
}

function EducationRow({
  one,
  place,
  edit,
}: {
  one: EducationGiven;
  place: number;
  edit: EducationRowsProps['edit'];
}) {
  const name = EDUCATION_TOPICS[one.topic].en;
  const change = (part: Partial<EducationGiven>) => edit(editEducation(one.topic, part));
  return (
    <Group gap="sm" align="end" role="group" aria-label={name}>
      <strong style={{ width: '15rem' }}>{name}</strong>
      <Select
        label="How"
        size="xs"
        w={170}
        allowDeselect={false}
        data={EDUCATION_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        value={one.method}
        onChange={(value) => change({ method: Method.catch(one.method).parse(value) })}
      />
      <Select
        label="Teach-back"
        size="xs"
        w={220}
        allowDeselect={false}
        data={TEACH_BACK_RESULTS.map((value) => ({ value, label: TEACH_BACK_WORDS[value] }))}
        value={one.teachBack}
        onChange={(value) => change({ teachBack: TeachBack.catch(one.teachBack).parse(value) })}
      />
      <TextInput
        label="Note"
        name={`content.education.${place}.note`}
        size="xs"
        w={280}
        maxLength={300}
        value={one.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove ${name}`}
        onClick={() => edit(notTaught(one.topic))}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
