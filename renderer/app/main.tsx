import './styles/tokens.css';
import './styles/fonts.css';
import './styles/entryKit.css';
import './styles/kit.css';
import './styles/base.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { hearAssistance } from './assistance.ts';
import { startWords } from './i18n.ts';
import { startSession } from './session.ts';

// Asked first, so that the answer is on its way while the screen is built.
void startSession();
startWords();
hearAssistance();

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App nonce={nonce} />);
