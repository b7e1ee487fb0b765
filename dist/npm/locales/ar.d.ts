import type { Messages } from './en.js';
declare const ar: Messages;
export default ar;
