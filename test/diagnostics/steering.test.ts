import { expect } from '@open-wc/testing';
import { findLegitimateInterest, findSteering, steering } from '../../src/diagnostics/steering.js';

/** Texts that push, as they stand on pages. */
const PUSHING: Readonly<Record<string, readonly string[]>> = {
  en: [
    'We use cookies to improve your experience.',
    'For the best possible shopping experience, accept cookies.',
    'Accept all and enjoy personalized content.',
    'We value your privacy.',
    'Your privacy is important to us.',
    'Unfortunately you will see fewer offers.',
    'Don’t miss out on offers.',
    'We recommend accepting all cookies.',
    'Without cookies you get a limited experience.',
    'Some features may not work.',
    'Parts of the site won’t work properly.',
    'Your experience will be limited.',
    'Help us make this site better.',
    'Keep this site free!',
    'Do not refuse cookies',
    "I don't object to marketing",
    'Untick the box to not receive offers.',
    'By continuing to browse the site you agree to cookies.',
    'Accept to continue',
    'Vendors rely on legitimate interest.',
  ],
  de: [
    'Wir verwenden Cookies, um Ihr Nutzererlebnis zu verbessern.',
    'Für das beste Einkaufserlebnis',
    'Wir schätzen Ihre Privatsphäre.',
    'Ihre Privatsphäre ist uns wichtig',
    'Leider sehen Sie dann weniger.',
    'Wir empfehlen, alle Cookies anzunehmen.',
    'Die Seite ist dann nur eingeschränkt nutzbar.',
    'Die Website funktioniert dann nicht richtig.',
    'Marketing nicht ablehnen',
    'Durch die weitere Nutzung der Website sind Sie einverstanden.',
    'auf Grundlage berechtigter Interessen',
  ],
  fr: [
    'pour améliorer votre expérience',
    'Profitez de contenus personnalisés',
    'Nous respectons votre vie privée',
    'Malheureusement, vous verrez moins.',
    'Nous vous recommandons d’accepter.',
    'Ne pas refuser',
    'En poursuivant votre navigation, vous acceptez les cookies.',
    'au titre de l’intérêt légitime',
  ],
  es: [
    'para mejorar su experiencia',
    'Disfruta de contenidos',
    'Valoramos tu privacidad',
    'Lamentablemente verá menos.',
    'Le recomendamos aceptar.',
    'No rechazar',
    'Si continúa navegando, acepta las cookies.',
    'por interés legítimo',
  ],
  it: [
    'per migliorare la tua esperienza',
    'Goditi contenuti su misura',
    'Rispettiamo la tua privacy',
    'Purtroppo vedrai meno.',
    'Consigliamo di accettare.',
    'Non rifiutare',
    'Proseguendo la navigazione accetti i cookie.',
    'per legittimo interesse',
  ],
  nl: [
    'om uw ervaring te verbeteren',
    'voor de beste ervaring',
    'Geniet van aanbiedingen',
    'Wij respecteren uw privacy',
    'Helaas ziet u dan minder.',
    'Wij raden aan alles te accepteren.',
    'Niet weigeren',
    'op grond van gerechtvaardigd belang',
  ],
  pl: [
    'aby poprawić Twoje doświadczenia',
    'Ciesz się treściami',
    'Cenimy Twoją prywatność',
    'Niestety zobaczysz mniej.',
    'Zalecamy zaakceptowanie.',
    'Nie odrzucaj',
    'na podstawie prawnie uzasadnionego interesu',
  ],
  pt: [
    'para melhorar a sua experiência',
    'Aproveite conteúdos',
    'Valorizamos a sua privacidade',
    'Infelizmente verá menos.',
    'Recomendamos aceitar.',
    'Não recusar',
    'Ao continuar a navegar, aceita os cookies.',
    'com base no interesse legítimo',
  ],
  ar: [
    'لتحسين تجربتك',
    'نحترم خصوصيتك',
    'نُقدِّر خصوصيتك',
    'للأسف سترى أقل',
    'ننصح بالقبول',
    'وننصح بالقبول',
    'لا ترفض',
    'المصلحة المشروعة',
  ],
  he: [
    'כדי לשפר את חוויית הגלישה',
    'הפרטיות שלך חשובה לנו',
    'לצערנו',
    'ולצערנו',
    'אנו ממליצים לאשר',
    'לא לסרב',
    'אינטרס לגיטימי',
  ],
};

/** Neutral texts that come close. */
const NEUTRAL: Readonly<Record<string, readonly string[]>> = {
  en: [
    'We use cookies and similar technologies to count visits. Refuse, and the site still works.',
    'Cookies help us understand how visitors use the site.',
    'Recommends articles that fit what you read.',
    'Data are kept for a limited time.',
    'You can opt out of the sale and sharing of your personal information. No account or reason is needed.',
    'Switch it off to object.',
    'Shows advertising on this site and elsewhere.',
    'Do not sell or share my personal information',
    'Not allowed',
  ],
  de: [
    'Ohne Einwilligung funktioniert die Website uneingeschränkt.',
    'Ablehnen ist möglich, und die Seite bleibt, wie sie ist.',
    'Zählt, welche Kleider angesehen werden.',
  ],
  fr: ['Refusez, et le site fonctionne toujours.', 'Nous tenons à jour la liste des services.'],
  es: ['Rechace y el sitio seguirá funcionando.'],
  it: ['Rifiuta e il sito funziona comunque.'],
  nl: ['Cookies helpen ons bezoeken te tellen. Weiger, en de site werkt nog steeds.'],
  pl: ['Odmów, a strona nadal działa.'],
  pt: ['Recuse, e o site continua a funcionar.'],
  ar: ['ارفضها ويبقى الموقع يعمل.', 'تساعدنا ملفات الارتباط على قياس الزيارات.'],
  he: ['אפשר לסרב, והאתר ימשיך לפעול.'],
};

describe('words that push', () => {
  it('are known in ten languages, each with examples here', () => {
    expect([...steering.keys()]).to.deep.equal(Object.keys(PUSHING));
    expect(Object.keys(NEUTRAL)).to.deep.equal(Object.keys(PUSHING));
  });

  for (const [language, texts] of Object.entries(PUSHING)) {
    for (const text of texts) {
      it(`are found in “${text}” (C9)`, () => {
        expect(findSteering(text, language)).to.be.a('string');
        expect(findSteering(text.toUpperCase(), `${language}-XX`)).to.be.a('string');
      });
    }

    it(`include the legitimate interest of "${language}" (C11)`, () => {
      expect(findLegitimateInterest(texts.at(-1) ?? '')).to.be.a('string');
      expect(texts.filter((text) => findLegitimateInterest(text))).to.have.lengthOf(1);
    });
  }

  for (const [language, texts] of Object.entries(NEUTRAL)) {
    for (const text of texts) {
      it(`are not found in “${text}” (C9)`, () => {
        expect(findSteering(text, language)).to.equal(undefined);
        expect(findLegitimateInterest(text)).to.equal(undefined);
      });
    }
  }

  it('are not looked for in a language without a list, whatever it is called (C9)', () => {
    for (const language of ['fi', 'constructor', '__proto__', '']) {
      expect(findSteering('We value your privacy', language)).to.equal(undefined);
    }
  });
});
