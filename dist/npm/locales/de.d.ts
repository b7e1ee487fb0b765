import type { Messages } from './en.js';
declare const de: Messages;
export default de;
