/**
 * What is told of services and of all that they store (requirement D2), in the second layer and in a declaration. Fetched behind either:
 * it unfolds, and the question needs none of it.
 */
import { html, nothing } from 'lit';
import { isOwnDeclared } from './choice.js';
import { shown } from './shown.js';
import { english, fill, localized } from './text.js';
import { NECESSARY } from '../core/necessary.js';
import { services as shipped } from '../locales/en.js';
export { download } from './download.js';
export { servicesStyles } from './styles/services.js';
/** What each kind of storage is called, and how long it is kept. */
const KINDS = {
    local: ['storageBrowser', 'keptErased'],
    session: ['storageBrowser', 'keptTab'],
    indexeddb: ['storageBrowser', 'keptErased'],
    cache: ['storageCache', 'keptErased'],
    serviceworker: ['storageWorker', 'keptErased'],
};
/** Days that browsers keep a cookie at most. */
const LONGEST = 400;
/** The site itself, with the one cookie that keeps the choice. */
function ownService({ consent, words }) {
    const { config, state } = consent;
    if (!config || isOwnDeclared(config))
        return undefined;
    const { consentMonths, refusalMonths, optOutMonths } = config.memory;
    const kept = (count, unit) => new Intl.NumberFormat(words.language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    const months = state.regime === 'opt-in' ? [consentMonths, refusalMonths] : optOutMonths ? [optOutMonths] : [];
    const site = config.site.name ?? location.hostname;
    return {
        id: NECESSARY,
        category: NECESSARY,
        name: site,
        provider: site,
        cookies: [
            {
                name: config.cookie.name,
                purpose: { ...shipped, ...words }.ownCookie,
                duration: months.length
                    ? [...new Set(months)].map((count) => kept(count, 'month')).join(' – ')
                    : kept(LONGEST, 'day'),
            },
        ],
    };
}
/** All that a category is for: among what is necessary the site itself. */
export function servicesOf(teller, id) {
    const own = id === NECESSARY ? ownService(teller) : undefined;
    const services = teller.consent.config?.services.filter(({ category }) => category === id) ?? [];
    return own ? [own, ...services] : services;
}
/** A row of the table: label and value of each cell, since in little room they stand one below the other. */
const row = (cells) => html `<tr role="row">
    ${cells.map(([label, value]) => html `<td role="cell" data-label=${label}>${value}</td>`)}
  </tr>`;
function table(words, language, title, service) {
    const { provider, purpose: served, cookies = [], storage = [] } = service;
    const say = (value) => localized(value, language);
    const company = say(provider) || title;
    const heads = [words.cookieName, words.cookiePurpose, words.cookieDuration, words.cookieProvider];
    const [name, purpose, duration, by] = heads;
    return html `<table role="table" part="table">
    <caption>
      ${title}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html `<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${cookies.map((cookie) => row([
        [name, html `<code dir="ltr">${cookie.name}</code>`],
        [purpose, shown(cookie.purpose, language)],
        [duration, shown(cookie.duration, language)],
        [by, html `<bdi>${company}</bdi>${cookie.domain ? html ` (<bdi>${cookie.domain}</bdi>)` : nothing}`],
    ]))}
      ${storage.map((entry) => {
        const [, kind = '', key] = /^(\w+):(.*)$/s.exec(entry) ?? [];
        const [called, kept] = KINDS[kind] ?? [];
        return row([
            [name, html `<code dir="ltr">${key}</code> (${called && words[called]})`],
            [purpose, shown(served, language)],
            [duration, kept && words[kept]],
            [by, html `<bdi>${company}</bdi>`],
        ]);
    })}
    </tbody>
  </table>`;
}
/**
 * One service: who it is, what it is for, who gets the data, where to read on, and all that it stores.
 * @param level - Of the heading, where it is another than 4. @param state - How it stands, where that is not said elsewhere.
 */
export function serviceTemplate(teller, service, level, state) {
    const { consent, link } = teller;
    const words = { ...english(shipped, teller.words.language), ...teller.words };
    const { id, purpose, policyUrl, cookies = [], storage = [] } = service;
    const say = (value) => localized(value, words.language);
    const title = say(service.name) || id;
    const company = say(service.provider);
    const isOwn = company === (say(consent.config?.site.name) || location.hostname);
    const access = fill(words[isOwn ? 'notShared' : 'sharedWith'], { provider: html `<bdi>${company}</bdi>` });
    const policy = link(policyUrl, fill(words.servicePolicy, { provider: company || title }), `services: ${id}.policyUrl`);
    return html `<div class="service" part="service">
    <h4 part="service-title" dir="auto" aria-level=${level ?? nothing}>${title}</h4>
    ${state ? html `<p>${state}</p>` : nothing} ${purpose ? html `<p>${shown(purpose, words.language)}</p>` : nothing}
    ${company || policy !== nothing ? html `<p>${company ? access : ''} ${policy}</p>` : nothing}
    ${cookies.length || storage.length ? table(words, words.language, title, service) : nothing}
  </div>`;
}
