import type { Messages } from './en.js';
declare const pt: Messages;
export default pt;
