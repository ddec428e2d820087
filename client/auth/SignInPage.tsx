import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { homeOf } from '#client/platform/home.ts';
import { usePageTitle } from '#client/platform/page-title.ts';
import { sessionQuery } from '#client/platform/session.ts';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignInPage.module.css';

const route = getRouteApi('/public/sign-in');

/** The door: sign in, or ask for care without an account. */
export function SignInPage() {
  usePageTitle('Sign in');
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const enter = async () => {
    // Whatever an earlier person had on screen must not be seen by the next.
    queryClient.clear();
    const session = await queryClient.fetchQuery(sessionQuery);
    // A document is the server's own page: the router knows none of them.
    if (next?.startsWith('/api/') === true) return window.location.replace(next);
    await navigate({ href: next ?? homeOf(session.role), replace: true });
  };
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <Stack gap="xs" mb="lg">
          <img src="/logo.svg" alt="" width={40} height={40} />
          <Title order={1}>Sign in to Tandem</Title>
          <Text c="dimmed">Coordinated care for rehabilitation.</Text>
        </Stack>
        <SignInForm onSignedIn={enter} withDemo />
        <Text mt="lg" size="sm">
          Need care? <Anchor href="/request-care">Ask for it here</Anchor>, no account needed.
        </Text>
      </main>
    </div>
  );
}
