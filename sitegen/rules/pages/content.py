"""Pages of the rules about documents, in the order of `rules/content.py`: a table for each part of a document."""

from sitegen.rules.pages.content_facts import FACTS
from sitegen.rules.pages.content_folders import FOLDERS
from sitegen.rules.pages.content_front import FRONT
from sitegen.rules.pages.content_links import LINKS
from sitegen.rules.pages.content_text import TEXT
from sitegen.rules.pages.page import RulePage

CONTENT: dict[str, RulePage] = {**FOLDERS, **FRONT, **FACTS, **TEXT, **LINKS}
