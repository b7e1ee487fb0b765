/** Follows the consent, and opens what waits on the page: in document order, each element once, in slices that let the page breathe. */
import { NECESSARY } from '../core/necessary.js';
import { readJar } from '../core/storage.js';
import { table } from '../core/table.js';
import { trusted } from '../core/trusted-types.js';
import { isSafeUrl } from '../core/url.js';
import { startHost } from './host.js';
import { EMBEDDED, GATED, idsIn, INERT, namesOf, said, WAITING } from '../core/markup.js';
import { addressOf, fetchAhead, hideAddress, isFetched, isImportMap, reviveScript } from './scripts.js';
/** How many scripts are fetched ahead of the one whose turn it is. */
const AHEAD = 32;
/** Milliseconds of work after which the page gets its turn. */
const SLICE = 40;
/**
 * Erases what a refused service left: it was there before, or a tracker wrote it while its page ended. A look by name is enough here:
 * what erases looks closer.
 */
async function eraseLeftovers({ config, state, erase }) {
    const names = (config?.services ?? []).flatMap(({ id, cookies = [], storage = [] }) => {
        const { decided, granted } = state.services[id] ?? {};
        return decided && !granted ? [...cookies.map(({ name }) => name), ...storage] : [];
    });
    if (!names.length)
        return;
    const looks = [
        readJar,
        () => Object.keys(localStorage),
        () => Object.keys(sessionStorage),
        async () => (await indexedDB.databases()).map(({ name }) => name),
        () => caches.keys(),
        async () => (await navigator.serviceWorker.getRegistrations()).flatMap(({ scope, active }) => [scope, active?.scriptURL]),
    ];
    // Where the browser gives no access, nothing is left.
    const found = await Promise.all(looks.map((look) => Promise.resolve()
        .then(look)
        .catch(() => '')));
    const left = found.join();
    if (names.some((name) => name
        .replace(/^\w+:/, '')
        .split('*')
        .every((part) => left.includes(part))))
        erase();
}
/** Lets the page have its turn. A timer within timers would come 4 ms late. */
const pause = () => window.scheduler?.yield?.() ??
    new Promise((resolve) => {
        setTimeout(resolve);
    });
