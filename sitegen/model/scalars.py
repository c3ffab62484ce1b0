"""Kinds of text with a strict pattern. To a type checker each is a str of its own; `read.schema` checks them."""

from typing import NewType

Slug = NewType("Slug", str)
"""A part of a URL: lower-case letters, digits, single hyphens."""

Name = NewType("Name", str)
"""An id or a folder name: letters, digits, hyphens, underscores, dots; no name that Windows keeps for devices."""

FactName = NewType("FactName", str)
"""The name of a fact: lower-case letters, digits, underscores."""

Domain = NewType("Domain", str)
"""A host name as RFC 1035 and RFC 1123 allow it, in the spelling of its author."""

Email = NewType("Email", str)
"""An e-mail address: the plain part of RFC 5321, no quotes and no comments."""

Phone = NewType("Phone", str)
"""A telephone number as people write it: digits, spaces, plus, hyphens, round brackets."""

Url = NewType("Url", str)
"""An absolute http or https URL (RFC 3986) with a host and without user name or password."""

LangTag = NewType("LangTag", str)
"""A language tag (RFC 5646): language, then script and region if any."""

SecurityContact = NewType("SecurityContact", str)
"""Where weaknesses are reported: a mailto: or https: URI without query and fragment."""

Timezone = NewType("Timezone", str)
"""One of the four IANA zones of Indonesia."""

DistrictCode = NewType("DistrictCode", str)
"""The Kemendagri code of a kabupaten or kota: "32.02"."""

AreaCode = NewType("AreaCode", str)
"""The Kemendagri code of a kecamatan: "13.71.10"."""

Latitude = NewType("Latitude", str)
"""Degrees north of the equator within Indonesia, as a decimal (WGS 84): "-6.92"."""

Longitude = NewType("Longitude", str)
"""Degrees east of Greenwich within Indonesia, as a decimal (WGS 84): "106.93"."""

TextDigest = NewType("TextDigest", str)
"""The digest of a document's text (`read.translations.digest_of`): 16 hex digits."""

SitePath = NewType("SitePath", str)
"""A path inside a site, without leading slash; a folder ends in a slash."""
