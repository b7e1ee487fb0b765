/** The choice that stands, in words: when and how it was made, until when, and the signal that the browser sends (requirement D7). */
import { fill, inSentence, type Words } from './text.js';
import type { CategoryMessages, ChoiceMessages } from '../locales/en.js';
import type { Config, Consent, Localized } from '../types.js';

/** What people read of a consent, and in which words. */
export interface Told {
  readonly consent: Consent;
  readonly words: ChoiceMessages & Words & { readonly categories: CategoryMessages };
}

/** Who tells of services, besides. */
export interface Teller extends Told {
  /** A link, unless it is none, or one that is not safe (H2). */
  readonly link: (url: Localized | undefined, text: unknown, path: string) => unknown;
}

/** What a category is called. */
export const titleOf = ({ words }: Told, id: string): string => words.categories[id]?.title ?? id;

/** The same inside of a sentence. */
export const nameOf = (told: Told, id: string): string => inSentence(titleOf(told, id), told.words.language);

/** Whether a site tells of the library's own cookie by itself. */
export const isOwnDeclared = (config: Config | undefined): boolean | undefined =>
  config?.services.some(({ cookies }) => cookies?.some(({ name }) => name === config.cookie.name));

/** Ids of the categories that Global Privacy Control speaks about. */
export const soldOf = ({ consent }: Told): readonly string[] =>
  Object.entries(consent.config?.categories ?? {}).flatMap(([id, { saleOrShare }]) => (saleOrShare ? id : []));

export function choiceOf(told: Told): string {
  const { consent, words } = told;
  const { categories, services, decidedAt, expiresAt, gpc, regime } = consent.state;
  const date = new Intl.DateTimeFormat(words.language, { dateStyle: 'long' });
  const ways = new Set([...Object.values(categories), ...Object.values(services)].map(({ by }) => by));
  const sold = soldOf(told).map(
    (id) => `${nameOf(told, id)} (${words[categories[id]?.granted ? 'on' : 'off'].toLocaleLowerCase(words.language)})`,
  );
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
