/* Search: lists what fits ?q= above the titles of the site map. start.js, which stands in the page, loads the index
   and then this file, and only if there is a query. All text is set as text, never as markup. */
(() => {
  const box = document.getElementById('_hasil'), field = document.getElementById('_q')
  const query = (new URLSearchParams(location.search).get('q') || '').trim().slice(0, 100)
  const said = box.dataset, head = box.querySelector('h2'), list = box.querySelector('ol'), note = box.querySelector('p')
  const root = box.dataset.root, here = document.documentElement.lang

  // Affixes of Indonesian; after some prefixes a consonant has melted into them (menulis: tulis).
  const BEFORE = {di: '', ke: '', se: '', ter: '', ber: '', be: '', bel: '', per: '', pe: '', pel: '', me: '', mem: 'p', men: 't',
    meng: 'k', meny: 's', pem: 'p', pen: 't', peng: 'k', peny: 's'}
  const AFTER = ['kah', 'lah', 'pun', 'nya', 'ku', 'mu', 'kan', 'an', 'i']
  // What is left of a word has at least so many letters: of an indexed one more, so that few remnants are words.
  const LEAST = 3, INDEXED = 4, WHOLE = 1, PART = .8
  let stop, also

  const words = text => text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}]+/gu) || []

  // A word and all that it may be a form of. What is no word is in no index, so it does no harm.
  function forms(word, least) {
    const found = new Set([word])
    const add = form => form.length >= least && found.add(form)
    for (let round = 0; round < 3; round++) for (const form of [...found]) AFTER.forEach(e => form.endsWith(e) && add(form.slice(0, -e.length)))
    for (let round = 0; round < 2; round++) for (const form of [...found]) for (const start in BEFORE) if (form.startsWith(start)) {
      const rest = form.slice(start.length)
      add(rest)
      if (BEFORE[start] && /^[aeiou]/.test(rest)) add(BEFORE[start] + rest)
    }
    return [...found]
  }

  // Which records hold a word, with the best score of its forms; a word that nothing holds may be a slip of the fingers.
  function holding(engine, word) {
    const best = new Map(), all = [word, ...also.get(word) || []].flatMap(one => forms(one, LEAST))
    const ask = (form, options, weight) => engine.search(form, options).forEach(hit =>
      best.set(hit.id, Math.max(best.get(hit.id) || 0, hit.score * weight)))
    for (const form of all) ask(form, {prefix: form === word && word.length > LEAST}, form === word ? WHOLE : PART)
    if (!best.size) for (const form of all) if (form === word || form.length > LEAST)
      ask(form, {fuzzy: form === word && word.length > 5 ? 2 : 1}, form === word ? WHOLE : PART)
    return best
  }

  function found(records) {
    const engine = new MiniSearch({
      fields: ['title', 'summary', 'headings', 'text'],
      tokenize: words,
      processTerm: term => stop.has(term) ? null : term,
      searchOptions: {boost: {title: 4, summary: 2, headings: 2}, tokenize: text => [text], processTerm: term => term},
    })
    const full = text => words(text).map(word => stop.has(word) ? '' : forms(word, INDEXED).join(' ')).join(' ')
    engine.addAll(records.map(([, title, summary, headings, text], id) =>
      ({id, title: full(title), summary: full(summary), headings, text})))
    const asked = words(query), telling = asked.filter(word => !stop.has(word)), wanted = telling.length ? telling : asked
    const sums = new Map()
    for (const word of new Set(wanted)) holding(engine, word).forEach((score, id) => {
      const sum = sums.get(id) || {score: 0, words: 0}
      sums.set(id, {score: sum.score + score, words: sum.words + 1})
    })
    const rank = [...sums].sort(([a, x], [b, y]) => y.score * y.words - x.score * x.words || a - b)
    // A page in two languages is listed once: in the language of this page, if it has it.
    const name = ([path, , , , , lang]) => lang && path.startsWith(lang + '/') || path.startsWith('id/') ? path.slice(path.indexOf('/') + 1) : path
    const speaks = record => (record[5] || 'id') === here
    const own = new Map(records.filter(speaks).map(record => [name(record), record]))
    return [...new Set(rank.map(([id]) => records[id]).filter(r => speaks(r) || !r[5]).map(r => own.get(name(r)) || r))].slice(0, 20)
  }

  function show(records) {
    for (const [path, title, summary, , , lang = 'id'] of records) {
      const item = document.createElement('li'), link = document.createElement('a'), text = document.createElement('p')
      if (lang !== here) item.lang = lang
      link.href = root + path
      link.textContent = title
      text.textContent = summary
      item.append(document.createElement('h3'), text)
      item.firstChild.append(link)
      list.append(item)
    }
    note.textContent = (records.length ? said.some : said.none).replace('{n}', records.length)
    box.lastElementChild.hidden = false
    head.focus()
  }

  field.value = query
  if (typeof sitegenIndex === 'object') {
    stop = new Set(sitegenIndex.stop)
    also = new Map(sitegenIndex.also.map(row => [row[0], row.slice(1)]))
    show(found(sitegenIndex.pages))
  }
})()
