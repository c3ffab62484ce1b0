"""What people do to a project: a table of small random edits on a `Network` held in memory."""

import datetime as dt
from random import Random

from tests.diary.choices import Edit, full_site, id_of, sentence, slug_of, some_doc, some_override, some_site
from tests.diary.claims import claims
from tests.diary.network import Doc, Network, article
from tests.diary.offices import (
    accept,
    canonical,
    drop_host,
    expire,
    hold,
    hub,
    move_host,
    next_turn,
    offer,
    outgrow,
    release,
    retract,
    review,
    urge,
)
from tests.diary.ties import major, minor, outdate, renew, retranslate, section, surpass, translate


def add_document(net: Network, rng: Random) -> str:
    slug = f"baru-{net.next()}"
    target = rng.choice(["", "", "", "{only: [papua]}", "{except: [dinkesSatu]}", "{only: [dinkesLima, jawa]}"])
    front = {"sites": target} if target else {}
    if rng.random() < 0.3:
        front["sources"] = '[{title: "Sumber & <sumber>", seen: 2026-11-01}]'
    if rng.random() < 0.2:
        front["task"] = f"{{order: {net.next()}, title: Tugas {slug}, text: Teks}}"
    if rng.random() < 0.2:
        front["date"] = str(net.today + dt.timedelta(rng.randint(-3, 9)))
    if rng.random() < 0.2:
        front["expires"] = str(net.today + dt.timedelta(rng.randint(20, 40)))
    body = [sentence(net, rng)]
    if rng.random() < 0.5:
        body.append("::: only kepulauan, dinkesEmpat\nUntuk sebagian.\n:::\n\nSisanya.")
    if rng.random() < 0.5:
        body.append(rng.choice(['Telepon {{ contact.phone | default("119") }}.', "[Situs]({{ site.base_url }})"]))
    if rng.random() < 0.4:
        body.append("## Judul\n\nKe [satu](satu.md).[^1]\n\n[^1]: Kaki.")
    layer = rng.choice(["shared", "shared", "shared", "groups/papua", f"sites/{id_of(full_site(net, rng))}"])
    if not layer.startswith("shared"):
        front.pop("sites", None)
    made = article(
        f"Judul {slug}", rng.choice(["[jkn]", "[gizi, darurat]", "[darurat]"]), rng.randint(0, 50), "", **front
    )
    made.body = "\n\n".join(body)
    net.docs[f"content/{layer}/artikel/{slug}.md"] = made
    return f"add {layer}/{slug} {front}"


def edit_body(net: Network, rng: Random) -> str:
    path = rng.choice(sorted(net.docs))
    net.docs[path].body += f"\n\n{sentence(net, rng)}"
    return f"body {path}"


def edit_front(net: Network, rng: Random) -> str:
    path = some_doc(net, rng)
    key = rng.choice(["title", "summary", "weight", "date", "topics", "checked"])
    value = {
        "title": f'"{rng.choice("ABZé")}judul & <{net.next()}>"',
        "summary": f'"Ringkas {net.next()}"',
        "weight": str(rng.randint(0, 99)),
        "date": str(dt.date(2026, 10, rng.randint(1, 31))),
        "topics": rng.choice(["[jkn]", "[gizi]", "[darurat, jkn]"]),
        "checked": str(net.today),
    }[key]
    net.docs[path].front[key] = value
    return f"front {path} {key}: {value}"


def rename(net: Network, rng: Random) -> str:
    """A rename with an alias; links to it and overrides of it are renamed too."""
    path = some_doc(net, rng, layer="content/shared")
    old = slug_of(path).partition(".")[0]
    new = f"nama-{net.next()}"
    for at in sorted(net.docs):
        folder, _, name = at.rpartition("/")
        if folder.endswith("/artikel") and name.partition(".")[0] == old:
            doc = net.docs.pop(at)
            if "override" not in doc.front:
                before = doc.front.get("aliases", "[]").strip("[]")
                doc.front["aliases"] = f"[{', '.join(filter(None, [before, f'artikel/{old}.html']))}]"
            net.docs[f"{folder}/{new}{name[len(old) :]}"] = doc
    for doc in net.docs.values():
        doc.body = doc.body.replace(f"({old}.md", f"({new}.md").replace(f"({old}/", f"({new}/")
        if "withdrawn" in doc.front:
            doc.front["withdrawn"] = doc.front["withdrawn"].replace(f"artikel/{old}}}", f"artikel/{new}}}")
    for known in net.accepted.values():
        if f"artikel/{old}" in known:
            known[f"artikel/{new}"] = known.pop(f"artikel/{old}")
    for at in sorted(net.files):
        if f"/artikel/{old}/" in at:
            net.files[at.replace(f"/artikel/{old}/", f"/artikel/{new}/")] = net.files.pop(at)
    return f"rename {old} -> {new}"


