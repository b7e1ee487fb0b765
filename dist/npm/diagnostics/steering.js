/**
 * Words that push people to a yes (requirement C9): praise, threats, "we value your privacy", an interest that is called legitimate,
 * a no inside a no, and a yes that is read into going on. By language, as parts of regular expressions; `…` stands for a few words of
 * the same sentence. Data: whoever adds a language adds a row.
 */
const PHRASES = {
    en: [
        'legitimate interests?',
        '(improv|enhanc|enrich|optimi[sz]|better|best|great|perfect|smooth|seamless)…experience',
        'enjoy',
        'we (really |deeply )?(value|respect|care|appreciate|love)',
        'your privacy (matters|is important|means)',
        "unfortunately|sadly|regret|we(’|'| a)re sorry",
        'miss(ing)? out',
        'we (strongly )?(recommend|suggest|advise)|\\(recommended\\)|recommended (choice|option|setting)',
        '(limited|reduced|restricted|degraded|poor|worse|worst) (experience|function|feature|access|version|service)',
        '(experience|functionality|features?)…(limited|reduced|restricted)',
        "((may|might|will|could|can) ?not|(won|can|couldn)(’|')t) (work|function|be available|be able to use)",
        'break…(site|website|page)',
        '(?<=^|[.!?:] )help us|please help|keep…free',
        "(do not|don(’|')t|never) (not|refuse|reject|decline|disagree|object|opt out|uncheck|untick|deselect)",
        "(uncheck|untick|deselect)…(not|n(’|')t)",
        'by (continuing|using|browsing|scrolling|visiting|closing)…you (agree|accept|consent)',
        'accept (and|to) (continue|proceed|enter)',
    ],
    de: [
        'berechtigt\\p{L}* interess',
        '(verbesser|optimier|beste[nrms]? |optimal|perfekt)…(erlebnis|erfahrung)|\\p{L}*(erlebnis|erfahrung)…(verbesser|optimier)',
        'genie(ß|ss)en',
        'wir (schätzen|respektieren|achten)…privatsphäre|privatsphäre (ist uns|liegt uns)|am herzen',
        'leider|bedauer',
        'verpass',
        'wir empfehlen|\\(empfohlen\\)|empfohlene (auswahl|einstellung)',
        '(nur|bloß) eingeschränkt|eingeschränkte[nrms]? (funktion|nutz|erlebnis|zug)',
        'funktionier\\p{L}*…nicht (mehr|richtig|korrekt|vollständig|ordnungsgemäß)',
        'helfen sie uns|hilf uns',
        'nicht (ablehnen|verweigern|widersprechen|abwählen)',
        '(durch|mit) (der|die|ihrer|deiner)? ?(weitere\\p{L}* )?(nutzung|weitersurfen)…(einverstanden|stimmen|akzeptier)',
    ],
    fr: [
        'intérêts? légitimes?',
        '(amélior|optimis|enrichi|meilleure?)…expérience',
        'profite[rz]',
        'votre vie privée (nous|est importante|compte)|nous (respectons|tenons à) votre',
        'malheureusement|nous regrettons',
        'manquez pas|ratez',
        'nous (vous )?(recommandons|conseillons)|\\(recommandé',
        '(expérience|accès|fonctionnalités?|version) (limité|réduit|dégradé|restreint)',
        'ne…pas (fonctionner|correctement)',
        'aidez-nous|aide-nous',
        'ne pas (refuser|rejeter|décliner|vous opposer)',
        'en (poursuivant|continuant)…(acceptez|consentez)',
    ],
    es: [
        'inter[eé]s(es)? leg[ií]timos?',
        '(mejor|optimiz|enrique)…experiencia',
        'disfrut',
        '(valoramos|respetamos|cuidamos)…privacidad|privacidad (nos importa|es importante)',
        'lamentablemente|desafortunadamente|por desgracia',
        'recomendamos|\\(recomendad[oa]\\)',
        '(experiencia|acceso|funcionalidad(es)?|versión) (limitad|reducid|restringid)',
        'ay[uú]d[ae]nos',
        'no (rechazar|rechace|rechaces|oponerse|denegar)',
        '(si contin[uú]a|al continuar|al seguir)…(acepta|consiente|acuerdo)',
    ],
    it: [
        'interess[ei] legittim[oi]|legittim[oi] interess[ei]',
        '(miglior|ottimizz|arricchi)…esperienza',
        'god(ere|iti|etevi|ersi)',
        '(teniamo|rispettiamo)…privacy|privacy (è importante|ci sta a cuore)',
        'purtroppo|sfortunatamente',
        'consigliamo|raccomandiamo|\\(consigliato\\)',
        '(esperienza|accesso|funzionalità|versione) (limitat|ridott)',
        'aiutaci|aiutateci',
        'non (rifiutare|rifiuti|opporsi)',
        '(continuando|proseguendo)…(accett|acconsent)',
    ],
    nl: [
        'gerechtvaardigde? belang',
        '(verbeter|optimaliser|beste|betere)…(ervaring|beleving)|\\p{L}*(ervaring|beleving)…(verbeter|optimaliser)',
        'geniet',
        '(waarderen|respecteren)…privacy|privacy is (voor )?(ons|belangrijk)',
        'helaas',
        '(wij|we) (raden|adviseren)|\\(aanbevolen\\)',
        'beperkte (ervaring|functie|functionaliteit|toegang|versie)',
        'help ons',
        'niet (weigeren|afwijzen)',
        'door (verder|gebruik|door)…akkoord',
    ],
    pl: [
        'uzasadnion\\p{L}* interes|interes\\p{L}* uzasadnion',
        '(popraw|ulepsz|usprawni|najleps|lepsz)…(doświadcze|wrażeni)',
        'ciesz',
        '(cenimy|szanujemy|dbamy o)…prywatnoś|prywatność jest dla nas',
        'niestety|przykro nam',
        'zalecamy|polecamy|rekomendujemy',
        'ograniczon\\p{L}* (funkcj|dostęp|doświadcze|wersj)',
        'pomóż nam|pomóżcie nam',
        'nie (odrzucaj|odrzucać|odmawiaj|odmawiać|sprzeciwiaj)',
        '(korzystając|kontynuując|przeglądając)…(zgadza|akceptuj|wyraża)',
    ],
    pt: [
        'interesses? legítimos?|legítimos? interesses?',
        '(melhor|aprimor|otimiz|enrique)…experiência',
        'aproveite|desfrut',
        '(valorizamos|respeitamos|prezamos)…privacidade|privacidade (é importante|importa)',
        'infelizmente|lamentavelmente',
        'recomendamos|\\(recomendado\\)',
        '(experiência|acesso|funcionalidades?|versão) (limitad|reduzid|restrit)',
        'ajude-nos|ajuda-nos',
        'não (rejeitar|recusar|rejeite|recuse|se opor)',
        '(ao continuar|se continuar)…(aceita|concorda|consente)',
    ],
    ar: [
        'المصلحة المشروعة|المصالح المشروعة|مصلحة مشروعة|مصالح مشروعة',
        '(تحسين|لتحسين|أفضل|إثراء)…تجرب',
        'استمتع|للاستمتاع',
        '(نقدر|نحترم|نهتم ب)…خصوصيت|خصوصيتك(م)? (مهمة|تهمنا)',
        'للأسف|لسوء الحظ',
        'نوصي|ننصح',
        '(?<!\\p{L})ساعدنا',
        'لا ترفض',
    ],
    he: [
        'אינטרס(ים)? לגיטימי',
        '(לשפר|שיפור|לשדרג)…חוו?י|החוויה הטובה ביותר',
        'ליהנות|תיהנו|תהנו',
        '(מכבדים|מעריכים)…פרטיות|הפרטיות של(ך|כם) חשובה',
        'לצערנו|למרבה הצער',
        'ממליצים|מומלץ',
        'עזרו לנו',
        'לא לסרב',
    ],
};
/** Scripts that write "and", "for" and the like in one with the next word. */
const JOINED = ['ar', 'he'];
/** At most forty characters of the same sentence. */
const FEW_WORDS = '[^.!?]{0,40}?';
const compile = (phrases, start) => new RegExp(`${start}(${phrases.join('|').replaceAll('…', FEW_WORDS)})`, 'iu');
/** What steers, by language (the first part of a BCP 47 tag). A map, since a language may be called "constructor" by whoever wrote it. */
export const steering = new Map(Object.entries(PHRASES).map(([language, phrases]) => [
    language,
    compile(phrases, JOINED.includes(language) ? '' : '(?<!\\p{L})'),
]));
/** The first row of each language is what it calls a legitimate interest. */
const legitimateInterest = compile(Object.values(PHRASES).flatMap(([first = '']) => first), '');
/** Arabic vowel signs, and the line that stretches a word: they may be written or not. */
const plain = (text) => text.normalize('NFC').replace(/[\u064B-\u0652\u0640]/g, '');
/** The words of a text that push, in its language; none where nobody has written a list for that language. */
export const findSteering = (text, language) => steering.get(language.toLowerCase().replace(/-.*/, ''))?.exec(plain(text))?.[0];
/** The words by which a text claims a legitimate interest, in whichever language. */
export const findLegitimateInterest = (text) => legitimateInterest.exec(plain(text))?.[0];
