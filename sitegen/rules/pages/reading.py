"""Pages of the rules about reading text: files, YAML, values."""

from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.reading_files import FILES
from sitegen.rules.pages.reading_sites import SITES
from sitegen.rules.pages.reading_values import VALUES
from sitegen.rules.pages.reading_yaml import YAML

READING: dict[str, RulePage] = {**FILES, **YAML, **VALUES, **SITES}