def delete_document(net: Network, rng: Random) -> str:
    """A deletion without a trace: its URLs would be lost."""
    path = some_doc(net, rng)
    del net.docs[path]
    return f"delete {path}"


def withdraw(net: Network, rng: Random) -> str:
    path = some_doc(net, rng)
    front = net.docs[path].front
    if "withdrawn" in front and rng.random() < 0.7:
        del front["withdrawn"]
        return f"unwithdraw {path}"
    when = net.today + dt.timedelta(rng.choice([-2, 0, 3]))
    where = rng.choice(["", ", sites: {only: [papua]}"])
    front["withdrawn"] = f"{{on: {when}, reason: Sudah lama{where}, instead: artikel/satu}}"
    return f"withdraw {path} {front['withdrawn']}"


def retarget(net: Network, rng: Random) -> str:
    path = some_doc(net, rng, layer="content/shared")
    value = rng.choice(["", "{only: [papua, jawa]}", "{except: [dinkesLima]}", "{only: [kepulauan, dinkesEmpat]}"])
    net.docs[path].front["sites"] = value
    if not value:
        del net.docs[path].front["sites"]
    return f"target {path} {value}"


def override(net: Network, rng: Random) -> str:
    kind = rng.choice(["add", "add", "edit", "remove", "mode"])
    path = some_override(net, rng)
    if kind == "add" or not path:
        base = slug_of(some_doc(net, rng, layer="content/shared"))
        layer = rng.choice([*(f"groups/{g}" for g in net.groups), f"sites/{id_of(full_site(net, rng))}"])
        mode = rng.choice(["before", "after", "replace", "fields"])
        front = {"override": mode}
        if mode == "fields":
            net.docs[f"content/{layer}/artikel/{base}.md"] = Doc({**front, "title": f'"Judul daerah {net.next()}"'}, "")
            return f"override {layer}/{base} {mode}"
        if rng.random() < 0.3:
            front["title"] = f'"Judul daerah {net.next()}"'
        body = f"Catatan {{{{ site.place }}}}.\n\n{sentence(net, rng)}"
        if mode == "replace":
            body += "\n\n## Akhir {#akhir}\n\n## Mulai {#mulai}"
        net.docs[f"content/{layer}/artikel/{base}.md"] = Doc(front, body)
        return f"override {layer}/{base} {mode}"
    if kind == "remove":
        del net.docs[path]
    elif net.docs[path].front["override"] == "fields":
        net.docs[path].front["title"] = f'"Judul daerah {net.next()}"'
    elif kind == "mode":
        net.docs[path].front["override"] = rng.choice(["before", "after", "replace"])
    else:
        net.docs[path].body += f"\n\n{sentence(net, rng)}"
    return f"override {kind} {path}"


def site_facts(net: Network, rng: Random) -> str:
    domain = some_site(net, rng)
    values = net.sites[domain]
    kind = rng.choice(["phone", "fact", "clear", "url", "tags", "identity"])
    number = net.next()
    if kind == "phone":
        values["contact"] = (
            f'{{phone: "0971 {number:06}", address: "Jalan <{number}> & dll", source: Surat, verified: 2026-11-01}}'
        )
    elif kind == "fact":
        values["facts"] = f'{{jadwal: "Jam {number} <>\\" \' &", laman: "https://l{number}.example/?a=1&b=2"}}'
    elif kind == "url":
        values["base_url"] = f"https://situs{number}.example/{rng.choice(['', 'bawah/'])}"
    elif kind == "tags":
        values["tags"] = rng.choice(["[pesisir]", "[gunung, kota]"])
    elif kind == "identity" and "identity" not in values:
        values["identity"] = (
            f"{{status: confirmed, by: Pak {number}, on: 2026-11-20, official_url: 'https://o.example/'}}"
        )
    else:
        for key in ("contact", "facts", "identity", "tags"):
            values.pop(key, None)
    return f"{kind} of {domain}: {values}"


