import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

interface HeaderCountProps {
  count: number | undefined;
  /** One and many: "task", "tasks". */
  one: string;
  many: string;
  href: string;
}

/** "3 tasks" in the header; nothing while unknown or zero. */
export function HeaderCount({ count, one, many, href }: HeaderCountProps) {
  if (count === undefined || count === 0) return null;
  return (
    <Anchor component={Link} to={href} size="sm">
      {count} {count === 1 ? one : many}
    </Anchor>
  );
}
