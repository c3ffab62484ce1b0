"""sitegen: an article is written once; every district publishes its own edition of it."""

__version__ = "0.1.0"
