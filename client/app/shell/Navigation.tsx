import { Link, useLocation } from '@tanstack/react-router';
import { useSession } from '#client/platform/session.ts';
import { isCurrent, navigationFor } from './navigation.ts';
import classes from './Shell.module.css';

/** The role's pages, icon and word; the current one carries a bar and more weight. */
export function Navigation() {
  const { role } = useSession();
  const pathname = useLocation({ select: (location) => location.pathname });
  return (
    <nav aria-label="Main" className={classes.navigation}>
      <ul>
        {navigationFor(role).map((entry) => (
          <li key={entry.href}>
            <Link
              to={entry.href}
              className={classes.entry}
              aria-current={isCurrent(entry, pathname) ? 'page' : undefined}
            >
              <entry.Icon size={20} stroke={1.6} aria-hidden />
              <span>{entry.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
