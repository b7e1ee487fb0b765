/**
 * Keys of the texts that a site may put into its own words, beside those of the categories and of `partners`. Whoever checks a
 * configuration needs the names alone, and would otherwise carry all of English along; a test holds them together (locales/en.ts). Parted by blanks.
 */
export const TEXT_KEYS: string =
  'title intro we weAndPartners site siteAndPartners privacyPolicy cookiePolicy healthPolicy rejectAll acceptAll manage ' +
  'continueWithout ' +
  'savedAllOn savedAllOff appeared ' +
  'alwaysOn on off cookieName cookiePurpose cookieDuration cookieProvider servicePolicy sharedWith notShared ' +
  'storageBrowser storageCache storageWorker keptTab keptErased ownCookie ' +
  'chosen chosenForGood madeByUser madeByPage madeByGpc notChosen notChosenOptOut gpcSeen ' +
  'preferencesTitle preferencesLead save close mixed services gpc gpcAccept optOutTitle optOutLead optOutHonored ' +
  'optOutHonoredGpc sensitiveSharing exempt exemptMore saved unchanged download ' +
  'change ' +
  'embedVideo embedAudio embedMap embedImage embedContent embedPlays embedShows loadVideo loadAudio loadMap loadImage ' +
  'loadContent alwaysAllow watchOn openOn serviceSaved settings';
