// Starts the rider demo in the page.
import { createRoot } from 'react-dom/client';
import * as z from 'zod';
import { App } from './app.tsx';

// The page's content security policy forbids the code generation that zod would otherwise try.
z.config({ jitless: true });

const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<App />);
