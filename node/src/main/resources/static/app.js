// SPDX-License-Identifier: EUPL-1.2
// Conveniences: every page works without this file. No content comes over the standing connection,
// only the word that something changed; the page itself is then fetched again.
(function () {
    'use strict';

    const main = document.getElementById('main');
    const bar = document.getElementById('sb-changed');

    // ---- what the officer has typed ----

    function changedField(field) {
        if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
        if (field.options) {
            const given = Array.from(field.options).some((option) => option.defaultSelected);
            return Array.from(field.options).some((option, index) =>
                option.selected !== (given ? option.defaultSelected : index === 0));
        }
        return field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue;
    }

    function beingFilled() {
        return main.querySelector('dialog[open], #sb-errors') !== null
            || Array.from(main.querySelectorAll('input, textarea, select')).some(changedField);
    }

    // ---- bring the page up to date ----

    let busy = false;
    let again = false;

    async function renew(evenIfFilled) {
        if (!evenIfFilled && beingFilled()) {
            bar.hidden = false;
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        try {
            const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
            if (!answer.ok || answer.redirected) {
                location.reload();
                return;
            }
            const text = await answer.text();
            if (!evenIfFilled && beingFilled()) bar.hidden = false;
            else put(new DOMParser().parseFromString(text, 'text/html'));
        } catch (offline) {
            // The standing connection comes back by itself and then says what changed.
        } finally {
            busy = false;
            if (again) {
                again = false;
                renew(false);
            }
        }
    }

    function put(page) {
        const next = page.getElementById('main');
        if (!next) return;
        const place = remember();
        const known = new Set(Array.from(main.querySelectorAll('[id]'), (one) => one.id));
        main.replaceChildren(...next.childNodes);
        main.dataset.since = next.dataset.since || '';
        document.title = page.title;
        document.querySelectorAll('.sb-marking').forEach((marking) => {
            const fresh = page.querySelector('.sb-marking[data-place="' + marking.dataset.place + '"]');
            if (fresh) marking.replaceChildren(...fresh.childNodes);
        });
        main.querySelectorAll('li[id], tr[id], article[id], section[id]').forEach((one) => {
            if (!known.has(one.id)) one.classList.add('sb-new');
        });
        recall(place);
        bar.hidden = true;
        const status = document.getElementById('sb-status');
        status.textContent = status.dataset.text;
        if (window.htmx) window.htmx.process(main);
        prepare();
    }

    function nameOf(element) {
        if (element.id) return '#' + CSS.escape(element.id);
        if (element.name) return element.localName + '[name="' + CSS.escape(element.name) + '"]';
        if (element.getAttribute('href')) return 'a[href="' + CSS.escape(element.getAttribute('href')) + '"]';
        return null;
    }

    function remember() {
        const active = document.activeElement;
        return {
            focus: main.contains(active) && active !== main ? nameOf(active) : null,
            caret: main.contains(active) && 'selectionStart' in active ? active.selectionStart : null,
            open: Array.from(main.querySelectorAll('details'), (one) => one.open),
            ids: Array.from(main.querySelectorAll('details[id]'), (one) => [one.id, one.open]),
            scrolls: Array.from(main.querySelectorAll('.sb-scroll'), (one) => [one.scrollLeft, one.scrollTop]),
            x: window.scrollX,
            y: window.scrollY,
        };
    }

    function recall(place) {
        const details = main.querySelectorAll('details');
        if (details.length === place.open.length) details.forEach((one, index) => { one.open = place.open[index]; });
        place.ids.forEach(([id, open]) => {
            const one = document.getElementById(id);
            if (one) one.open = open;
        });
        main.querySelectorAll('.sb-scroll').forEach((one, index) => {
            if (place.scrolls[index]) [one.scrollLeft, one.scrollTop] = place.scrolls[index];
        });
        const focus = place.focus && main.querySelector(place.focus);
        if (focus) {
            focus.focus({ preventScroll: true });
            if (place.caret !== null && focus.setSelectionRange && focus.type !== 'checkbox') {
                try { focus.setSelectionRange(place.caret, place.caret); } catch (notText) { /* no caret there */ }
            }
        }
        window.scrollTo(place.x, place.y);
    }

    bar.querySelector('button').addEventListener('click', async () => {
        await Promise.all(Array.from(main.querySelectorAll('form[data-draft]'), keep));
        renew(true);
    });

    // ---- drafts: what is typed into the form of an act is kept by itself ----

    const KEEP_AFTER = 2000;
    const typedInto = new Map();

    // Files are not kept: a draft holds what was typed.
    async function keep(form, leaving) {
        if (!typedInto.has(form)) return;
        window.clearTimeout(typedInto.get(form));
        typedInto.delete(form);
        const data = new FormData(form);
        form.querySelectorAll('input[type=file]').forEach((file) => data.delete(file.name));
        data.set('step', 'by-itself');
        const said = form.querySelector('[data-draft-said]');
        try {
            const answer = await fetch(form.action, {
                method: 'POST', body: new URLSearchParams(data), credentials: 'same-origin', keepalive: leaving === true,
            });
            const plain = (answer.headers.get('Content-Type') || '').startsWith('text/plain');
            said.textContent = plain && !answer.redirected ? await answer.text() : said.dataset.unkept;
        } catch (offline) {
            said.textContent = said.dataset.unkept;
            if (form.isConnected && !typedInto.has(form)) typed({ target: form });
        }
    }

    function typed(event) {
        const form = event.target.closest('form[data-draft]');
        if (!form) return;
        window.clearTimeout(typedInto.get(form));
        typedInto.set(form, window.setTimeout(() => keep(form), KEEP_AFTER));
    }

    document.addEventListener('input', typed);
    document.addEventListener('change', typed);
    window.addEventListener('pagehide', () => typedInto.forEach((timer, form) => keep(form, true)));

    // ---- the standing connection: only while the page is shown and the officer is there ----

    const AWAY_AFTER = 20 * 60 * 1000;
    let events = null;
    let lastSeen = Date.now();

    function listen() {
        if (events || !main.dataset.live || document.hidden || !window.EventSource) return;
        events = new EventSource('/live?since=' + encodeURIComponent(main.dataset.since || ''));
        events.addEventListener('changed', (event) => {
            main.dataset.since = event.lastEventId;
            const whose = event.data;
            if (whose === '*' || main.dataset.live === '*' || main.dataset.live === whose) renew(false);
        });
        events.addEventListener('beat', (event) => {
            main.dataset.since = event.lastEventId;
            if (Date.now() - lastSeen > AWAY_AFTER) hush();
        });
        events.addEventListener('over', hush);
        events.addEventListener('error', () => {
            // Refused (signed out, or the node is starting): try again, but not at once.
            if (events && events.readyState === EventSource.CLOSED) {
                events = null;
                window.setTimeout(listen, 4000);
            }
        });
    }

    function hush() {
        if (events) events.close();
        events = null;
    }

    document.addEventListener('visibilitychange', () => (document.hidden ? hush() : listen()));
    window.addEventListener('pagehide', hush);
    window.addEventListener('pageshow', listen);
    ['pointerdown', 'keydown', 'wheel'].forEach((sign) => window.addEventListener(sign, () => {
        lastSeen = Date.now();
        listen();
    }, { passive: true }));

    // ---- questions before what cannot be taken back: data-confirm on the form or the button ----

    document.addEventListener('submit', (event) => {
        const form = event.target;
        const button = event.submitter;
        const question = (button && button.dataset.confirm) || form.dataset.confirm;
        const dialog = document.getElementById('sb-confirm');
        if (!question || !dialog || form.dataset.confirmed) return;
        event.preventDefault();
        document.getElementById('sb-confirm-text').textContent = question;
        dialog.returnValue = '';
        dialog.addEventListener('close', () => {
            if (dialog.returnValue !== 'yes') return;
            form.dataset.confirmed = 'yes';
            form.requestSubmit(button);
        }, { once: true });
        dialog.showModal();
    });

    // What is sent is no draft any more.
    document.addEventListener('submit', (event) => {
        if (event.defaultPrevented) return;
        window.clearTimeout(typedInto.get(event.target));
        typedInto.delete(event.target);
    });

    // ---- keys ----

    let wentAt = 0;
    const keysOff = () => localStorage.getItem('samband.keys') === 'off';
    const go = { s: () => '/', t: (root) => root && root + '/text', d: (root) => root && root + '/dossiers' };

    function writing(target) {
        return target.isContentEditable || /^(input|textarea|select)$/.test(target.localName);
    }

    // From one open point of a joint text to the next or the one before.
    function step(way) {
        const steps = Array.from(main.querySelectorAll('[data-step]'));
        const at = steps.indexOf(document.activeElement.closest('[data-step]'));
        const next = steps[at < 0 && way < 0 ? steps.length - 1 : at + way];
        if (next) next.focus();
    }

    document.addEventListener('keydown', (event) => {
        if (keysOff() || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
        if (document.querySelector('dialog[open]')) return;
        const address = Date.now() - wentAt < 1200 && go[event.key] && go[event.key](document.body.dataset.root);
        wentAt = event.key === 'g' ? Date.now() : 0;
        if (address) location.href = address;
        else if (event.key === '?') {
            const help = document.getElementById('sb-keys');
            if (help) help.showModal();
        } else if (event.key === 'n' || event.key === 'p') {
            step(event.key === 'n' ? 1 : -1);
        } else if (event.key === '/' || event.key === 'f') {
            const search = event.key === '/' && document.getElementById('sb-search');
            const filter = search || main.querySelector('[data-filter], .sb-toolbar input:not([type=hidden]), input[type=search]');
            if (filter) {
                event.preventDefault();
                filter.focus();
            }
        }
    });

    // Character keys can be switched off. Source: WCAG 2.2, 2.1.4.
    document.addEventListener('click', (event) => {
        const button = event.target.closest('[data-keys-switch]');
        if (!button) return;
        localStorage.setItem('samband.keys', keysOff() ? 'on' : 'off');
        prepare();
    });

    // ---- things that only make sense with script ----

    function prepare() {
        document.querySelectorAll('[data-keys-switch]').forEach((button) => {
            button.hidden = false;
            button.textContent = keysOff() ? button.dataset.on : button.dataset.off;
        });
        document.querySelectorAll('[data-print]').forEach((button) => { button.hidden = false; });
        document.querySelectorAll('[data-copy]').forEach((button) => { button.hidden = !navigator.clipboard; });
        // What is missing is said by the node, in the officer's language and with its rule.
        document.querySelectorAll('form[method=post]').forEach((form) => { form.noValidate = true; });
    }

    document.addEventListener('click', (event) => {
        if (event.target.closest('[data-print]')) window.print();
    });

    // Copies the text of a field: data-copy names it.
    document.addEventListener('click', async (event) => {
        const button = event.target.closest('[data-copy]');
        if (!button) return;
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
        button.textContent = button.dataset.copied;
    });

    // Shows the theme before it is saved.
    document.addEventListener('change', (event) => {
        if (event.target.name === 'theme') document.documentElement.dataset.colorScheme = event.target.value;
    });

    prepare();
    listen();
    const errors = document.getElementById('sb-errors');
    if (errors) errors.focus();
})();
