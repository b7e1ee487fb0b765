import { type CSSResult } from 'lit';
/** Stands where an embed waits: as large as it, so that nothing moves when it comes; around a site's own widget as large as the site says. */
export declare const embedStyles: CSSResult;
