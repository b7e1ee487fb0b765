import type { Messages } from './en.js';
declare const he: Messages;
export default he;
