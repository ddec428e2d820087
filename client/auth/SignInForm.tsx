import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { signIn } from './sign-in.ts';

interface SignInFormProps {
  /** Signed in: the cookie is set. */
  onSignedIn: () => void | Promise<void>;
  /** Offers the demo accounts while demo data is loaded. */
  withDemo: boolean;
}

/** E-mail and password; the demo accounts fill it and sign in with one click. */
export function SignInForm({ onSignedIn, withDemo }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate({ email: email.trim(), password });
  };
  const takeDemo = (account: { email: string; password: string }) => {
    setEmail(account.email);
    setPassword(account.password);
    attempt.mutate(account);
  };
  const busy = attempt.isPending || attempt.isSuccess;
  return (
    <Stack gap="lg">
      <form onSubmit={submit} aria-label="Sign in">
        <Stack gap="md">
          <ProblemAlert error={attempt.error} />
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          />
          <Button type="submit" loading={busy}>
            Sign in
          </Button>
        </Stack>
      </form>
      {withDemo ? <DemoAccounts onChoose={takeDemo} disabled={busy} /> : null}
    </Stack>
  );
}
