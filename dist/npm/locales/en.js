/** English, and the shape of every other language. What stands in braces is filled in; a site's own may hold `[words](address)`. */
/**
 * Titles of the link to the opt-out that United States law prescribes, word by word (requirement J3). They stand in the page itself, in
 * English as the law has them, on a link that leads somewhere without scripts too: `<a href="/privacy" data-askfirst-open>…</a>`.
 */
export const optOutLinks = [
    'Your Privacy Choices',
    'Your California Privacy Choices',
    'Do Not Sell or Share My Personal Information',
    'Limit the Use of My Sensitive Personal Information',
];
export const question = {
    title: 'Your cookie choices',
    intro: '{who} use cookies and similar technologies to tailor content and marketing to you and to measure visits. Refuse, and the site still works. Change your choice at any time.',
    we: 'We',
    weAndPartners: 'We and {partners}',
    site: 'At {site}, we',
    siteAndPartners: '{site} and {partners}',
    partners: { one: '{count} partner', other: '{count} partners' },
    privacyPolicy: 'Privacy policy',
    cookiePolicy: 'Cookie policy',
    healthPolicy: 'Consumer Health Data Privacy Policy',
    rejectAll: 'Reject all',
    acceptAll: 'Accept all',
    manage: 'Manage preferences',
    continueWithout: 'Continue without accepting',
    savedAllOn: 'Saved. All optional cookies are on.',
    savedAllOff: 'Saved. All optional cookies are off.',
    appeared: 'Cookie choices are open at the start of the page.',
};
export const categories = {
    necessary: {
        title: 'Necessary',
        description: 'Keeps the site working and safe, and remembers what you choose here.',
    },
    marketing: {
        title: 'Marketing',
        description: 'Supports this site by showing you marketing and promotions that fit your interests.',
    },
    analytics: {
        title: 'Analytics',
        description: 'Shows us how visitors use the site, so that we can make it faster and easier to use.',
    },
    personalization: {
        title: 'Personalization',
        description: 'Adapts content and features to you, based on what you do on the site.',
    },
};
export const services = {
    cookieName: 'Name',
    cookiePurpose: 'Purpose',
    cookieDuration: 'Kept for',
    cookieProvider: 'Set by',
    servicePolicy: 'Privacy policy of {provider}',
    sharedWith: '{provider} gets access to the data.',
    notShared: 'No third party gets access to the data.',
    storageBrowser: 'Browser storage',
    storageCache: 'Browser cache',
    storageWorker: 'Background script',
    keptTab: 'Until the tab is closed',
    keptErased: 'Until it is erased',
    ownCookie: 'Remembers what you choose here',
};
export const choice = {
    alwaysOn: 'Always on',
    on: 'Allowed',
    off: 'Not allowed',
    chosen: 'Chosen on {date}. Asked again after {until}.',
    chosenForGood: 'Chosen on {date}, until you change it.',
    madeByUser: 'You made this choice.',
    madeByPage: 'This site made this choice.',
    madeByGpc: 'Your browser made this choice.',
    notChosen: 'You have not chosen yet. What needs your yes is off.',
    notChosenOptOut: 'You have not chosen yet. What needs no yes runs until you say no.',
    gpcSeen: 'Global Privacy Control on: {categories}.',
};
export const preferences = {
    preferencesTitle: 'Cookie preferences',
    preferencesLead: 'Switch on only what you are happy with. Nothing changes until you save.',
    save: 'Save my choices',
    close: 'Close without saving',
    mixed: 'Partly allowed',
    services: 'Services and cookies ({count})',
    gpc: 'Your browser sends a Global Privacy Control signal, so {categories} is off unless you switch it on yourself.',
    gpcAccept: '“{accept}” switches it on too.',
    optOutTitle: 'Your Privacy Choices',
    optOutLead: 'You can opt out of the sale and sharing of your personal information. No account or reason is needed. Nothing changes until you save.',
    optOutHonored: 'Opt-Out Request Honored. We do not sell or share your personal information.',
    optOutHonoredGpc: 'Your browser sends a Global Privacy Control signal. Opt-Out Request Honored.',
    sensitiveSharing: 'Shares health-related data with {provider}.',
    exempt: 'Measures visits without asking first, as the law allows: {basis}. Switch it off to object.',
    exemptMore: 'How it works',
    saved: 'Saved. On: {on}. Off: {off}.',
    unchanged: 'Closed. Nothing was changed.',
    download: 'Download my choices',
};
export const declaration = {
    change: 'Change my choices',
};
export const embed = {
    embedVideo: 'Video from {name}',
    embedAudio: 'Audio from {name}',
    embedMap: 'Map from {name}',
    embedImage: 'Image from {name}',
    embedContent: 'Content from {name}',
    embedPlays: 'Playing it lets {provider} set {categories} cookies on your device.',
    embedShows: 'Showing it lets {provider} set {categories} cookies on your device.',
    loadVideo: 'Play this video',
    loadAudio: 'Play this audio',
    loadMap: 'Show this map',
    loadImage: 'Show this image',
    loadContent: 'Show this content',
    alwaysAllow: 'Always allow {name}',
    watchOn: 'Watch on {host}',
    openOn: 'Open on {host}',
    serviceSaved: 'Saved. {name} is always allowed now.',
};
const en = {
    ...question,
    ...services,
    ...choice,
    ...preferences,
    ...declaration,
    ...embed,
    categories,
    settings: 'Cookie settings',
};
export default en;
