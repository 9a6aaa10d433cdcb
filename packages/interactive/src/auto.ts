/** Brings the figures of a page to life by itself, as soon as they are there. */
import { watch } from './index.js';

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watch);
else watch();
