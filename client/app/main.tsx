// Styles first, Mantine's before ours: a module's own rule wins over the component it decorates.
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter/wght.css';
import './global.css';
import './touch.css';
import './print.css';
import { createRoot } from 'react-dom/client';
import { forgetOldDrafts } from '#client/platform/stored-draft.ts';
import { App } from './App.tsx';
import { printInLight } from './print-in-light.ts';

forgetOldDrafts(new Date());
printInLight();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(<App />);
