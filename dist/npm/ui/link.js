import { html, nothing } from 'lit';
import { isSafeUrl } from '../core/url.js';
import { localized } from './text.js';
/** A link, unless it is none, or one that is not safe: that is reported (H2). */
export function link(consent, language, [url, text, path]) {
    const address = localized(url, language);
    if (!address)
        return nothing;
    if (isSafeUrl(address))
        return html `<a class="link" part="link" href=${address}>${text}</a>`;
    consent?.report('link', path, address);
    return nothing;
}
