import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { SignInAgain } from '#client/auth/routes.tsx';
import { connectLive } from '#client/platform/live.ts';
import { aboutQuery } from '#client/platform/session.ts';
import { headerItemsInOrder } from '#client/platform/shell-slots.ts';
import { signInAgain } from '#client/platform/sign-in-again.ts';
import { ShortcutSheet } from '#client/ui/ShortcutSheet.tsx';
import { LiveDot } from './LiveDot.tsx';
import { Navigation } from './Navigation.tsx';
import { SearchBox } from './SearchBox.tsx';
import { UserMenu } from './UserMenu.tsx';
import classes from './Shell.module.css';

/** The frame around every page of a signed-in person. */
export function Shell() {
  const queryClient = useQueryClient();
  useEffect(() => connectLive(queryClient), [queryClient]);
  useEffect(() => signInAgain.arm(), []);
  const main = useFocusOnNewPage();
  const synthetic = useQuery(aboutQuery).data?.synthetic === true;
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to the page
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.logo} aria-label="Tandem, first page">
          <img src="/logo.svg" alt="" width={28} height={28} />
        </Link>
        <SearchBox />
        <div className={classes.right}>
          <LiveDot />
          {headerItemsInOrder().map(([id, Item]) => (
            <Item key={id} />
          ))}
          <UserMenu />
        </div>
      </header>
      <Navigation />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      {synthetic ? (
        <footer className={classes.synthetic}>SYNTHETIC DATA: every patient here is invented</footer>
      ) : null}
      <ShortcutSheet />
      <SignInAgain />
    </div>
  );
}

/** After a change of page, focus goes to its heading: a screen reader reads it, Tab goes on from there. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return;
        const heading = main.current?.querySelector<HTMLElement>('h1[tabindex]');
        (heading ?? main.current)?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
}