def languages(net: Network, rng: Random) -> str:
    domain = full_site(net, rng)
    net.sites[domain]["languages"] = value = rng.choice(["[id]", "[id, en]", "[en, id]", "[id, en, su]"])
    return f"languages of {domain}: {value}"


def theme_of_site(net: Network, rng: Random) -> str:
    domain = some_site(net, rng)
    net.sites[domain]["theme"] = value = rng.choice(["default", "lain"])
    return f"theme of {domain}: {value}"


def later(net: Network, rng: Random) -> str:
    net.today += dt.timedelta(rng.choice([1, 1, 2, 6]))
    return f"date {net.today}"


def _append(net: Network, path: str, text: str) -> str:
    net.files[path] += text.encode()
    return f"{path} += {text!r}"


def edit_theme(net: Network, rng: Random) -> str:
    top = f"themes/{rng.choice(['default', 'lain'])}"
    number = net.next()
    choices = (
        ("templates/base.html", f"<!-- {number} {{{{ site.name }}}} {{{{ page.head.title }}}} -->\n"),
        ("templates/cards/row.html", f"<!-- {number} {{{{ card.title|upper }}}} -->\n"),
        ("templates/cards/latest.html", "{% if site.confirmed %}resmi{% else %}belum{% endif %}\n"),
        ("templates/base.html", "{{ site.province|upper }}\n"),
        ("templates/home.html", f"{{# {number} #}}"),
        ("templates/partials/footer.html", f"<p>{number} {{{{ site.name }}}}</p>\n"),
        ("templates/partials/contact.html", f"{{% if site.contact.phone %}}{number}{{% endif %}}\n"),
        ("templates/files/robots.txt", f"# {number}\n"),
        ("templates/parts/contents.html", f"<!-- {number} -->"),
        ("style/base.css", f"p{{margin:{number}px}}\n"),
        ("script.js", f"console.log({number})\n"),
        ("strings/en.po", f'\nmsgid "Pesan {number}"\nmsgstr "Message"\n'),
    )
    return _append(net, *((f"{top}/{path}", text) for path, text in [rng.choice(choices)]).__next__())


def mend_theme(net: Network, rng: Random) -> str:
    """The same template again as at the beginning: fallbacks become programs once more."""
    from tests.diary.theme import theme

    name = rng.choice(["default", "lain"])
    files = theme(name, rng.choice([2, 3, 10]))
    for path in [path for path in net.files if any(path.startswith(f"{file}/") for file in files)]:
        del net.files[path]  # `static` has made a folder of a file
    net.files |= files
    return f"theme {name} as it was"


def catalogue(net: Network, rng: Random) -> str:
    path = f"themes/{rng.choice(['default', 'lain'])}/strings/en.po"
    net.files[path] = net.files[path].replace(b"With a local note", f"Local note {net.next()} &".encode())
    return f"catalogue {path}"


def static(net: Network, rng: Random) -> str:
    known = sorted(p for p in net.files if "/static/" in p or p.endswith(".png"))
    kind = rng.choice(["add", "change", "remove", "shape"])
    if kind == "add" or not known:
        where = rng.choice(["content/shared", "content/groups/papua", "content/sites/dinkesEnam", "themes/default"])
        path = f"{where}/static/{rng.choice(['', 'a/', 'a/b/'])}f{net.next()}.txt"
        net.files[path] = f"isi {net.number}\n".encode()
    elif kind == "shape":  # a file where there was a folder, and the other way round
        files = [p for p in known if "/static/" in p]
        path = rng.choice(files or known)
        data = net.files.pop(path)
        for inner in [p for p in net.files if p.startswith(f"{path}/")]:
            del net.files[inner]
        net.files[f"{path}/dalam.txt" if rng.random() < 0.5 else path.rpartition("/")[0] + f"/x{net.next()}"] = data
    else:
        path = rng.choice(known)
        if kind == "change":
            net.files[path] += b"!"
        else:
            del net.files[path]
    return f"static {kind} {path}"


def beside(net: Network, rng: Random) -> str:
    """A file beside a document, and a link to it."""
    doc = some_doc(net, rng, layer="content/shared")
    slug = slug_of(doc).partition(".")[0]
    name = f"lampiran-{net.next()}.pdf"
    net.files[f"content/shared/artikel/{slug}/{name}"] = f"%PDF {net.number}".encode()
    net.docs[doc].body += f"\n\n[Lampiran]({slug}/{name})"
    return f"beside {doc} {name}"


