/**
 * What a script expects that was written for a page which is still loading, and comes alive on one that has loaded: listeners for moments
 * that are past are called all the same, and `document.write()` writes behind the script, where the browser would clear the page.
 * Everybody else's calls go their way untouched.
 */
/** Scripts that the gate has brought to life. */
const scripts = new WeakSet();
/** The one that runs while the browser names none. */
let module;
let isServed = false;
/** The released script that runs just now. */
const running = () => {
    const script = document.currentScript ?? module;
    return script && scripts.has(script) ? script : undefined;
};
/** Whether the page is parsed, or loaded: so far that nobody hears of it any more. */
const isPast = (type) => (type === 'load' && document.readyState === 'complete') ||
    (type === 'DOMContentLoaded' && document.readyState !== 'loading');
function serve(onWrite) {
    for (const target of [document, window]) {
        const add = target.addEventListener.bind(target);
        target.addEventListener = (type, listener, options) => {
            if (!listener || !isPast(type) || !running())
                add(type, listener, options);
            else
                setTimeout(() => {
                    const event = new Event(type);
                    if ('call' in listener)
                        listener.call(target, event);
                    else
                        listener.handleEvent(event);
                });
        };
    }
    for (const name of ['write', 'writeln']) {
        const write = document[name].bind(document);
        document[name] = (...texts) => {
            const script = running();
            if (script)
                onWrite(script, texts);
            else
                write(...texts);
        };
    }
}
/**
 * Makes ready for a script that is about to run.
 * @returns a function to call once it has run.
 */
export function prepare(live, onWrite) {
    if (!isServed)
        serve(onWrite);
    isServed = true;
    scripts.add(live);
    if (live.type === 'module')
        module = live;
    const { onload } = window;
    return () => {
        module = undefined;
        if (window.onload !== onload && isPast('load'))
            window.onload?.(new Event('load'));
    };
}
