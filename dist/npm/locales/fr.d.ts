import type { Messages } from './en.js';
declare const fr: Messages;
export default fr;
