"""Faults: `python -m tests.faults` does to real builds what machines and people do, and says what was left.

Builds are killed, run out of disk, lose their power, meet damaged caches and trees, and are got in the way of. After
each of these every published site must be wholly old or wholly new, the message must name a rule and be no traceback,
and the next build must give the bytes of a clean one. What needs root is left out without it.
"""
