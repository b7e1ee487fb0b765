import type { Messages } from './en.js';
declare const it: Messages;
export default it;
