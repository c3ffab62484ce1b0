"""Why each rule exists, with an example: one table for each file of `rules/`. A build imports none of them."""

from sitegen.rules.pages.aids import AIDS
from sitegen.rules.pages.claims import CLAIMS
from sitegen.rules.pages.comparing import COMPARING
from sitegen.rules.pages.content import CONTENT
from sitegen.rules.pages.explaining import EXPLAINING
from sitegen.rules.pages.facilities import FACILITIES
from sitegen.rules.pages.governance import GOVERNANCE
from sitegen.rules.pages.identity import IDENTITY
from sitegen.rules.pages.kinds import KINDS
from sitegen.rules.pages.language import LANGUAGE
from sitegen.rules.pages.languages import LANGUAGES
from sitegen.rules.pages.new import NEW
from sitegen.rules.pages.overrides import OVERRIDES
from sitegen.rules.pages.packaging import PACKAGING
from sitegen.rules.pages.page import RulePage
from sitegen.rules.pages.pictures import PICTURES
from sitegen.rules.pages.planning import PLANNING
from sitegen.rules.pages.policy import POLICY
from sitegen.rules.pages.publishing import PUBLISHING
from sitegen.rules.pages.reading import READING
from sitegen.rules.pages.signing import SIGNING
from sitegen.rules.pages.theme import THEME
from sitegen.rules.pages.verifying import VERIFYING

PAGES: dict[str, RulePage] = {
    **READING,
    **CONTENT,
    **KINDS,
    **AIDS,
    **PICTURES,
    **OVERRIDES,
    **LANGUAGES,
    **IDENTITY,
    **CLAIMS,
    **LANGUAGE,
    **GOVERNANCE,
    **FACILITIES,
    **THEME,
    **PLANNING,
    **POLICY,
    **PUBLISHING,
    **EXPLAINING,
    **PACKAGING,
    **SIGNING,
    **VERIFYING,
    **NEW,
    **COMPARING,
}

__all__ = ["PAGES", "RulePage"]
