"""The closed list of rules: id, severity, wording in Indonesian and English. Finding and printing live elsewhere."""

from sitegen.rules.aids import AIDS
from sitegen.rules.claims import CLAIMS
from sitegen.rules.comparing import COMPARING
from sitegen.rules.content import CONTENT
from sitegen.rules.explaining import EXPLAINING
from sitegen.rules.facilities import FACILITIES
from sitegen.rules.governance import GOVERNANCE
from sitegen.rules.identity import IDENTITY
from sitegen.rules.kinds import KINDS
from sitegen.rules.language import LANGUAGE
from sitegen.rules.languages import LANGUAGES
from sitegen.rules.new import NEW
from sitegen.rules.overrides import OVERRIDES
from sitegen.rules.packaging import PACKAGING
from sitegen.rules.pictures import PICTURES
from sitegen.rules.planning import PLANNING
from sitegen.rules.policy import POLICY
from sitegen.rules.publishing import PUBLISHING
from sitegen.rules.reading import READING
from sitegen.rules.rule import Rule
from sitegen.rules.signing import SIGNING
from sitegen.rules.theme import THEME
from sitegen.rules.verifying import VERIFYING

RULES: dict[str, Rule] = {
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

__all__ = ["RULES", "Rule"]
