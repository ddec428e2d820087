import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { aboutQuery } from '#client/platform/session.ts';
import classes from './SignInPage.module.css';

interface DemoAccountsProps {
  onChoose: (account: { email: string; password: string }) => void;
  disabled: boolean;
}

/** The demo accounts and their password, while the database holds nothing but synthetic people. */
export function DemoAccounts({ onChoose, disabled }: DemoAccountsProps) {
  const demo = useQuery(aboutQuery).data?.demo ?? null;
  if (demo === null) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="demo-accounts" className={classes.demo}>
      <Title order={2} id="demo-accounts" size="h4">
        Demo accounts
      </Title>
      <Text size="sm" c="dimmed">
        Every patient here is invented. One click signs in; the password is <Code>{demo.password}</Code>
      </Text>
      {demo.accounts.map((account) => (
        <Button
          key={account.email}
          variant="default"
          justify="flex-start"
          h="auto"
          py={6}
          disabled={disabled}
          onClick={() => onChoose({ email: account.email, password: demo.password })}
        >
          <Stack gap={0} align="flex-start" ta="left" style={{ whiteSpace: 'normal' }}>
            <span>
              {account.name}, {ROLE_LABEL[account.role]}
            </span>
            <Text size="xs" c="dimmed">
              {account.email}
            </Text>
          </Stack>
        </Button>
      ))}
    </Stack>
  );
}
