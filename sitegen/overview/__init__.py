"""The overview of a network: what its sites lack, what is due, what is published; as pages and tables for people."""