def download(net: Network, rng: Random) -> str:
    """A download with its file, another file under its name, a file of one place, or no download any more."""
    known = sorted(p for p in net.docs if "/unduhan/" in p)
    kind = rng.choice(["add", "file", "file", "own", "fields"]) if known else "add"
    slug = f"lembar-{net.next()}" if kind == "add" else slug_of(known[0])
    front = {"title": f'"Lembar {net.next()}"', "summary": "Tabel.", "date": "2026-11-01", "file": "lembar.csv"}
    front["policy"] = "mandatory"  # offices hold articles back: tests.diary.offices
    rows = f"Nama;Jumlah\r\nBaris {net.next()};{rng.randint(0, 9)}\r\n".encode()
    if kind in ("add", "fields"):
        net.docs[f"content/shared/unduhan/{slug}.md"] = Doc(front, sentence(net, rng) if rng.random() < 0.5 else "")
    if kind in ("add", "file"):
        net.files[f"content/shared/unduhan/{slug}/lembar.csv"] = rows * rng.randint(1, 99)
    if kind == "own":
        net.files[f"content/sites/{id_of(full_site(net, rng))}/unduhan/{slug}/lembar.csv"] = rows
    return f"download {kind} {slug}"


def quiz(net: Network, rng: Random) -> str:
    """A quiz, or another one under its name."""
    there = "content/shared/artikel/satu.md" in net.docs  # it may be renamed for good
    link = ": [satu](../artikel/satu.md)" if there else ""
    questions = "\n\n".join(
        f"## Pertanyaan {n}?\n\n- [x] {sentence(net, rng)}\n- [ ] Bukan & tidak\n\n"
        f"{sentence(net, rng)} Di {{{{ site.place }}}}{link}."
        for n in range(rng.randint(3, 5))
    )
    slug = rng.choice(["kuis-a", "kuis-b"])
    front = {"title": "Kuis", "summary": "Uji.", "date": "2026-11-01", "sources": "[{title: Sumber}]"}
    front["policy"] = "mandatory"
    net.docs[f"content/shared/kuis/{slug}.md"] = Doc(front, questions)
    return f"quiz {slug}"


def topics(net: Network, rng: Random) -> str:
    if rng.random() < 0.3:
        net.topics = dict(reversed(net.topics.items()))
        return "topics reversed"
    slug = rng.choice(sorted(net.topics))
    net.topics[slug] = f'"Topik & <{net.next()}>"'
    return f"topic {slug} {net.topics[slug]}"


def translation(net: Network, rng: Random) -> str:
    path = some_doc(net, rng, layer="content/shared")
    base = path.removesuffix(".md").removesuffix(".en")
    if f"{base}.en.md" in net.docs and rng.random() < 0.3:
        del net.docs[f"{base}.en.md"]
        return f"no longer translated {base}"
    net.docs[f"{base}.en.md"] = article(f"English {net.next()}", "[jkn]", 7, f"Text {sentence(net, rng)}")
    return f"translation {base}"


def add_site(net: Network, rng: Random) -> str:
    district = rng.choice(net.spare)
    domain = f"dinkesBaru{net.next()}.example"
    rows = list(net.sites.items())
    rows.insert(rng.randint(0, len(rows)), (domain, {"district": district}))
    net.sites = dict(rows)
    return f"add site {domain} {district}"


def remove_site(net: Network, rng: Random) -> str:
    domain = some_site(net, rng)
    if len(net.sites) < 5:
        return add_site(net, rng)
    del net.sites[domain]
    name = id_of(domain)
    net.accepted.pop(name, None)
    net.hub = "" if net.hub == name else net.hub
    for path in [p for p in net.files if p.startswith(f"content/sites/{name}/")]:
        del net.files[path]
    for path in [p for p in net.docs if p.startswith(f"content/sites/{name}/")]:
        del net.docs[path]
    for values in net.groups.values():
        if "sites" in values:
            members = [m.strip() for m in values["sites"].strip("[]").split(",")]
            values["sites"] = f"[{', '.join(m for m in members if m != name)}]"
    return f"remove site {domain}"


def move_site(net: Network, rng: Random) -> str:
    """Another order in sites.yaml moves every bit of every mask, and no byte."""
    rows = list(net.sites.items())
    rng.shuffle(rows)
    net.sites = dict(rows)
    return "sites shuffled"


