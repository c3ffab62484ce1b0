"""Pictures beside articles: what becomes of them, and how they come into the sites."""
