"""`related:` in the front matter: documents that are there, other than the one that names them, and seen with it."""

from collections.abc import Iterable, Iterator

from sitegen.model.document import Edition
from sitegen.problems import Problem, problem
from sitegen.read.documents import SourceDocument
from sitegen.read.schema import nearest
from sitegen.read.source import Scalar, Sequence
from sitegen.urls import document_name


def check_related(documents: Iterable[SourceDocument], editions: Iterable[Edition]) -> Iterator[Problem]:
    """Names that no document has, a document's own name, and documents that no reader of this one can see."""
    documents = tuple(documents)
    naming = [document for document in documents if "related" in document.said.keys]
    if not naming:
        return
    known = tuple(sorted({document.path for document in documents}))
    shown: dict[str, int] = {}
    for edition in editions:
        if edition.gone is None:
            shown[edition.path] = shown.get(edition.path, 0) | edition.mask
    for document in naming:
        node = document.node("related")
        for item in node.items if isinstance(node, Sequence) else ():
            name = document_name(item.text.strip()) if isinstance(item, Scalar) else ""
            if not name:
                continue  # said when the front matter was read
            if name == document.path:
                yield problem("related-self", item.place, name=name)
            elif name not in known:
                yield problem("related-unknown", item.place, name=name, near=nearest(name, known))
            elif document.path in shown and not shown[document.path] & shown.get(name, 0):
                yield problem("related-not-shown", item.place, name=name)