def group(net: Network, rng: Random) -> str:
    members = sorted(rng.sample([id_of(d) for d in net.sites], k=rng.randint(1, 3)))
    net.groups["kepulauan"] = {"title": f"Pulau {net.next()}", "sites": f"[{', '.join(members)}]"}
    if rng.random() < 0.3:
        net.groups["kepulauan"]["contact"] = '{hours: "08-15"}'
    if rng.random() < 0.3:
        net.groups = dict(reversed(net.groups.items()))
    return f"group kepulauan {members}"


EDITS: tuple[tuple[int, Edit], ...] = (
    (7, add_document),
    (7, edit_body),
    (6, edit_front),
    (4, rename),
    (3, delete_document),
    (5, withdraw),
    (4, retarget),
    (8, override),
    (6, site_facts),
    (2, languages),
    (2, theme_of_site),
    (4, later),
    (8, edit_theme),
    (2, mend_theme),
    (2, catalogue),
    (5, static),
    (3, beside),
    (4, download),
    (3, quiz),
    (3, topics),
    (3, translation),
    (3, add_site),
    (3, remove_site),
    (2, move_site),
    (4, group),
    (1, retract),
    (4, claims),
)
REFUSED = frozenset({delete_document, retract})  # they would make published pages vanish, and are mostly taken back

# Edits that only mean something after each other. By chance they would seldom meet; between them anything may happen.
CHAPTERS: tuple[tuple[Edit, ...], ...] = (
    (section, outdate, renew, outdate, minor, major),
    (translate, surpass, retranslate),
    (hold, offer, accept, outgrow, release),
    (review, next_turn, expire, next_turn),
    (move_host, edit_front, drop_host),
    (hub, canonical, canonical),
    (hold, offer, urge),
)


def some_edit(net: Network, rng: Random) -> str:
    """One of the edits, by weight; now and then one of a chapter."""
    if rng.random() < 0.15:
        return rng.choice(rng.choice(CHAPTERS))(net, rng) or "(nothing to do that to, yet)"
    edit = rng.choices([edit for _, edit in EDITS], [weight for weight, _ in EDITS])[0]
    return edit(net, rng)


def owed(number: int, diaries: int) -> list[Edit]:
    """What the diary `number` (from 0) of so many tells in any case: together they tell of every edit there is."""
    return [
        *(edit for chapter in CHAPTERS[number::diaries] for edit in chapter),
        *(edit for _, edit in EDITS[number::diaries]),
    ]


MISTAKES: tuple[tuple[str, str, bytes], ...] = (
    ("front matter", "content/shared/artikel/rusak.md", b"---\ntitle: [\n---\nIsi.\n"),
    ("no front matter", "content/shared/artikel/rusak.md", b"Isi.\n"),
    ("unknown key", "content/shared/artikel/rusak.md", b"---\ntitle: A\njudul: B\n---\nIsi.\n"),
    ("not UTF-8", "content/shared/artikel/rusak.md", b"---\ntitle: A\xff\n---\nIsi.\n"),
    ("raw HTML", "content/shared/halaman/rusak.md", b"---\ntitle: A\nsummary: B\n---\nIsi <b>tebal</b>.\n"),
    ("unknown fact", "content/shared/halaman/rusak.md", b"---\ntitle: A\nsummary: B\n---\n{{ contact.fax }}\n"),
    ("missing fact", "content/shared/halaman/rusak.md", b"---\ntitle: A\nsummary: B\n---\n{{ facts.jadwal }}\n"),
    ("bad link", "content/shared/halaman/rusak.md", b"---\ntitle: A\nsummary: B\n---\n[x](../artikel/tiada.md)\n"),
    ("open block", "content/shared/halaman/rusak.md", b"---\ntitle: A\nsummary: B\n---\n::: only papua\nx\n"),
    ("template", "themes/default/templates/page.html", b"{% if %}"),
    ("undefined in a template", "themes/default/templates/page.html", b"{{ page.tiada }}"),
    ("undefined of the site", "themes/default/templates/page.html", b"{{ site.tiada }}"),
    ("undefined in a partial", "themes/default/templates/partials/footer.html", b"{{ site.tiada }}"),
    ("wrong type in a template", "themes/default/templates/page.html", b"{{ page.title + 1 }}"),
    ("unknown layer", "content/sites/tiada/artikel/x.md", b"---\ntitle: A\n---\nx\n"),
    ("two on one path", "content/shared/static/kontak.html", b"x"),
    ("catalogue", "themes/default/strings/en.po", b"bukan katalog\n"),
)
