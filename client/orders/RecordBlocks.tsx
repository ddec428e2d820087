import { Box, List, Table, Text, Title } from '@mantine/core';
import type { DocumentBlock } from '#shared/documents/model.ts';
import type { RecordSection } from '#shared/orders/surgical-sections.ts';

/** The built record on screen: the same sections as on paper. */
export function RecordBlocks({ sections }: { sections: readonly RecordSection[] }) {
  return (
    <>
      {sections.map((section) => (
        <Box component="section" key={section.title} mb="md">
          <Title order={3} size="h6" mb={2}>
            {section.title}
          </Title>
          {section.blocks.map((block, index) => (
            <Block key={`${block.kind} ${index}`} block={block} title={section.title} />
          ))}
        </Box>
      ))}
    </>
  );
}

function Block({ block, title }: { block: DocumentBlock; title: string }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {block.text}
        </Text>
      );
    case 'list':
      return (
        <List size="sm" mb={4}>
          {block.items.map((item) => (
            <List.Item key={item}>{item}</List.Item>
          ))}
        </List>
      );
    case 'key-values':
      return (
        <Table aria-label={title} verticalSpacing={2} layout="fixed">
          <Table.Tbody>
            {block.pairs.map(({ label, value }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400} w="30%">
                  {label}
                </Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      );
    case 'table':
      return <Rows block={block} title={title} />;
    default:
      return null;
  }
}

const endOf = (align: 'start' | 'end' | undefined) => (align === 'end' ? 'right' : 'left');

function Rows({ block, title }: { block: Extract<DocumentBlock, { kind: 'table' }>; title: string }) {
  if (block.rows.length === 0) return <Text size="sm">{block.empty}</Text>;
  return (
    <Table aria-label={title} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {block.columns.map(({ label, align }) => (
            <Table.Th key={label} ta={endOf(align)}>
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {block.rows.map((row) => (
          <Table.Tr key={row.join()}>
            {row.map((cell, index) => (
              <Table.Td key={block.columns[index]?.label} ta={endOf(block.columns[index]?.align)}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
