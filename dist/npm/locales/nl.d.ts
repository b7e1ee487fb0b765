import type { Messages } from './en.js';
declare const nl: Messages;
export default nl;
