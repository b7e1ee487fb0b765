/** The linter, of colours that a page sets: what cannot be read cannot be agreed to (WCAG 2.2, 1.4.3 and 1.4.11). */
import { lint } from './lint.js';
const SCHEMES = ['light', 'dark'];
/** What stands in the place of a colour that a page does not set, light and dark. A test holds it to the style sheet of the interface. */
export const DEFAULTS = {
    surface: ['#fff', '#1a212a'],
    tint: ['#f4f7f9', '#222b35'],
    text: ['#17212b', '#eef2f6'],
    muted: ['#4a5868', '#b4c0cc'],
    link: ['#0a56a8', '#9cc9ff'],
    accent: ['#1b3d5c', '#cfe1f3'],
    'on-accent': ['#fff', '#0f1c29'],
    'accent-hover': ['#122c44', '#e4eff9'],
    control: ['#66758a', '#8695a6'],
    focus: ['#0b62d6', '#9cc9ff'],
};
/** What stands on what, and the least contrast between them: of text, and of what shows a control or the focus. */
const PAIRS = [
    ...['text', 'muted', 'link'].flatMap((one) => ['surface', 'tint'].map((other) => [one, other, 4.5])),
    ...['accent', 'accent-hover'].map((other) => ['on-accent', other, 4.5]),
    ...['control', 'focus'].flatMap((one) => ['surface', 'tint'].map((other) => [one, other, 3])),
];
/** Relative luminance (WCAG 2.2) of colours in any notation, painted one over the other. */
function luminance(context, colours) {
    for (const colour of ['#fff', ...colours]) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = Array.from(context.getImageData(0, 0, 1, 1).data, (value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(context, one, other) {
    const [darker = 0, lighter = 0] = [luminance(context, [other, one]), luminance(context, [other])].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
}
/** Names each pair of colours, set by the page on `<cookie-consent>` or above it, that is hard to tell apart. */
export function lintLooks(page, { config }) {
    const host = page.querySelector('cookie-consent');
    const root = host?.shadowRoot;
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!host || !root || !context)
        return [];
    const own = getComputedStyle(host);
    const isSet = (name) => own.getPropertyValue(`--consent-${name}`) !== '';
    const theme = config?.ui.theme ?? 'auto';
    const probe = document.createElement('i');
    probe.hidden = true;
    root.append(probe);
    const findings = SCHEMES.filter((scheme) => theme === 'auto' || theme === scheme).flatMap((scheme) => {
        probe.style.colorScheme = scheme;
        const colour = (name) => {
            probe.style.color = `var(--consent-${name}, ${DEFAULTS[name]?.[SCHEMES.indexOf(scheme)] ?? ''})`;
            return getComputedStyle(probe).color;
        };
        return PAIRS.flatMap(([one, other, least]) => {
            if (!isSet(one) && !isSet(other))
                return [];
            const [front, back] = [colour(one), colour(other)];
            const found = contrast(context, front, back);
            return found >= least
                ? []
                : [
                    lint('P4', `--consent-${one}`, `"--consent-${one}" on "--consent-${other}" should have a contrast of at least ${String(least)} (WCAG 2.2, ${least > 3 ? '1.4.3' : '1.4.11'}) in ${scheme} colours, but has ${(Math.floor(found * 100) / 100).toFixed(2)}: ${front} on ${back}. It is shown all the same, and some people cannot read it.`),
                ];
        });
    });
    probe.remove();
    return findings;
}
