/** The choice that stands, in words: when and how it was made, until when, and the signal that the browser sends (requirement D7). */
import { fill, inSentence } from './text.js';
/** What a category is called. */
export const titleOf = ({ words }, id) => words.categories[id]?.title ?? id;
/** The same inside of a sentence. */
export const nameOf = (told, id) => inSentence(titleOf(told, id), told.words.language);
/** Whether a site tells of the library's own cookie by itself. */
export const isOwnDeclared = (config) => config?.services.some(({ cookies }) => cookies?.some(({ name }) => name === config.cookie.name));
/** Ids of the categories that Global Privacy Control speaks about. */
export const soldOf = ({ consent }) => Object.entries(consent.config?.categories ?? {}).flatMap(([id, { saleOrShare }]) => (saleOrShare ? id : []));
export function choiceOf(told) {
    const { consent, words } = told;
    const { categories, services, decidedAt, expiresAt, gpc, regime } = consent.state;
    const date = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' });
    const ways = new Set([...Object.values(categories), ...Object.values(services)].map(({ by }) => by));
    const sold = soldOf(told).map((id) => `${nameOf(told, id)} (${words[categories[id]?.granted ? 'on' : 'off'].toLocaleLowerCase(words.language)})`);
    return [
        decidedAt === null
            ? words[regime === 'opt-in' ? 'notChosen' : 'notChosenOptOut']
            : fill(words[expiresAt === null ? 'chosenForGood' : 'chosen'], {
                date: date.format(decidedAt),
                until: date.format(expiresAt ?? 0),
            }).join(''),
        ways.has('user') && words.madeByUser,
        ways.has('gpc') && words.madeByGpc,
        ways.has('api') && words.madeByPage,
        gpc.present && sold.length && fill(words.gpcSeen, { categories: sold.join(', ') }).join(''),
    ]
        .filter(Boolean)
        .join(' ');
}
