// What the tests ask of a page that is open. One object; each question gives a list of faults, empty if all is well.
({
  // --- what a reader sees -------------------------------------------------------------------------------------------
  name(e) {
    const more = e.id ? `#${e.id}` : e.classList.length ? `.${[...e.classList].join('.')}` : '';
    const up = e.parentElement && e.parentElement !== document.body ? `${e.parentElement.localName} > ` : '';
    return `${up}${e.localName}${more} "${(e.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  },
  // For screen readers only: a pixel, or clipped away.
  unseen(e) {
    for (let at = e; at; at = at.parentElement) {
      const style = getComputedStyle(at), box = at.getBoundingClientRect();
      if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)') return true;
      if (style.overflow !== 'visible' && style.position === 'absolute' && box.width <= 1 && box.height <= 1) return true;
    }
    return false;
  },
  shown(e) {
    if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.right + scrollX > 0 && box.bottom + scrollY > 0 && !this.unseen(e);
  },
  // Every piece of text that is seen, with the element around it and the boxes of its lines.
  texts() {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const e = node.parentElement;
      if (!node.data.trim() || e.closest('script,style,noscript,template') || !this.shown(e)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({e, boxes: [...range.getClientRects()].filter(box => box.width > 1)});
    }
    return found;
  },

  // --- colours ------------------------------------------------------------------------------------------------------
  // WCAG 2.2, 1.4.6: the contrast of all text that is seen, links and muted text included.
  contrast(least) {
    const context = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true}), known = new Map();
    const parsed = colour => {
      if (!known.has(colour)) {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
        known.set(colour, [r, g, b, a / 255]);
      }
      return known.get(colour);
    };
    const over = ([r, g, b, a], under) => [r, g, b].map((c, n) => c * a + under[n] * (1 - a));
    const ground = e => {
      const layers = [];
      for (let at = e; at; at = at.parentElement) {
        const colour = parsed(getComputedStyle(at).backgroundColor);
        layers.push(colour);
        if (colour[3] === 1) break;
      }
      const canvas = parsed('canvas');
      return layers.reverse().reduce((under, colour) => over(colour, under), canvas.slice(0, 3));
    };
    const light = colour => colour.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
      .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
    const faults = new Map(), grounds = new Map();
    for (const {e} of this.texts()) {
      if (!grounds.has(e)) {
        const under = ground(e), colour = [...parsed(getComputedStyle(e).color)];
        for (let at = e; at; at = at.parentElement) colour[3] *= Number(getComputedStyle(at).opacity);
        const [a, b] = [light(over(colour, under)), light(under)].sort((x, y) => y - x);
        grounds.set(e, (a + 0.05) / (b + 0.05));
      }
      if (grounds.get(e) < least - 0.005) faults.set(e, `contrast ${grounds.get(e).toFixed(2)} in ${this.name(e)}`);
    }
    return [...faults.values()];
  },

  // --- room ---------------------------------------------------------------------------------------------------------
  // WCAG 2.2, 1.4.10 and 1.4.4: nothing scrolls sideways but tables in a box of their own, and no text is cut off.
  sideways() {
    const wide = innerWidth, faults = [];
    if (document.scrollingElement.scrollWidth > wide) faults.push(`${document.scrollingElement.scrollWidth} px wide`);
    const outside = (e, box) => {
      for (let at = e; at && at !== document.documentElement; at = at.parentElement) {
        const flow = getComputedStyle(at).overflowX, room = at.getBoundingClientRect();
        if (flow === 'auto' || flow === 'scroll') return at !== document.body && room.right <= wide + 1 ? '' : 'beyond the edge';
        if (flow !== 'visible' && (box.right > room.right + 1 || box.left < room.left - 1)) return 'cut off';
      }
      return box.right > wide + 1 || box.left < -1 ? 'beyond the edge' : '';
    };
    for (const {e, boxes} of this.texts()) {
      const said = boxes.map(box => outside(e, box)).find(Boolean);
      if (said) faults.push(`${said}: ${this.name(e)}`);
    }
    return faults;
  },

  // --- hands and keys -----------------------------------------------------------------------------------------------
  stops() {
    const all = document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex],audio[controls]');
    return [...all].filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && !e.closest('[inert]')
      && e.checkVisibility({visibilityProperty: true}));
  },
  // A link in a line of other text, whose height that text decides (the exception of WCAG 2.2, 2.5.8).
  flows(e) {
    if (getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll('a,button,script,style').forEach(link => link.remove());
    return copy.textContent.trim() !== '';
  },
  targets(least) {
    const controls = this.stops().filter(e => e.matches('a,button,input,select,textarea,summary') && this.shown(e));
    return controls.filter(e => !this.flows(e)).flatMap(e => {
      const {width, height} = e.getBoundingClientRect();
      return Math.min(width, height) < least - 0.01 ? [`target ${width.toFixed(1)} x ${height.toFixed(1)}: ${this.name(e)}`] : [];
    });
  },
  // The first stop leads past the head of the page; asked after the first press of Tab.
  skip() {
    const e = document.activeElement, href = e.getAttribute('href') || '';
    const target = href.startsWith('#') && document.getElementById(decodeURIComponent(href.slice(1)));
    if (!target || target.closest('main') === null) return [`Tab first reaches ${this.name(e)}, not the skip link`];
    return this.shown(e) ? [] : ['the skip link is not seen when it has the focus'];
  },
  // WCAG 2.2, 2.4.7: how each stop changes when it gets the focus; asked after a press of Tab, so that the browser shows it.
  focus() {
    const look = e => {
      const s = getComputedStyle(e);
      return {shadow: s.boxShadow, ground: s.backgroundColor,
        outline: s.outlineStyle === 'none' || (s.outlineStyle !== 'auto' && parseFloat(s.outlineWidth) < 2) ? '' : `${s.outlineColor} ${s.outlineWidth}`};
    };
    return this.stops().flatMap(e => {
      e.blur();
      const before = look(e);
      e.focus({preventScroll: true});
      const after = look(e);
      if (document.activeElement !== e) return [`takes no focus: ${this.name(e)}`];
      if (!e.matches(':focus-visible')) return [`the focus is not shown: ${this.name(e)}`];
      return Object.keys(after).some(key => after[key] && after[key] !== before[key]) ? [] : [`no sign of focus: ${this.name(e)}`];
    });
  },
  path() {
    return this.stops().map(e => this.name(e));
  },
  here() {
    return [this.name(document.activeElement)];
  },
  // Opens the menu if the main navigation is folded away, and gives what of it is lower than `least`.
  menu(least) {
    const nav = document.querySelector('header nav');
    if (!nav) return [];
    const links = [...nav.querySelectorAll('a[href]')];
    if (!links.some(e => this.shown(e))) {
      const fold = nav.closest('details') || nav.querySelector('details');
      const opener = fold ? fold.querySelector('summary')
        : document.querySelector(`header a[href="#${nav.id}"],header [popovertarget="${nav.id}"]`);
      if (!opener) return ['the main navigation is hidden and nothing opens it'];
      if (opener.getBoundingClientRect().height < least) return [`low: ${this.name(opener)}`];
      opener.click();
    }
    const seen = links.filter(e => this.shown(e));
    if (!seen.length) return ['the main navigation does not open'];
    return seen.filter(e => e.getBoundingClientRect().height < least - 0.01).map(e => `low: ${this.name(e)}`);
  },

  // --- without scripts ----------------------------------------------------------------------------------------------
  lines() {
    return document.body.innerText.split('\n').map(line => line.trim().replace(/\s+/g, ' ')).filter(Boolean);
  },
  // Controls that do nothing where no script runs.
  dead() {
    const id = href => document.getElementById(decodeURIComponent(href));
    return [...document.querySelectorAll('a,button,input,select,textarea,[role=button],[onclick]')].filter(e => {
      if (!this.shown(e)) return false;
      if (e.type === 'radio' && e.closest('fieldset')) return false; // a mark for the reader: to choose is all that it does
      if (e.localName === 'a') {
        const href = e.getAttribute('href');
        if (href === null) return e.getAttribute('aria-current') === null;
        return /^javascript:/i.test(href) || href === '#' || (href.startsWith('#') && !id(href.slice(1)));
      }
      const opens = e.getAttribute('popovertarget') || e.getAttribute('commandfor');
      return !(opens && id(opens)) && !(e.form && e.form.hasAttribute('action'));
    }).map(e => `dead: ${this.name(e)}`);
  },

  // --- what a page leaves behind ------------------------------------------------------------------------------------
  async kept() {
    const counts = {
      localStorage: localStorage.length, sessionStorage: sessionStorage.length, cookies: document.cookie.length,
      databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
    return Object.entries(counts).filter(([, count]) => count).map(([name, count]) => `${name}: ${count}`);
  },
  blocking() {
    return performance.getEntriesByType('resource').filter(r => r.renderBlockingStatus === 'blocking').map(r => `blocks: ${r.name}`);
  },

  // --- on paper -----------------------------------------------------------------------------------------------------
  // Navigation and controls that would be printed; asked while the page is shown as on paper.
  printed() {
    return [...document.querySelectorAll('nav,button,input,form')].filter(e => this.shown(e)).map(e => `printed: ${this.name(e)}`);
  },
  outward() {
    return [...document.querySelectorAll('main a[href^="http"]')].filter(e => this.shown(e)).map(e => e.getAttribute('href'));
  },
  dates() {
    return [...document.querySelectorAll('time[datetime]')].filter(e => this.shown(e)).map(e => e.textContent.trim());
  },
  // Pictures at least 15 mm square.
  pictures() {
    return [...document.querySelectorAll('svg,img,canvas')].filter(e => {
      const {width, height} = e.getBoundingClientRect();
      return this.shown(e) && Math.min(width, height) >= 56;
    }).map(e => this.name(e));
  },
})
