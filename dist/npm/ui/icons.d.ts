import { type TemplateResult } from 'lit';
export declare const icon: (path: string, className?: string) => TemplateResult;
export declare const CLOSE = "M6 6l12 12M18 6L6 18";
export declare const LOCK = "M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z";
export declare const CHECK = "M7.5 12.5l3 3 6-7";
export declare const CHEVRON = "M9 5l7 7-7 7";
export declare const INFO = "M12 11v6M12 7.5v.01M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18";
/**
 * The opt-out icon of California, a pill with check and X, in its own colours: it stands beside "Your Privacy Choices" (J4). Its name is
 * prescribed, in English.
 */
export declare const optOutIcon: () => TemplateResult;
