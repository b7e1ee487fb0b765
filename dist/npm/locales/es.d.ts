import type { Messages } from './en.js';
declare const es: Messages;
export default es;
