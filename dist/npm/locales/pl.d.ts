import type { Messages } from './en.js';
declare const pl: Messages;
export default pl;