/** Starts the gate. Until the consent is ready, and wherever it says no, all declared markup stays inert. */
export function startGate(consent, { nonce, tellVendors, loadEmbeds, ...hostOptions } = {}) {
    const roots = [];
    const done = new WeakSet();
    const permitted = new WeakSet();
    /** Whether a script that was fetched ahead has come in time. */
    const downloads = new WeakMap();
    /** Names under which a script has run: only a reload ends it. */
    const ran = new Set();
    /** What the state in force says to each set of names that was met. */
    let verdicts = table();
    let loading;
    let embeds;
    let releasing = false;
    /** Whether something came since all was last gone through. */
    let arrived = false;
    let painted;
    /** Whether what comes next is a decision, made on this page. */
    let isRunning = consent.state.status !== 'pending';
    /** Scripts wait for it: vendors are being told. Where one cannot be, for good. */
    let telling;
    /** Whether something has ended that only a reload ends. */
    let isOver = false;
    /** Every id must be granted (A10), but a service beats its own category. What is necessary is not gated: that is a mistake. */
    const isAllowed = (element) => {
        const { config, state } = consent;
        const names = namesOf(element);
        const decide = () => {
            const own = config?.services.find(({ id }) => id === said(element, 'service'))?.category;
            return idsIn(names).every((id) => id === own || (id !== NECESSARY && (state.categories[id] ?? state.services[id])?.granted === true));
        };
        return permitted.has(element) || (verdicts[names] ??= decide());
    };
    /** Whether a script may run by what it is, besides being allowed. What keeps it off, keeps it off for good, and is said once. */
    const isSound = (script) => {
        const address = addressOf(script);
        if (consent.config?.sensitive)
            hideAddress(script);
        if (nonce && script.nonce !== nonce)
            consent.report('nonce', 'script', script);
        else if (address === null || isSafeUrl(address))
            return true;
        else
            consent.report('address', address, script);
        done.add(script);
        return false;
    };
    /** Fetches a script whose turn comes later. @returns whether those behind it may be fetched too. */
    const lookAt = (element) => {
        const script = element;
        if (!script?.matches(INERT) || !isFetched(script) || downloads.has(script) || !isAllowed(script))
            return !script || !isImportMap(script) || !isAllowed(script);
        const download = isSound(script) && fetchAhead(script, consent.config?.timeout ?? 0);
        if (download)
            downloads.set(script, download);
        return true;
    };
    const startEmbeds = () => (loading ??= Promise.resolve(loadEmbeds?.()).then((start) => {
        embeds = start?.({ consent, done, permitted, isAllowed, release, trusted });
        void release();
    }, (error) => {
        consent.report('embeds', 'askfirst-embeds.js', error);
    }));
    /** Whether what a script has written has its place: it comes before all that is behind the script. */
    let writing;
    const written = () => {
        consent.emit('ran', undefined);
        const now = writing;
        writing = undefined;
        return now;
    };
    const hooks = {
        onRefusal: () => {
            consent.report('import-map', 'script');
        },
        onWrite: (script, texts) => {
            writing = startEmbeds().then(() => embeds?.write(script, texts));
        },
    };
    /** @returns what the next one has to wait for. One that has had its time is waited for no longer; one that is `async` never. */
    const run = (script, isInTime) => {
        if (!isSound(script))
            return undefined;
        done.add(script);
        ran.add(namesOf(script));
        const end = reviveScript(script, isInTime ? (consent.config?.timeout ?? 0) : 0, hooks);
        return end ? end.then(written) : written();
    };
    /** Brings one element to life. @returns what the next one has to wait for. */
    const open = (element) => {
        if (element.matches(INERT)) {
            const download = element.hasAttribute('async') ? undefined : downloads.get(element);
            const script = element;
            return download
                ? download.then((isInTime) => (isAllowed(script) && script.isConnected ? run(script, isInTime) : undefined))
                : run(script, true);
        }
        return startEmbeds().then(() => {
            if (!embeds || !isAllowed(element))
                return;
            done.add(element);
            embeds.open(element);
        });
    };
    /** All that waits, in document order. */
    const waiting = () => roots.flatMap((root) => [...root.querySelectorAll(WAITING)].filter((element) => !done.has(element)));
    /** Opens what may open, one behind the other. What arrives meanwhile is taken in its turn. */
    const release = async () => {
        arrived = true;
        if (releasing || !consent.config)
            return;
        releasing = true;
        while (arrived) {
            // What the screen shows already is followed at once: whoever waits is kept waiting by nothing else.
            if (!consent.isPainted)
                await painted;
            arrived = false;
            const queue = waiting();
            if (roots.some((root) => root.querySelector(EMBEDDED)))
                void startEmbeds();
            let ahead = 0;
            // The answer that lets this begin has had its part of the task already.
            let end = performance.now() + SLICE / 2;
            // Prototype.js makes a list's `entries()` something else: counted by hand.
            let index = 0;
            for (const element of queue) {
                ahead = Math.max(ahead, index);
                while (ahead < index + AHEAD && lookAt(queue[ahead]))
                    ahead += 1;
                index += 1;
                if (!element.isConnected || done.has(element))
                    continue;
                if (!isAllowed(element)) {
                    embeds?.hold(element);
                    continue;
                }
                if (telling && element.matches(INERT))
                    continue;
                try {
                    const end = open(element);
                    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- changed by what has run
                    if (!element.isConnected) {
                        // A script that has just run is one change. Any more is looked at now: it may come before what is next.
                        const changes = observer.takeRecords();
                        if (changes.length > 1)
                            look(changes);
                    }
                    await end;
                }
                catch (error) {
                    // One that cannot be brought to life holds up none of the others.
                    consent.report('release', String(error), element);
                }
                if (performance.now() > end) {
                    // Who was waited for has let the page have its turn.
                    if (!downloads.has(element))
                        await pause();
                    end = performance.now() + SLICE;
                }
                // Something came, perhaps ahead of what is next here: begin again at the start of the document.
                // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by the observer
                if (arrived)
                    break;
            }
        }
        releasing = false;
    };
    /** Whether anything that waits has come. A page inserts much: two questions to each, and counted by hand, are quicker. */
    const look = (records) => {
        try {
            for (const { addedNodes } of records) {
                for (let index = addedNodes.length; index--;) {
                    const node = addedNodes[index];
                    if (node.matches?.(WAITING) || (node.firstElementChild && node.querySelector(WAITING)))
                        arrived = true;
                }
            }
        }
        catch {
            // A field of a form answers to the name of its method: better to look in vain.
            arrived = true;
        }
    };
    const observer = new MutationObserver((records) => {
        look(records);
        if (arrived)
            void release();
    });
    const watch = (root) => {
        roots.push(root);
        observer.observe(root, { childList: true, subtree: true });
        void release();
    };
    consent.on('gate', () => {
        verdicts = table();
        if (embeds?.follow())
            isOver = true;
        if (!isRunning) {
            isRunning = true;
            telling = tellVendors?.();
            telling?.then(() => {
                telling = undefined;
                void release();
            }, (error) => {
                consent.report('integrations', '', error);
            });
        }
        else if (!consent.isPainted) {
            // After a decision the banner goes first: what it lets through starts behind the next frame.
            painted = new Promise(consent.afterPaint);
        }
        void release();
    });
    consent.on('done', ({ withdrawn }) => {
        const { withdrawal, sensitive } = consent.config ?? {};
        // On a sensitive page nothing that was seen stays in memory either (L8).
        if (sensitive
            ? withdrawn.length || isOver
            : withdrawal?.reload && (isOver || withdrawn.some((id) => idsIn([...ran].join(' ')).includes(id))))
            location.reload();
    });
    // Turbo's copy of a page holds scripts that ran on it: they wait again, since the answer may be another one now.
    addEventListener('turbo:before-render', (event) => {
        const { newBody } = event.detail;
        for (const script of newBody.querySelectorAll(`script${GATED}`))
            script.type = 'text/plain';
    });
    void consent.ready.then(() => eraseLeftovers(consent));
    watch(document);
    startHost(consent, hostOptions);
    return { watch };
}
